{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a></p>
<h1>実施手順 <span class="tag late">非公開</span></h1>
<p>{{#own_only}}所属のものだけを表示しています。{{/own_only}}手順の中身はここにはありません。見られるのは、事務局・監査人・監査責任者・経営層と、所管する部署の所属長だけです。公開する文書に、名称を書き写さないでください。</p>
{{#register}}{{#none}}<p>登録されているものはありません。</p>{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="{{register_title}}"><table><caption>{{register_title}}（非公開）</caption><thead><tr><th scope="col">管理番号</th><th scope="col">{{name_title}}</th>{{#column}}<th scope="col">{{column_title}}</th>{{/column}}<th scope="col">部署</th><th scope="col">{{owner_title}}</th></tr></thead>
<tbody>{{#entry}}<tr><td>{{entry_key}}</td><th scope="row"><a href="/entries/{{kind:u}}/{{entry_key:u}}">{{entry_name}}</a></th>{{#cell}}<td>{{value}}</td>{{/cell}}<td>{{entry_department}}</td><td>{{owner_name}}{{#no_owner}}<span class="muted">（未定）</span>{{/no_owner}}</td></tr>
{{/entry}}</tbody></table></div>
{{/register}}
