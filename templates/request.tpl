{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/audits">監査</a> ＞ <a href="/audits/{{audit_id}}">{{number}}　{{audit_title}}</a></p>
<h1>資料依頼 {{request_number}}</h1>
{{#done_saved}}<div class="notice good" role="status"><p>記録しました。</p></div>{{/done_saved}}
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
<dl class="facts"><dt>状態</dt><dd>{{>request_state}}{{#overdue}} <span class="tag late">期限超過</span>{{/overdue}}</dd><dt>部署</dt><dd>{{audited_name}}</dd><dt>求める資料</dt><dd class="lines">{{text:p}}</dd>{{#of_item}}<dt>監査項目</dt><dd>{{item}}</dd>{{/of_item}}<dt>期限</dt><dd>{{due_day}}</dd><dt>依頼</dt><dd>{{asked_who}}　{{asked_at}}</dd>{{#reminded}}<dt>最近の督促</dt><dd>{{reminded_at}}</dd>{{/reminded}}</dl>
{{#files}}<div class="scroll" tabindex="0" role="region" aria-label="添えられたファイル"><table><caption>添えられたファイル</caption><thead><tr><th scope="col">ファイル</th><th scope="col">大きさ</th><th scope="col">機密性</th><th scope="col">添えた日時</th><th scope="col">取下げ</th></tr></thead>
<tbody>{{#file}}<tr><th scope="row">{{#opens}}<a href="/audits/{{audit_id}}/requests/{{request_id}}/files/{{file_id}}">{{name}}</a>{{/opens}}{{#closed}}<span class="muted">非公開（監査人と提出した部署だけが開けます）</span>{{/closed}}</th><td class="number">{{size}}</td><td>{{secrecy}}</td><td>{{added_at}}</td><td>{{#removable}}<form method="post" action="/audits/{{audit_id}}/requests/{{request_id}}/files/{{file_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}"><button class="quiet">取り下げる<span class="hidden-visually">：{{name}}</span></button></form>{{/removable}}</td></tr>
{{/file}}</tbody></table></div>{{/files}}
{{#add}}<form method="post" action="/audits/{{audit_id}}/requests/{{request_id}}/files" enctype="multipart/form-data" class="card"><h2>ファイルを添える</h2><p class="small">PDF、PNG・JPEGの画像、Word・Excel・PowerPoint（マクロのないもの）を、1件{{most}}MBまで添えられます。手順書など公開しない文書は、機密性3にしてください。</p>
<input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">
<div class="field"><label for="file">ファイル</label><input type="file" id="file" name="file" required accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx"></div>
<div class="field"><label for="secrecy">機密性</label><select id="secrecy" name="secrecy"><option value="1">1（公開してもよい）</option><option value="2" selected>2（組織の外へ出さない）</option><option value="3">3（非公開。この監査の監査人だけが開ける）</option></select></div>
<p class="actions"><button class="second">添える</button></p></form>{{/add}}
{{#move}}<form method="post" action="/audits/{{audit_id}}/requests/{{request_id}}" class="card"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">{{>word}}
{{#words}}<div class="field"><label for="words-{{move_name}}">{{#answer}}回答{{/answer}}{{#reason}}理由{{/reason}}</label><textarea id="words-{{move_name}}" name="words" rows="3">{{typed:p}}</textarea></div>{{/words}}
<p class="actions"><button name="do" value="{{move_name}}">記録する</button></p></form>
{{/move}}
{{#chases}}<h2>督促</h2>
<div class="scroll" tabindex="0" role="region" aria-label="督促"><table><caption>新しい順</caption><thead><tr><th scope="col">日時</th><th scope="col">だれに</th><th scope="col">送信</th></tr></thead><tbody>{{#chased}}<tr><th scope="row">{{planned_at}}</th><td>{{chased_name}}（{{>rung_to}}）</td><td>{{>reminder_state}}　{{sent_at}}</td></tr>
{{/chased}}</tbody></table></div>
{{/chases}}{{#history}}<h2>これまでの経過</h2>
<div class="scroll" tabindex="0" role="region" aria-label="これまでの経過"><table><caption>新しい順</caption><thead><tr><th scope="col">日時</th><th scope="col">だれが</th><th scope="col">どこへ</th><th scope="col">回答・理由</th></tr></thead>
<tbody>{{#moved}}<tr><th scope="row">{{at}}</th><td>{{who}}</td><td>{{>to}}</td><td class="lines">{{words:p}}</td></tr>
{{/moved}}</tbody></table></div>{{/history}}
