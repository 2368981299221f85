{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a></p>
<h1>見直しの検討</h1>
<p>基本方針8に基づき、ポリシーを見直すかどうかを検討した記録です。記録は後から変えられません。補うときは新しく記録します。</p>
{{#may_record}}<p class="actions"><a class="button" href="/policy/reviews/new">検討を記録する</a></p>{{/may_record}}
{{#none}}<p>記録はまだありません。</p>{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="見直しの検討の一覧"><table><caption>見直しの検討（決めた日の新しい順）</caption><thead><tr><th scope="col">決めた日</th><th scope="col">契機</th><th scope="col">契機の内容</th><th scope="col">結論</th><th scope="col">決めた人</th></tr></thead>
<tbody>{{#review}}<tr><th scope="row"><a href="/policy/reviews/{{review_id}}">{{decided_day}}</a></th><td>{{#results}}点検・監査の結果{{/results}}{{#change}}状況の変化{{/change}}{{#both}}点検・監査の結果と状況の変化{{/both}}</td><td class="lines">{{occasion:p}}</td><td>{{#revise}}<span class="tag draft">改定する</span>{{/revise}}{{#keep}}<span class="tag">改定しない</span>{{/keep}}</td><td>{{decided_by}}</td></tr>
{{/review}}</tbody></table></div>
