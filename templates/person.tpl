{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/accounts">利用者</a></p>
<h1>{{name}}</h1>
{{#done}}<div class="notice good" role="status"><p>「{{act_title}}」を記録しました。</p></div>{{/done}}
<dl class="facts"><dt>職員番号</dt><dd>{{number}}</dd><dt>フリガナ</dt><dd>{{kana}}</dd><dt>職員種別</dt><dd>{{kind}}</dd><dt>メール</dt><dd>{{mail}}</dd><dt>採用日</dt><dd>{{joined}}</dd><dt>退職日</dt><dd>{{left}}</dd><dt>利用者</dt><dd>{{#account}}<a href="/admin/accounts/{{account_id}}">権限とパスワード</a>{{/account}}</dd></dl>
<p>実施中の回は、開始したときの所属のまま変わりません。</p>
<div class="scroll" tabindex="0" role="region" aria-label="所属"><table><caption>所属（新しい順）</caption><thead><tr><th scope="col">部署</th><th scope="col">本務・兼務</th><th scope="col">職名</th><th scope="col">いつから</th><th scope="col">いつまで</th></tr></thead>
<tbody>{{#post}}<tr><th scope="row"><a href="/admin/departments/{{key:u}}">{{post_department}}</a></th><td>{{#main}}本務{{/main}}{{#further}}兼務{{/further}}</td><td>{{post_title}}</td><td>{{valid_from}}</td><td>{{valid_to}}</td></tr>
{{/post}}</tbody></table></div>
<h2>休職・育休・長期派遣など</h2>
{{#never_absent}}<p class="muted">（なし）</p>{{/never_absent}}
<ul>{{#absence}}<li>{{from_day}}から{{to_day}}　{{absence_reason}}</li>
{{/absence}}</ul>
<h2>変更</h2>
{{>acts}}
