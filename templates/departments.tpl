{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>部署</h1>
{{#done_saved}}<div class="notice good" role="status"><p>部署の業務を保存しました。次に開始する実施回から使います。</p></div>{{/done_saved}}
{{#done}}<div class="notice good" role="status"><p>「{{act_title}}」を記録しました。</p></div>{{/done}}
<p>部署の業務によって、表示する設問が変わります。実施中の回は、開始したときの内容のまま変わりません。名称・上位部署・業務の変更、分割・統合・廃止は、部署の名前を開いて行います。多くの部署と職員をまとめて変えるときは<a href="/admin/roster">名簿の取込み</a>を使います。</p>
<div class="scroll" tabindex="0" role="region" aria-label="部署の一覧"><table><caption>部署の一覧（上位の部署の下に、正式の順で並びます）</caption><thead><tr><th scope="col">部署</th><th scope="col">所属コード</th><th scope="col">種別</th><th scope="col" class="number">順</th><th scope="col">業務</th></tr></thead>
<tbody>{{#department}}<tr><th scope="row" class="level-{{level}}"><a href="/admin/departments/{{key:u}}">{{name}}</a>{{#under}}<span class="hidden-visually">（{{parent}}の下）</span>{{/under}}</th><td>{{key}}</td><td>{{kind}}</td><td class="number">{{place}}</td><td>{{#no_flags}}<span class="muted">（なし）</span>{{/no_flags}}{{#flag}}<span class="tag">{{flag_name}}</span> {{/flag}}</td></tr>
{{/department}}</tbody></table></div>
{{#ended}}<details><summary>廃止した部署（{{how_many}}）</summary>
<div class="scroll" tabindex="0" role="region" aria-label="廃止した部署"><table><caption>廃止した部署（新しい順）</caption><thead><tr><th scope="col">部署</th><th scope="col">所属コード</th><th scope="col">最後の日</th><th scope="col">引き継いだ部署</th></tr></thead>
<tbody>{{#gone}}<tr><th scope="row"><a href="/admin/departments/{{key:u}}">{{name}}</a></th><td>{{key}}</td><td>{{valid_to}}</td><td>{{#successor}}<a href="/admin/departments/{{key:u}}">{{name}}</a> {{/successor}}</td></tr>
{{/gone}}</tbody></table></div></details>{{/ended}}
<h2>部署を加える</h2>
{{>acts}}
