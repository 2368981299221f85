{{%AUTOESCAPE context="HTML"}}<h1>報告書</h1>
<form method="get" action="/reports" class="filter"><div><label for="cycle">実施回</label><select id="cycle" name="cycle">{{#cycle_choice}}<option value="{{value}}" {{selected}}>{{cycle_title}}</option>{{/cycle_choice}}</select></div><div><label for="form">形式</label><select id="form" name="form"><option value="pdf">PDF</option>{{#form_choice}}<option value="{{value}}" {{selected}}>{{#form_0}}表をExcelで{{/form_0}}{{#form_1}}表をCSV（UTF-8）で{{/form_1}}{{#form_2}}表をCSV（UTF-8・値の保護）で{{/form_2}}{{#form_3}}表をCSV（Shift_JIS）で{{/form_3}}{{#form_4}}表をCSV（Shift_JIS・値の保護）で{{/form_4}}</option>{{/form_choice}}</select></div><button class="second">表示する</button></form>
{{#draft}}<div class="notice warn"><p>{{cycle_title}}は実施中です。いま出力する報告書には「案」と印字します。</p></div>{{/draft}}
{{#recipe}}
<section><h2>{{recipe_title}}</h2>
{{#whole}}{{#paper}}<p><a class="button second" href="{{link}}">{{subject}}全体{{#pdf}}のPDF{{/pdf}}{{#tables}}の表{{/tables}}</a></p>{{/paper}}{{/whole}}
{{#departments}}<ul class="columns">{{#paper}}<li><a href="{{link}}">{{subject}}<span class="small">{{#pdf}}（PDF）{{/pdf}}{{#tables}}（表）{{/tables}}</span></a></li>{{/paper}}</ul>{{/departments}}
</section>
{{/recipe}}
<p><a href="/jobs">処理の一覧</a><span class="small">（まとめて作った報告書など）</span></p>
<p class="small">画面で読むときは、<a href="/">わたしの点検</a>から集計の画面へ進んでください。同じ値を表と図で表示します。</p>
