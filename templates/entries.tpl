{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/">わたしの点検</a></p>
<h1>担当する台帳</h1>
{{#mine}}<h2>わたしが担当するもの</h2>
{{#none}}<p>担当として登録されているものはありません。</p>{{/none}}
{{#register}}<div class="scroll" tabindex="0" role="region" aria-label="わたしが担当する{{register_title}}"><table><caption>{{register_title}}（{{there}}件）</caption><thead><tr><th scope="col">管理番号</th><th scope="col">名称</th><th scope="col">部署</th><th scope="col">状態</th></tr></thead>
<tbody>{{#entry}}<tr><td>{{entry_key}}</td><th scope="row"><a href="/entries/{{kind:u}}/{{entry_key:u}}">{{entry_name}}</a></th><td>{{entry_department}}</td><td>{{#lacking}}<span class="tag draft">未記入{{how_many}}項目</span>{{/lacking}}</td></tr>
{{/entry}}</tbody></table></div>{{/register}}{{/mine}}
{{#ours}}<h2>所属のもの</h2>
<p>登録の内容が今のとおりか、確かめてください。</p>
{{#none}}<p>所属のものとして登録されているものはありません。</p>{{/none}}
{{#register}}<div class="scroll" tabindex="0" role="region" aria-label="所属の{{register_title}}"><table><caption>{{register_title}}（{{there}}件）</caption><thead><tr><th scope="col">管理番号</th><th scope="col">名称</th><th scope="col">{{owner_title}}</th><th scope="col">状態</th></tr></thead>
<tbody>{{#entry}}<tr><td>{{entry_key}}</td><th scope="row"><a href="/entries/{{kind:u}}/{{entry_key:u}}">{{entry_name}}</a></th><td>{{owner_name}}{{#no_owner}}<span class="muted">（未定）</span>{{/no_owner}}</td><td>{{#owner_left}}<span class="tag late">担当者が名簿にいません</span> {{/owner_left}}{{#department_ended}}<span class="tag late">部署が廃止されています</span> {{/department_ended}}{{#lacking}}<span class="tag draft">未記入{{how_many}}項目</span>{{/lacking}}</td></tr>
{{/entry}}</tbody></table></div>{{/register}}{{/ours}}
<p class="actions">{{#addable}}<a class="button second" href="/admin/entries/{{kind:u}}">{{register_title}}を登録する</a>{{/addable}}</p>
