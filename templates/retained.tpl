{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin/retention">保存と廃棄</a></p>
<h1>{{subject_name}}の保存と廃棄</h1>
{{#done_held}}<div class="notice good" role="status"><p>保留にしました。解くまで廃棄できません。</p></div>{{/done_held}}
{{#done_lifted}}<div class="notice good" role="status"><p>保留を解きました。</p></div>{{/done_lifted}}
{{#refused}}<div class="notice bad" role="alert"><p>受け付けていません。{{complaint}}</p></div>{{/refused}}
<div class="scroll" tabindex="0" role="region" aria-label="{{subject_name}}の記録"><table><caption>{{subject_name}}の記録</caption><thead><tr><th scope="col">記録</th><th scope="col">保存期間</th><th scope="col">起算日</th><th scope="col">満了日</th><th scope="col" class="number">件数</th><th scope="col">状態</th></tr></thead>
<tbody>{{#kind}}<tr><th scope="row">{{kind_title}}<br><span class="small muted">{{kind_help}}</span></th><td>{{>class}}</td><td class="day">{{#counted}}{{starts}}{{/counted}}</td><td class="day">{{#limited}}{{expires}}{{/limited}}</td><td class="number">{{records}}</td><td>{{#disposal}}<a href="/admin/disposals/{{disposal_id}}">{{/disposal}}{{>state}}{{#disposal}}</a>{{/disposal}}{{#gone}}<br><span class="small">{{gone_on}}</span>{{/gone}}{{#held}}<br><span class="small">保留：{{held_for}}</span>{{/held}}</td></tr>
{{/kind}}</tbody></table></div>
{{#secretariat}}
{{#nothing_expired}}<p>いま廃棄を提案できる、満了した記録はありません。</p>{{/nothing_expired}}
{{#proposing}}<form method="post" action="{{address}}" class="card" id="propose"><h2>廃棄を提案する</h2>
<p>選んだ記録を廃棄する提案をします。別の人が承認すると、記録を消します。消した記録は元に戻せません。必要なときは、先に{{#of_cycle}}<a href="/admin/cycles/{{cycle_id}}#archive">実施回の画面</a>{{/of_cycle}}{{#of_year}}<a href="/admin/cycles">実施回の画面</a>{{/of_year}}で保存ファイルを書き出してください。</p>
<input type="hidden" name="form_key" value="{{form_key}}">
<fieldset><legend>廃棄する記録</legend>{{#expired}}<p><label class="check"><input type="checkbox" name="kind-{{kind_key}}" value="1" {{checked}}><span>{{kind_title}}（{{records}}件）</span></label></p>{{/expired}}</fieldset>
<div class="field"><label for="reason">理由</label><textarea id="reason" name="reason" rows="3">{{reason:p}}</textarea></div>
<p class="actions"><button name="do" value="propose">廃棄を提案する</button></p></form>{{/proposing}}
<form method="post" action="{{address}}" class="card narrow" id="hold"><h2>廃棄を保留する</h2>
<p>情報公開請求や監査などのため、満了しても廃棄できないようにします。</p>
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="hold-kind">記録</label><select id="hold-kind" name="kind"><option value="">すべて</option>{{#hold_choice}}<option value="{{kind_key}}" {{selected}}>{{kind_title}}</option>{{/hold_choice}}</select></div>
<div class="field"><label for="hold-reason">理由</label><textarea id="hold-reason" name="reason" rows="3">{{hold_reason:p}}</textarea></div>
<p class="actions"><button name="do" value="hold" class="second">保留する</button></p></form>
{{/secretariat}}
{{#holds}}
<h2>保留</h2>
{{#hold}}<section class="card"><h3>{{#every_kind}}すべての記録{{/every_kind}}{{hold_title}}</h3>
<p class="lines">{{hold_reason:p}}</p><p class="small muted">{{hold_who}}　{{hold_at}}</p>
{{#lifted}}<p>解除：<span class="lines">{{lifted_reason:p}}</span></p><p class="small muted">{{lifted_by}}　{{lifted_at}}</p>{{/lifted}}
{{#standing}}<form method="post" action="{{address}}"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="hold" value="{{hold_id}}"><div class="field"><label for="lift-{{hold_id}}">解く理由</label><input type="text" id="lift-{{hold_id}}" name="reason" maxlength="500"></div><p class="actions"><button name="do" value="lift" class="second">保留を解く</button></p></form>{{/standing}}</section>
{{/hold}}
{{/holds}}
