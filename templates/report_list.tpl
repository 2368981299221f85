{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/reports?cycle={{cycle_id}}">報告書</a></p>
<h1>{{recipe_title}}</h1>
<p>{{cycle_title}}</p>
{{#draft}}<div class="notice warn"><p>集計はまだ確定していません。</p></div>{{/draft}}
<div class="scroll" tabindex="0" role="region" aria-label="部署ごとの文書"><table><caption class="hidden-visually">部署ごとの文書</caption><thead><tr><th scope="col">対象</th><th scope="col">文書番号</th><th scope="col">版</th><th scope="col">日付</th><th scope="col">出力</th></tr></thead>
<tbody>{{#paper}}<tr><th scope="row"><a href="/reports/{{recipe:u}}/{{cycle_id}}/{{key:u}}">{{subject}}</a></th>{{#numbered_kind}}{{#issued}}<td>{{#numbered}}{{number}}{{/numbered}}</td><td>第{{edition}}版</td><td>{{issued_day}}</td>{{/issued}}{{#unissued}}<td colspan="3">未発行</td>{{/unissued}}{{/numbered_kind}}{{#free_kind}}<td colspan="3">番号を付けない文書</td>{{/free_kind}}<td><a href="/reports/{{recipe:u}}/{{cycle_id}}/{{key:u}}.pdf">PDF<span class="hidden-visually">（{{subject}}）</span></a></td></tr>
{{/paper}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/reports/{{recipe:u}}/{{cycle_id}}?page={{page}}">前の100部署</a>{{/earlier}}{{#later}}<a class="button second" href="/reports/{{recipe:u}}/{{cycle_id}}?page={{page}}">次の100部署</a>{{/later}}</p>
