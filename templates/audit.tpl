{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/audits">監査</a></p>
<h1>{{number}}　{{audit_title}}</h1>
{{#done_added}}<div class="notice good" role="status"><p>監査を計画しました。監査人を指名し、監査項目を選んでください。</p></div>{{/done_added}}{{#done_saved}}<div class="notice good" role="status"><p>記録しました。</p></div>{{/done_saved}}
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
{{#cancelled}}<div class="notice"><p>この監査は中止しました。</p></div>{{/cancelled}}{{#course}}<ol class="line" aria-label="監査の流れ">{{#step}}<li{{#past}} class="past"{{/past}}{{#here}} class="here" aria-current="step"{{/here}}>{{>state}}{{#here}}<span class="hidden-visually">（いまここ）</span>{{/here}}</li>{{/step}}</ol>{{/course}}
<dl class="facts"><dt>種類</dt><dd>{{#is_planned}}計画監査{{/is_planned}}{{#is_ordered}}特命監査{{/is_ordered}}</dd>{{#inside}}{{#order}}<dt>命じた人・理由</dt><dd class="lines">{{ordered_by}}　{{order_reason}}</dd>{{/order}}{{/inside}}<dt>被監査部署</dt><dd>{{audited_name}}</dd>{{#of_system}}<dt>対象のシステム</dt><dd>{{system_name}}</dd>{{/of_system}}<dt>目的</dt><dd class="lines">{{purpose}}</dd>{{#inside}}<dt>テーマ・重点</dt><dd class="lines">{{theme}}</dd><dt>監査項目</dt><dd>{{#all_items}}全項目{{/all_items}}{{#key_only}}重点のみ{{/key_only}}</dd><dt>除外範囲</dt><dd class="lines">{{excluded}}</dd>{{/inside}}<dt>対象期間</dt><dd>{{covers_from}}〜{{covers_to}}</dd><dt>実施</dt><dd>{{begins}}〜{{ends}}</dd><dt>場所</dt><dd>{{place}}</dd>{{#inside}}<dt>報告書の版</dt><dd>第{{edition}}版　{{fixed_at}}</dd>{{/inside}}</dl>
<p class="actions"><a class="button second" href="/audits/{{audit_id}}/report">報告書と文書</a></p>
{{#reads_papers}}<p class="actions"><a class="button second" href="/audits/{{audit_id}}/checklist">監査チェックリストと監査調書</a></p>{{/reads_papers}}
{{#may_edit}}<p class="actions"><a class="button second" href="/audits/{{audit_id}}/edit">内容を変える</a></p>{{/may_edit}}
{{#urgent_reports}}<section><h2>緊急報告</h2>
{{#urgent}}<div class="notice bad" id="urgent-{{urgent_id}}"><p><strong>{{>kind}}</strong>　{{who}}　{{at}}</p><p class="lines">{{text}}</p>{{#acknowledged}}<p class="small">受理　{{who}}　{{at}}</p><p class="small lines">{{note}}</p>{{/acknowledged}}{{#may_acknowledge}}<form method="post" action="/audits/{{audit_id}}/urgent/{{urgent_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><div class="field"><label for="note-{{urgent_id}}">指示など（あれば）</label><textarea id="note-{{urgent_id}}" name="note" rows="2"></textarea></div><p class="actions"><button>受理する</button></p></form>{{/may_acknowledge}}</div>
{{/urgent}}</section>{{/urgent_reports}}
<section><h2>監査責任者と監査人</h2>
{{#no_member}}<p>まだ指名していません。</p>{{/no_member}}
<ul>{{#member}}<li>{{#leads}}監査責任者{{/leads}}{{#audits}}監査人{{/audits}}　{{who}}（{{department}}）{{#droppable}}<form method="post" action="/audits/{{audit_id}}/members/{{account_id}}" class="inline"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}"><button class="quiet">指名を取り消す<span class="hidden-visually">：{{who}}</span></button></form>{{/droppable}}</li>
{{/member}}</ul>
{{#naming}}<form method="post" action="/audits/{{audit_id}}/members" class="filter"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}"><div><label for="auditor">だれを</label><select id="auditor" name="auditor"><option value="">選んでください</option>{{#auditor_choice}}<option value="{{account_id}}">{{who}}　{{department}}{{#leads}}（監査責任者になれる）{{/leads}}</option>{{/auditor_choice}}</select></div><div><label for="as">何として</label><select id="as" name="as"><option value="auditor">監査人</option><option value="lead">監査責任者</option></select></div><button class="second">指名する</button></form>{{/naming}}
{{#waivers}}<h3>独立性の特例</h3>
<ul>{{#waiver}}<li>{{who}}：{{>kind}}（{{of_department}}）　{{>state}}<br><span class="lines">{{reason}}</span>　<span class="small muted">{{asked_who}}　{{asked_at}}</span>{{#decided}}<br><span class="small">{{who}}　{{at}}　{{note}}</span>{{/decided}}{{#may_decide}}<form method="post" action="/audits/{{audit_id}}/waivers/{{waiver_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><div class="field"><label for="waiver-{{waiver_id}}">承認の条件、又は不承認の理由</label><textarea id="waiver-{{waiver_id}}" name="waiver_reason" rows="2"></textarea></div><p class="actions"><button name="do" value="approve">承認する</button><button class="second" name="do" value="decline">承認しない</button></p></form>{{/may_decide}}</li>
{{/waiver}}</ul>{{/waivers}}
{{#naming}}<details><summary>独立性の特例を求める</summary><form method="post" action="/audits/{{audit_id}}/waivers"><input type="hidden" name="form_key" value="{{form_key}}"><p>独立性に差し障りのある人に、やむを得ず監査をさせるときに、理由を書いて管理者層の承認を求めます。この監査に限り有効で、計画書と報告書に印字します。</p><div class="field"><label for="waiver-auditor">だれを</label><select id="waiver-auditor" name="auditor"><option value="">選んでください</option>{{#auditor_choice}}<option value="{{account_id}}">{{who}}　{{department}}</option>{{/auditor_choice}}</select></div><div class="field"><label for="waiver-reason">理由</label><textarea id="waiver-reason" name="waiver_reason" rows="2"></textarea></div><p class="actions"><button class="second">求める</button></p></form></details>{{/naming}}</section>
{{#requests}}<section><h2>資料依頼</h2>
<div class="scroll" tabindex="0" role="region" aria-label="資料依頼"><table><caption class="hidden-visually">資料依頼</caption><thead><tr><th scope="col">番号</th><th scope="col">求める資料</th><th scope="col">項目</th><th scope="col">期限</th><th scope="col">状態</th></tr></thead>
<tbody>{{#request}}<tr><td class="nowrap">{{request_number}}</td><th scope="row"><a href="/audits/{{audit_id}}/requests/{{request_id}}">{{text}}</a></th><td>{{#of_item}}{{item}}{{/of_item}}</td><td>{{due_day}}</td><td>{{>state}}{{#overdue}} <span class="tag late">期限超過</span>{{/overdue}}</td></tr>
{{/request}}</tbody></table></div></section>{{/requests}}
{{#asking}}<form method="post" action="/audits/{{audit_id}}/requests" class="card"><h3>資料を求める</h3><input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="request-text">求める資料</label><textarea id="request-text" name="text" rows="2">{{text_typed:p}}</textarea></div>
<div class="field"><label for="request-item">監査項目の番号（あれば）</label><input type="text" id="request-item" name="item" value="{{item_typed}}" autocomplete="off"></div>
<div class="field"><label for="request-due">期限</label><input type="date" id="request-due" name="due_day" value="{{due_day_typed}}"></div>
<p class="actions"><button class="second">求める</button></p></form>{{/asking}}
{{#move}}<form method="post" action="/audits/{{audit_id}}/state" class="card" id="do-{{move_name}}"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">{{>word}}
{{#lacks}}<p class="small">先に要ること</p><ul>{{>need}}</ul>{{/lacks}}{{#needs_reason}}<div class="field"><label for="reason-{{move_name}}">理由</label><textarea id="reason-{{move_name}}" name="reason" rows="2"></textarea></div>{{/needs_reason}}
{{#ready}}<p class="actions"><button name="do" value="{{move_name}}">記録する</button></p>{{/ready}}</form>
{{/move}}
{{#may_file}}<form method="post" action="/audits/{{audit_id}}/urgent" class="card"><h3>緊急報告をする</h3><p>報告書を待てないことを、監査責任者と管理者層にすぐ知らせます。被監査部署には見えません。</p><input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="urgent_kind">区分</label><select id="urgent_kind" name="urgent_kind"><option value="">選んでください</option><option value="illegal">法令違反の疑い</option><option value="urgent">緊急に対処を要すること</option><option value="outside">監査の対象外の重大なこと</option></select></div>
<div class="field"><label for="urgent_text">見たこと</label><textarea id="urgent_text" name="urgent_text" rows="3">{{urgent_typed:p}}</textarea></div>
<p class="actions"><button class="second">報告する</button></p></form>{{/may_file}}
{{#history}}<h2>これまでの経過</h2>
<div class="scroll" tabindex="0" role="region" aria-label="これまでの経過"><table><caption>新しい順</caption><thead><tr><th scope="col">日時</th><th scope="col">だれが</th><th scope="col">どこから</th><th scope="col">どこへ</th><th scope="col">版</th><th scope="col">理由</th></tr></thead>
<tbody>{{#moved}}<tr><th scope="row">{{at}}</th><td>{{who}}</td><td>{{>from}}</td><td>{{>to}}</td><td>{{edition}}</td><td class="lines">{{reason}}</td></tr>
{{/moved}}</tbody></table></div>{{/history}}
