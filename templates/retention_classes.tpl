{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/retention">保存と廃棄</a></p>
<h1>保存期間</h1>
{{#done_changed}}<div class="notice good" role="status"><p>保存期間を変えました。いまある記録にも、すぐに当てはまります。</p></div>{{/done_changed}}
<p>長くするとすぐに保存が延びます。短くしても、廃棄には提案と承認が必要です。個票は、証跡など個票に付く記録がある間は廃棄しません。</p>
<div class="scroll" tabindex="0" role="region" aria-label="記録の種類と保存期間"><table><caption>記録の種類と保存期間</caption><thead><tr><th scope="col">記録</th><th scope="col">内容</th><th scope="col">保存期間</th></tr></thead>
<tbody>{{#kind}}<tr><th scope="row">{{kind_title}}</th><td>{{kind_help}}</td><td>{{>class}}{{#changed}}<br><span class="small muted">はじめの値：{{>shipped}}</span>{{/changed}}</td></tr>
{{/kind}}</tbody></table></div>
<form method="post" action="/admin/retention/classes" class="card narrow" id="change"><h2>保存期間を変える</h2>
{{#refused}}<div class="notice bad" role="alert"><p>変えていません。{{complaint}}</p></div>{{/refused}}
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="kind">記録</label><select id="kind" name="kind">{{#kind_choice}}<option value="{{kind_key}}" {{selected}}>{{kind_title}}</option>{{/kind_choice}}</select></div>
<div class="field"><label for="class">保存期間</label><select id="class" name="class">{{#choice}}<option value="{{class_key}}" {{selected}}>{{>class}}</option>{{/choice}}</select></div>
<div class="field"><label for="reason">理由</label><textarea id="reason" name="reason" rows="3">{{reason:p}}</textarea></div>
<p class="actions"><button>保存期間を変える</button></p></form>
{{#changes}}
<h2>これまでの変更</h2>
<div class="scroll" tabindex="0" role="region" aria-label="保存期間の変更"><table><caption>保存期間の変更（新しい順）</caption><thead><tr><th scope="col">日時</th><th scope="col">記録</th><th scope="col">変えた後</th><th scope="col">理由</th><th scope="col">変えた人</th></tr></thead>
<tbody>{{#change}}<tr><th scope="row">{{at}}</th><td>{{kind_title}}</td><td>{{>class}}</td><td class="lines">{{why:p}}</td><td>{{who}}</td></tr>
{{/change}}</tbody></table></div>
{{/changes}}
