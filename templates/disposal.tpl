{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin/retention">保存と廃棄</a>{{#of_cycle}} ＞ <a href="/admin/retention/cycles/{{cycle_id}}">{{subject_name}}</a>{{/of_cycle}}{{#of_year}} ＞ <a href="/admin/retention/years/{{year}}">{{subject_name}}</a>{{/of_year}}</p>
<h1>廃棄の記録　第{{disposal_id}}号</h1>
{{#done_proposed}}<div class="notice good" role="status"><p>廃棄を提案しました。別の人が承認するまで、何も消えません。</p></div>{{/done_proposed}}
{{#done_approve}}<div class="notice good" role="status"><p>承認しました。しばらくすると廃棄を始めます。</p></div>{{/done_approve}}
{{#done_decline}}<div class="notice good" role="status"><p>差し戻しました。</p></div>{{/done_decline}}
{{#done_withdraw}}<div class="notice good" role="status"><p>提案を取り下げました。</p></div>{{/done_withdraw}}
{{#done_go_on}}<div class="notice good" role="status"><p>廃棄の続きを始めます。</p></div>{{/done_go_on}}
{{#refused}}<div class="notice bad" role="alert"><p>受け付けていません。{{complaint}}</p></div>{{/refused}}
<dl class="facts"><dt>対象</dt><dd>{{subject_name}}</dd><dt>状態</dt><dd>{{>disposal_state}}</dd><dt>理由</dt><dd class="lines">{{why:p}}</dd><dt>提案</dt><dd>{{proposer}}　{{proposed_at}}</dd>{{#decided}}<dt>決定</dt><dd>{{decider}}　{{decided_at}}<br><span class="lines">{{comment:p}}</span></dd>{{/decided}}{{#begun}}<dt>執行</dt><dd>{{executor}}　{{begun_at}}に開始</dd>{{/begun}}{{#ended}}<dt>終了</dt><dd>{{done_at}}</dd>{{/ended}}</dl>
<div class="scroll" tabindex="0" role="region" aria-label="廃棄する記録"><table><caption>廃棄する記録と保存期間（提案したとき）</caption><thead><tr><th scope="col">記録</th><th scope="col">保存期間</th><th scope="col">起算日</th><th scope="col">満了日</th></tr></thead>
<tbody>{{#period}}<tr><th scope="row">{{part_title}}</th><td>{{>class}}</td><td class="day">{{starts}}</td><td class="day">{{expires}}</td></tr>
{{/period}}</tbody></table></div>
{{#hindered}}<div class="notice warn"><p>いまは承認できません。{{sentence}}</p></div>{{/hindered}}
{{#own}}<p>提案した人は承認できません。管理者層又は別の事務局の人が承認します。</p>{{/own}}
{{#acts}}<form method="post" action="/admin/disposals/{{disposal_id}}" class="card" id="decide"><h2>{{#decline}}決める{{/decline}}{{#alone}}取り下げる{{/alone}}{{#go_on}}執行を続ける{{/go_on}}</h2>
{{#approve}}<p>承認すると、記録を消します。消した記録は元に戻せません。</p>{{/approve}}
{{#go_on}}<p>執行が途中で止まっているときは、続きを始められます。<a href="/jobs">処理の一覧</a>で進み具合を見られます。</p>{{/go_on}}
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="comment">意見{{#decline}}（差し戻すときは必ず書いてください）{{/decline}}</label><textarea id="comment" name="comment" rows="3">{{comment:p}}</textarea></div>
<p class="actions">{{#approve}}<button name="do" value="approve">承認する</button>{{/approve}}{{#decline}}<button name="do" value="decline" class="second">差し戻す</button>{{/decline}}{{#go_on}}<button name="do" value="go_on">続きを始める</button>{{/go_on}}{{#withdraw}}<button name="do" value="withdraw" class="second">取り下げる</button>{{/withdraw}}</p></form>{{/acts}}
{{#gone}}
<h2>消した記録</h2>
<div class="scroll" tabindex="0" role="region" aria-label="消した記録"><table><caption>消した記録の件数</caption><thead><tr><th scope="col">記録</th><th scope="col" class="number">件数</th></tr></thead>
<tbody>{{#counted}}<tr><th scope="row">{{>what}}</th><td class="number">{{rows}}</td></tr>
{{/counted}}<tr><th scope="row">ファイル</th><td class="number">{{files}}（{{file_bytes}}）</td></tr></tbody></table></div>
{{#listing}}<details><summary>ファイルの一覧（SHA-256）</summary>
<div class="scroll" tabindex="0" role="region" aria-label="ファイルの一覧"><table><caption>ファイルの一覧</caption><thead><tr><th scope="col">SHA-256</th><th scope="col" class="number">バイト</th><th scope="col">結果</th></tr></thead>
<tbody>{{#file}}<tr><th scope="row" class="mono">{{digest}}</th><td class="number">{{size}}</td><td>{{#listed}}これから消す{{/listed}}{{#removed}}消した{{/removed}}{{#shared}}ほかの記録が使っているため残した{{/shared}}</td></tr>
{{/file}}</tbody></table></div></details>
<p class="actions">{{#earlier}}<a class="button second" href="/admin/disposals/{{disposal_id}}?page={{page}}">前の200件</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/disposals/{{disposal_id}}?page={{page}}">次の200件</a>{{/later}}</p>{{/listing}}
{{/gone}}
