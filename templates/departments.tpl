{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a>{{#ended}} ＞ <a href="/admin/departments">部署</a>{{/ended}}</p>
<h1>{{#tree}}部署{{/tree}}{{#ended}}廃止した部署{{/ended}}</h1>
{{#done_saved}}<div class="notice good" role="status"><p>部署の業務を保存しました。次に開始する実施回から使います。</p></div>{{/done_saved}}
{{#done}}<div class="notice good" role="status"><p>「{{act_title}}」を記録しました。</p></div>{{/done}}
{{#tree}}<p>部署の業務によって、表示する設問が変わります。実施中の回は、開始したときの内容のまま変わりません。名称・上位部署・業務の変更、分割・統合・廃止は、部署の名前を開いて行います。多くの部署と職員をまとめて変えるときは<a href="/admin/roster">名簿の取込み</a>を使います。</p>
<form method="get" action="/admin/departments" class="filter" role="search"><div><label for="q">所属コード・名称</label><input type="search" id="q" name="q" value="{{q}}"></div><div><label class="check"><input type="checkbox" name="mend" value="1" {{mend_checked}}><span>整えるところのある部署だけ</span></label></div><button class="second">探す</button></form>
{{#none}}<p>見つかりません。</p>{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="部署の一覧"><table><caption>部署の一覧（全{{how_many}}部署。上位の部署の下に、正式の順で並びます）</caption><thead><tr><th scope="col">部署</th><th scope="col">所属コード</th><th scope="col">種別</th><th scope="col" class="number">順</th><th scope="col">業務</th></tr></thead>
<tbody>{{#department}}<tr><th scope="row" class="level-{{level}}"><a href="/admin/departments/{{key:u}}">{{name}}</a>{{#under}}<span class="hidden-visually">（{{parent}}の下）</span>{{/under}}{{#apart}}<span class="small muted">（{{parent}}の下）</span>{{/apart}}{{#unmanaged}} <span class="tag late">所属長なし</span>{{/unmanaged}}{{#nobody}} <span class="tag late">職員なし</span>{{/nobody}}{{#parent_ended}} <span class="tag late">上位の部署が廃止</span>{{/parent_ended}}{{#undecided}} <span class="tag draft">業務が未決定</span>{{/undecided}}</th><td>{{key}}</td><td>{{kind}}</td><td class="number">{{place}}</td><td>{{#no_flags}}<span class="muted">（なし）</span>{{/no_flags}}{{#flag}}<span class="tag">{{flag_name}}</span> {{/flag}}</td></tr>
{{/department}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/admin/departments?q={{q:u}}&amp;mend={{mend}}&amp;page={{page}}">前の100部署</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/departments?q={{q:u}}&amp;mend={{mend}}&amp;page={{page}}">次の100部署</a>{{/later}}</p>{{/tree}}
{{#some_ended}}<p><a href="/admin/departments?ended=1">廃止した部署（{{how_many}}）</a></p>{{/some_ended}}
{{#ended}}<div class="scroll" tabindex="0" role="region" aria-label="廃止した部署"><table><caption>廃止した部署（全{{how_many}}部署。新しい順）</caption><thead><tr><th scope="col">部署</th><th scope="col">所属コード</th><th scope="col">最後の日</th><th scope="col">引き継いだ部署</th></tr></thead>
<tbody>{{#gone}}<tr><th scope="row"><a href="/admin/departments/{{key:u}}">{{name}}</a></th><td>{{key}}</td><td>{{valid_to}}</td><td>{{#successor}}<a href="/admin/departments/{{key:u}}">{{name}}</a> {{/successor}}</td></tr>
{{/gone}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/admin/departments?ended=1&amp;page={{page}}">前の100部署</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/departments?ended=1&amp;page={{page}}">次の100部署</a>{{/later}}</p>{{/ended}}
{{#tree}}<h2>部署を加える</h2>{{/tree}}
{{>acts}}
