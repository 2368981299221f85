{{%AUTOESCAPE context="HTML"}}<h1>監査</h1>
{{#every}}<p class="actions"><a class="button second" href="/audit-years">監査の状況と年度の文書</a></p>{{/every}}
<form method="get" action="/audits" class="filter" role="search"><div><label for="year">年度（西暦）</label><input type="search" inputmode="numeric" id="year" name="year" value="{{year}}" size="6"></div><button>表示する</button></form>
{{#sees_plans}}<p><a href="/audit-plans">監査計画</a>：中期計画と年度計画、リスクから作る案、実施の状況</p>{{/sees_plans}}
{{#may_add}}<p class="actions"><a class="button" href="/audits/new">監査を計画する</a></p>{{/may_add}}
{{#none}}<p>当てはまる監査はありません。</p>{{/none}}
{{#audit_year}}<h2>{{year_name}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{year_name}}の監査"><table><caption class="hidden-visually">{{year_name}}の監査</caption><thead><tr><th scope="col">番号</th><th scope="col">件名</th><th scope="col">被監査部署・システム</th><th scope="col">実施</th><th scope="col">状態</th></tr></thead>
<tbody>{{#audit}}<tr><td class="nowrap">{{number}}</td><th scope="row"><a href="/audits/{{audit_id}}">{{audit_title}}</a>{{#is_ordered}} <span class="tag">特命監査</span>{{/is_ordered}}</th><td>{{audited_name}}{{#of_system}}<br>{{system_name}}{{/of_system}}</td><td>{{begins}}〜{{ends}}</td><td><span class="tag">{{>state}}</span></td></tr>
{{/audit}}</tbody></table></div>
{{/audit_year}}
