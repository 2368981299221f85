{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></p>
<h1>研修の記録（答え合わせ）</h1>
<p>点検票を提出した人が、知識問題の正しい答えと解説、「できていない」などへの助言を読み、「読みました」を押した記録です。基本方針6(5)の研修・啓発の記録として使えます。回答や正誤は含みません。</p>
{{#nothing}}<div class="notice"><p>この実施回に、知識を問う設問のある点検票はありません。</p></div>{{/nothing}}
{{#record}}
{{#total}}<p class="big">{{set_title}}：読んだ人 {{read}}人／提出者 {{submitted}}人{{#rate}}（{{percent}}％）{{/rate}}</p>{{/total}}
{{#when_final}}<p>集計の確定までに読んだ人は{{read}}人で、報告書にはこの数を載せています。その後に読んだ人は、この画面とファイルにだけ加わります。</p>{{/when_final}}
<p class="small">単位は人です。所属と職員種別は基準日のもので、兼務のある人は主な所属で1人と数えます。対象外とした人は含みません。</p>
<div class="scroll" tabindex="0" role="region" aria-label="部署ごとの人数"><table><caption>部署ごとの人数</caption><thead><tr><th scope="col">部署</th><th scope="col" class="number">提出者</th><th scope="col" class="number">読んだ人</th><th scope="col" class="number">割合</th></tr></thead>
<tbody>{{#by_department}}<tr><th scope="row">{{count_name}}</th><td class="number">{{submitted}}</td><td class="number">{{read}}</td><td class="number">{{#rate}}{{percent}}％{{/rate}}</td></tr>
{{/by_department}}</tbody></table></div>
<div class="scroll" tabindex="0" role="region" aria-label="職員種別ごとの人数"><table><caption>職員種別ごとの人数</caption><thead><tr><th scope="col">職員種別</th><th scope="col" class="number">提出者</th><th scope="col" class="number">読んだ人</th><th scope="col" class="number">割合</th></tr></thead>
<tbody>{{#by_kind}}<tr><th scope="row">{{count_name}}{{#nameless}}（記載なし）{{/nameless}}</th><td class="number">{{submitted}}</td><td class="number">{{read}}</td><td class="number">{{#rate}}{{percent}}％{{/rate}}</td></tr>
{{/by_kind}}</tbody></table></div>
<h2>一人ひとりの記録</h2>
<form method="get" action="/admin/lessons/{{cycle_id}}" class="filter"><div><label for="set">点検票</label><select id="set" name="set">{{#set_choice}}<option value="{{value}}" {{selected}}>{{choice_title}}</option>{{/set_choice}}</select></div><div><label for="department">部署</label><select id="department" name="department"><option value="">すべて</option>{{#department_choice}}<option value="{{value}}" {{selected}}>{{name}}</option>{{/department_choice}}</select></div>
<div><label for="state">答え合わせ</label><select id="state" name="state"><option value="">すべて</option><option value="unread" {{unread_selected}}>まだ読んでいない</option><option value="read" {{read_selected}}>読んだ</option></select></div><button class="second">表示する</button></form>
{{#nobody}}<div class="notice"><p>当てはまる人はいません。</p></div>{{/nobody}}
<div class="scroll" tabindex="0" role="region" aria-label="一人ひとりの記録"><table><caption>提出した人（部署の順）</caption><thead><tr><th scope="col">職員番号</th><th scope="col">氏名</th><th scope="col">部署（基準日）</th><th scope="col">職員種別</th><th scope="col">点検票</th><th scope="col">読んだ日</th></tr></thead>
<tbody>{{#person}}<tr><td>{{number}}</td><th scope="row">{{name}}</th><td>{{department}}</td><td>{{kind}}</td><td>{{set_title}}</td><td>{{#has_read}}{{read_day}}{{/has_read}}{{#has_not}}<span class="muted">まだ</span>{{/has_not}}</td></tr>
{{/person}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/admin/lessons/{{cycle_id}}?page={{page}}&amp;set={{set_key:u}}&amp;state={{state_key:u}}&amp;department={{department_key:u}}">前の100人</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/lessons/{{cycle_id}}?page={{page}}&amp;set={{set_key:u}}&amp;state={{state_key:u}}&amp;department={{department_key:u}}">次の100人</a>{{/later}}</p>
{{>export}}
{{/record}}
