{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/findings">指摘</a></p>
<h1>{{number}}　{{finding_title}}</h1>
{{#done_raised}}<div class="notice good" role="status"><p>起票しました。</p></div>{{/done_raised}}{{#done_saved}}<div class="notice good" role="status"><p>記録しました。</p></div>{{/done_saved}}{{#done_passed}}<div class="notice good" role="status"><p>横展開の指摘を作りました。</p></div>{{/done_passed}}
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
<dl class="facts"><dt>状態</dt><dd>{{>state}}{{#overdue}} <span class="tag late">期限超過</span>{{/overdue}}</dd><dt>部署</dt><dd>{{audited_name}}</dd><dt>区分</dt><dd>{{>severity}}{{#repeated}}　<span class="tag late">{{times}}回目の指摘</span>{{/repeated}}</dd><dt>条項</dt><dd>{{clause}}　{{clause_title}}</dd>{{#of_threat}}<dt>脅威</dt><dd>{{threat}}　{{threat_title}}</dd>{{/of_threat}}{{#of_item}}<dt>もとになった設問・項目</dt><dd>{{item}}</dd>{{/of_item}}{{#due}}<dt>{{#of_plan}}改善計画の{{/of_plan}}期限</dt><dd>{{due_day}}</dd>{{/due}}<dt>起票</dt><dd>{{raised_name}}　{{raised_at}}</dd></dl>
{{#from_line}}<p>もとの監査調書：<a href="/audits/{{engagement_id}}/checklist/{{line_item:u}}">{{engagement_number}}　{{line_item}}</a></p>{{/from_line}}
{{#predecessor}}<p>前の年度の同じ指摘：<a href="/findings/{{finding_id}}">{{number}}　{{finding_title}}</a>　{{>state}}</p>{{/predecessor}}
{{#parent}}<p>{{#known}}横展開のもとの指摘：<a href="/findings/{{finding_id}}">{{number}}　{{finding_title}}</a>（{{audited_name}}）{{/known}}{{#of_another}}ほかの部署での指摘を横展開したものです。下の事実と原因は、もとの部署についてのものです。{{/of_another}}</p>{{/parent}}
<div class="card"><h2>指摘の内容</h2><dl class="facts"><dt>事実</dt><dd class="lines">{{facts:p}}</dd><dt>基準との差</dt><dd class="lines">{{criterion:p}}</dd><dt>原因</dt><dd class="lines">{{cause:p}}</dd><dt>影響</dt><dd class="lines">{{effect:p}}</dd><dt>改善の提案</dt><dd class="lines">{{proposal:p}}</dd></dl></div>
{{#plan}}<div class="card"><h2>改善計画（第{{edition}}版）</h2><dl class="facts"><dt>応急措置</dt><dd class="lines">{{stopgap:p}}</dd><dt>原因の分析</dt><dd class="lines">{{cause:p}}</dd><dt>恒久対策</dt><dd class="lines">{{measure:p}}</dd><dt>担当と期限</dt><dd>{{owner_name}}　{{due_day}}</dd><dt>横展開・予算</dt><dd>{{#spread}}横展開が要る　{{/spread}}{{#budget}}予算が要る{{/budget}}{{#neither}}どちらも要らない{{/neither}}</dd></dl><p class="small muted">{{who}}　{{at}}</p></div>
{{/plan}}{{#report}}<div class="card"><h2>改善報告（第{{edition}}版）</h2><dl class="facts"><dt>実施日</dt><dd>{{day}}</dd><dt>実施した内容</dt><dd class="lines">{{done:p}}</dd><dt>効果の自己確認</dt><dd class="lines">{{effect:p}}</dd><dt>残る課題</dt><dd class="lines">{{remaining:p}}</dd></dl><p class="small muted">{{who}}　{{at}}</p></div>
{{/report}}
{{#plan_form}}<form method="post" action="/findings/{{finding_id}}/plan" class="card"><h2>改善計画を登録する</h2><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">
<div class="field"><label for="stopgap">応急措置</label><textarea id="stopgap" name="stopgap" rows="2">{{stopgap:p}}</textarea></div>
<div class="field"><label for="plan_cause">原因の分析</label><textarea id="plan_cause" name="plan_cause" rows="3">{{plan_cause:p}}</textarea></div>
<div class="field"><label for="measure">恒久対策</label><textarea id="measure" name="measure" rows="3">{{measure:p}}</textarea></div>
<div class="field"><label for="owner">担当者（職員番号）</label><input type="text" id="owner" name="owner" value="{{owner}}" list="people" autocomplete="off"><datalist id="people">{{#person}}<option value="{{number}}">{{person_name}}</option>{{/person}}</datalist></div>
<div class="field"><label for="due_day">期限</label><input type="date" id="due_day" name="due_day" value="{{due_day}}"></div>
<p><label class="check"><input type="checkbox" name="spread" value="1"><span>ほかの部署にも横展開が要る</span></label></p><p><label class="check"><input type="checkbox" name="budget" value="1"><span>予算が要る</span></label></p>
<p class="actions"><button>登録する</button></p></form>{{/plan_form}}
{{#report_form}}<form method="post" action="/findings/{{finding_id}}/report" class="card"><h2>改善報告を登録する</h2><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">
<div class="field"><label for="day">実施日</label><input type="date" id="day" name="day" value="{{day}}"></div>
<div class="field"><label for="report_done">実施した内容</label><textarea id="report_done" name="report_done" rows="3">{{report_done:p}}</textarea></div>
<div class="field"><label for="report_effect">効果の自己確認</label><textarea id="report_effect" name="report_effect" rows="2">{{report_effect:p}}</textarea></div>
<div class="field"><label for="remaining">残る課題</label><textarea id="remaining" name="remaining" rows="2">{{remaining:p}}</textarea></div>
<p class="actions"><button>登録する</button></p></form>{{/report_form}}
{{#move}}<form method="post" action="/findings/{{finding_id}}/state" class="card"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">{{>word}}
{{#needs_reason}}<div class="field"><label for="reason-{{move_name}}">理由・内容</label><textarea id="reason-{{move_name}}" name="reason" rows="2"></textarea></div>{{/needs_reason}}{{#needs_expiry}}<div class="field"><label for="expiry-{{move_name}}">受容の期限</label><input type="date" id="expiry-{{move_name}}" name="expiry"></div>{{/needs_expiry}}
{{#lacks}}<p class="small">先に要ること</p><ul>{{#lacks_plan}}<li>部署が改善計画を登録していること</li>{{/lacks_plan}}{{#lacks_approved}}<li>改善計画が承認されていること（新しい計画を登録し、出し直してください）</li>{{/lacks_approved}}{{#lacks_report}}<li>改善報告を登録していること</li>{{/lacks_report}}{{#lacks_other}}<li>起票した人とは別の人が行うこと</li>{{/lacks_other}}</ul>{{/lacks}}{{#ready}}<p class="actions"><button name="do" value="{{move_name}}">{{>does}}</button></p>{{/ready}}</form>
{{/move}}
{{#form}}<form method="post" action="/findings/{{finding_id}}/words" class="card"><h2>文言を直す</h2><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">
{{>fields}}
<p class="actions"><button class="second">保存する</button></p></form>{{/form}}
{{#may_spread}}<form method="post" action="/findings/{{finding_id}}/departments" class="card"><h2>ほかの部署へ横展開する</h2><p>同じ問題がありそうな部署に、この指摘の子として改善計画を求めます。件名・事実・原因などの文言は、そのままその部署に伝わります。部署の名前や個人が分かる書き方になっていないか、先に確かめてください。</p><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}"><div class="field"><label for="to">部署（所属コード）</label><input type="text" id="to" name="department" autocomplete="off"></div><p class="actions"><button class="second">横展開する</button></p></form>{{/may_spread}}
{{#public}}<section class="card" id="public"><h2>概要版に載せる文</h2>
<p>概要版には、上に書かれた文は一つも載りません。完了した指摘について、ここに書いた件名と措置だけが載ります。</p>
{{#public_form}}<form method="post" action="/findings/{{finding_id}}/public"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">
<div class="field"><label for="public_title">件名（概要版）</label><p class="hint" id="public-hint">個人、システム、施設、実施手順の名前は書けません。</p><input type="text" id="public_title" name="public_title" value="{{public_title}}" aria-describedby="public-hint"></div>
<div class="field"><label for="public_measure">講じた措置（概要版）</label><textarea id="public_measure" name="public_measure" rows="3">{{public_measure:p}}</textarea></div>
<p class="actions"><button class="second">保存する</button></p></form>{{/public_form}}{{#published}}<dl class="facts"><dt>件名</dt><dd>{{public_title}}</dd><dt>講じた措置</dt><dd class="lines">{{public_measure:p}}</dd></dl>{{/published}}{{#unpublished}}<p>まだ書かれていません。概要版では「（省略）」になります。</p>{{/unpublished}}
{{#public_by}}<p class="small muted">{{who}}　{{at}}</p>{{/public_by}}</section>
{{/public}}{{#children}}<h2>横展開した部署</h2>
<ul>{{#child}}<li><a href="/findings/{{finding_id}}">{{number}}　{{audited_name}}</a>　{{>state}}</li>{{/child}}</ul>{{/children}}
{{#chases}}<h2>督促</h2>
<div class="scroll" tabindex="0" role="region" aria-label="督促"><table><caption>新しい順</caption><thead><tr><th scope="col">日時</th><th scope="col">だれに</th><th scope="col">送信</th></tr></thead><tbody>{{#chased}}<tr><th scope="row">{{planned_at}}</th><td>{{chased_name}}（{{>rung_to}}）</td><td>{{>reminder_state}}　{{sent_at}}</td></tr>
{{/chased}}</tbody></table></div>
{{/chases}}<h2>文書</h2>
{{>papers}}
<h2>これまでの経過</h2>
<div class="scroll" tabindex="0" role="region" aria-label="これまでの経過"><table><caption>新しい順</caption><thead><tr><th scope="col">日時</th><th scope="col">だれが</th><th scope="col">どこから</th><th scope="col">どこへ</th><th scope="col">理由・内容</th></tr></thead>
<tbody>{{#moved}}<tr><th scope="row">{{at}}</th><td>{{who}}</td><td>{{>from}}</td><td>{{>to}}</td><td class="lines">{{reason:p}}</td></tr>
{{/moved}}{{#began}}<tr><th scope="row">{{at}}</th><td>{{who}}</td><td></td><td>{{>to}}</td><td>ほかの部署の指摘を横展開</td></tr>
{{/began}}</tbody></table></div>
