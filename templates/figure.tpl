{{%AUTOESCAPE context="HTML"}}<p class="crumbs">{{#from_dashboard}}<a href="/dashboard?cycle={{cycle_id:u}}&amp;set={{set_key:u}}">集計</a>{{/from_dashboard}}{{#from_section}}<a href="/section">所属の状況</a>{{/from_section}}</p>
<h1>値の内訳</h1>
<dl class="facts"><dt>点検</dt><dd>{{cycle_title}}　{{set_title}}</dd><dt>範囲</dt><dd>{{subject}}{{#of_body}}（全体）{{/of_body}}</dd>
{{#one_item}}<dt>対象</dt><dd>{{clause}} {{clause_title}}<br>{{text}}</dd>{{/one_item}}{{#one_measure}}<dt>対象</dt><dd>{{clause}} {{clause_title}}</dd>{{/one_measure}}</dl>
{{#may_raise}}<p><a href="/findings/new?item={{id:u}}&amp;clause={{clause_key:u}}&amp;department={{department_key:u}}">この設問について指摘を起票する</a></p>{{/may_raise}}
<div class="cards">
{{#kind}}<section class="card"><h2>{{#response}}回答率{{/response}}{{#done}}実施率{{/done}}{{#partly}}一部実施を含む率{{/partly}}{{#points}}得点率{{/points}}{{#knowledge}}理解度{{/knowledge}}</h2>
{{#known}}<p class="big">{{percent}}％</p>
<p>{{#response}}提出した数 ÷ 対象の数{{/response}}{{#done}}実施と数えた回答 ÷（回答 − 該当なし）{{/done}}{{#partly}}実施と一部実施の回答 ÷（回答 − 該当なし）{{/partly}}{{#points}}重み×点の合計 ÷ 重み×100の合計{{/points}}{{#knowledge}}正解 ÷ 回答{{/knowledge}}<br>＝ {{numerator}} ÷ {{denominator}} ＝ <strong>{{percent}}％</strong></p>
<dl class="facts"><dt>分子</dt><dd>{{numerator}}{{#response}}{{unit}}{{/response}}{{#done}}件{{/done}}{{#partly}}件{{/partly}}{{#knowledge}}件{{/knowledge}}</dd><dt>分母</dt><dd>{{denominator}}{{#response}}{{unit}}{{/response}}{{#done}}件{{/done}}{{#partly}}件{{/partly}}{{#knowledge}}件{{/knowledge}}</dd><dt>該当なし（分母の外）</dt><dd>{{na}}件</dd><dt>分からない（分母の中、0点）</dt><dd>{{unknown}}件</dd><dt>無回答（分母の外）</dt><dd>{{unanswered}}件</dd></dl>{{/known}}
{{#without}}<p class="big">{{mark}}</p><p>分母になる回答がないため、値はありません。</p>{{/without}}
{{#withheld}}<p class="big">{{mark}}</p><p>回答者が{{k}}人に満たないか、この値から少人数の部署の値が分かるため、示しません。</p>{{/withheld}}
{{#leaves_out}}<p class="small">示さない{{left_out}}部署の回答は、この値に入っていません。</p>{{/leaves_out}}</section>
{{/kind}}
</div>
{{#choices_later}}<p class="notice">選択肢ごとの数は、正しい答えが分かるため、集計が確定した後に示します。</p>{{/choices_later}}
{{#choices}}<div class="scroll" tabindex="0" role="region" aria-label="選択肢ごとの数"><table><caption>選択肢ごとの数</caption><thead><tr><th scope="col">選択肢</th><th scope="col" class="number">回答（件）</th><th scope="col" class="number">点</th><th scope="col">実施率での扱い</th></tr></thead>
<tbody>{{#choice}}<tr><th scope="row">{{label}}</th><td class="number">{{times}}</td><td class="number">{{points}}</td><td>{{#counts}}実施に数える{{/counts}}{{#counts_not}}実施に数えない{{/counts_not}}{{#nothing}}分母に入れ、実施に数えない{{/nothing}}{{#outside}}分母から除く{{/outside}}</td></tr>
{{/choice}}</tbody></table></div>{{/choices}}
{{#items}}<div class="scroll" tabindex="0" role="region" aria-label="設問ごとの内訳 {{#done}}実施率{{/done}}{{#partly}}一部実施を含む率{{/partly}}{{#points}}得点率{{/points}}{{#knowledge}}理解度{{/knowledge}}"><table><caption>設問ごとの内訳：{{#done}}実施率{{/done}}{{#partly}}一部実施を含む率{{/partly}}{{#points}}得点率{{/points}}{{#knowledge}}理解度{{/knowledge}}</caption>
<thead><tr><th scope="col">設問</th><th scope="col" class="number">値</th><th scope="col" class="number">分子</th><th scope="col" class="number">分母</th><th scope="col" class="number">該当なし</th><th scope="col" class="number">分からない</th><th scope="col" class="number">無回答</th><th scope="col" class="number">重み</th></tr></thead>
<tbody>{{#item}}<tr><th scope="row"><a href="/figures/{{cycle_id}}/{{set_key:u}}/{{department_id}}/{{id:u}}">{{text}}</a></th>{{#known}}<td class="number">{{percent}}％</td><td class="number">{{numerator}}</td><td class="number">{{denominator}}</td><td class="number">{{na}}</td><td class="number">{{unknown}}</td><td class="number">{{unanswered}}</td>{{/known}}{{#without}}<td class="number">{{mark}}</td><td></td><td></td><td></td><td></td><td></td>{{/without}}{{#withheld}}<td class="number">{{mark}}</td><td></td><td></td><td></td><td></td><td></td>{{/withheld}}<td class="number">{{weight}}</td></tr>
{{/item}}</tbody></table></div>{{/items}}
<p class="small">件は回答の数です（1人・1システムなど、1つの票の1つの設問への回答を1件と数えます）。得点率の分子・分母は、重みと点を掛けた値です。割合は小数第2位を四捨五入しています。△（一部・時々）は実施に数えません。</p>
