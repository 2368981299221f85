{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>部署</h1>
{{#done_saved}}<div class="notice good" role="status"><p>部署の業務を保存しました。次に開始する実施回から使います。</p></div>{{/done_saved}}
<p>部署の業務によって、表示する設問が変わります。実施中の回は、開始したときの内容のまま変わりません。部署の追加と名称の変更は<a href="/admin/roster">名簿の取込み</a>で行います。</p>
<div class="scroll" tabindex="0" role="region" aria-label="部署の一覧"><table><caption>部署の一覧</caption><thead><tr><th scope="col">所属コード</th><th scope="col">部署</th><th scope="col">業務</th></tr></thead>
<tbody>{{#department}}<tr><td>{{key}}</td><th scope="row"><a href="/admin/departments/{{key:u}}">{{name}}</a>{{#ended}}<br><span class="small muted">{{valid_to}}まで</span>{{/ended}}</th><td>{{#no_flags}}<span class="muted">（なし）</span>{{/no_flags}}{{#flag}}<span class="tag">{{flag_name}}</span> {{/flag}}</td></tr>
{{/department}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/admin/departments?page={{page}}">前の100部署</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/departments?page={{page}}">次の100部署</a>{{/later}}</p>
