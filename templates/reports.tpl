{{%AUTOESCAPE context="HTML"}}<h1>報告書</h1>
<form method="get" action="/reports" class="filter"><div><label for="cycle">実施回</label><select id="cycle" name="cycle">{{#cycle_choice}}<option value="{{value}}" {{selected}}>{{cycle_title}}</option>{{/cycle_choice}}</select></div><button class="second">表示する</button></form>
{{#draft}}<div class="notice warn"><p>{{cycle_title}}は実施中です。いま出力する報告書には「案」と印字します。</p></div>{{/draft}}
{{#recipe}}
<section><h2>{{recipe_title}}</h2>
{{#whole}}{{#paper}}<p><a class="button second" href="/reports/{{recipe:u}}/{{cycle_id}}/{{key:u}}.pdf">{{subject}}全体のPDF</a></p>{{/paper}}{{/whole}}
{{#departments}}<ul class="columns">{{#paper}}<li><a href="/reports/{{recipe:u}}/{{cycle_id}}/{{key:u}}.pdf">{{subject}}<span class="small">（PDF）</span></a></li>{{/paper}}</ul>{{/departments}}
</section>
{{/recipe}}
<p><a href="/jobs">処理の一覧</a><span class="small">（まとめて作った報告書など）</span></p>
<p class="small">画面で読むときは、<a href="/">わたしの点検</a>から集計の画面へ進んでください。同じ値を表と図で表示します。</p>
