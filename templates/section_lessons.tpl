{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/section?cycle={{cycle_id}}">所属の状況</a></p>
<h1>答え合わせをまだ読んでいない人</h1>
<p><strong>{{section_name}}</strong>　{{cycle_title}}</p>
<p class="small">提出した後に知識問題の正しい答えと解説を読むことは、基本方針6(5)の研修に当たります。本人が「わたしの点検」の受付票を開き、「読みました」を押すと、この一覧から外れます。ほかの人が代わりに記録することはできません。回答や正誤は表示しません。</p>
{{#nothing}}<div class="notice"><p>この実施回に、知識を問う設問のある点検票はありません。</p></div>{{/nothing}}
{{#set}}
<section class="card"><h2>{{set_title}}</h2>
{{#total}}<p>提出者{{submitted}}人のうち <strong>{{read}}人</strong>が読みました{{#rate}}（{{percent}}％）{{/rate}}。</p>{{/total}}
{{#nobody}}<p>まだ読んでいない人はいません（提出していない人は含みません）。</p>{{/nobody}}
<div class="scroll" tabindex="0" role="region" aria-label="{{set_title}}の答え合わせをまだ読んでいない人"><table><caption>まだ読んでいない人</caption><thead><tr><th scope="col">職員番号</th><th scope="col">氏名</th><th scope="col">職員種別</th></tr></thead>
<tbody>{{#person}}<tr><td>{{number}}</td><th scope="row">{{name}}</th><td>{{kind}}</td></tr>
{{/person}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/section/lessons?cycle={{cycle_id}}&amp;page={{page}}">前の100人</a>{{/earlier}}{{#later}}<a class="button second" href="/section/lessons?cycle={{cycle_id}}&amp;page={{page}}">次の100人</a>{{/later}}</p></section>
{{/set}}
