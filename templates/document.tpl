{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/reports?cycle={{cycle_id}}">報告書</a></p>
<h1>{{recipe_title}}</h1>
<p><strong>{{subject}}</strong>　{{cycle_title}}</p>
{{#done_issued}}<div class="notice good" role="status"><p>新しい版を発行しました。</p></div>{{/done_issued}}
{{#complaint}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>発行していません。{{text}}</p></div>{{/complaint}}
{{#draft}}<div class="notice warn"><p>集計はまだ確定していません。出力する文書には「案」と印字し、文書番号は付きません。</p></div>{{/draft}}
{{#first}}<div class="notice"><p>まだ発行していません。最初に出力したときに、文書番号と日付が決まり、同じ内容を保存します。</p></div>{{/first}}
{{#again}}<div class="notice"><p>発行済みです。何度出力しても、発行したときと同じ内容になります。</p></div>{{/again}}
<p class="actions"><a class="button" href="/reports/{{recipe:u}}/{{cycle_id}}/{{key:u}}.pdf">PDFを出力する</a></p>
{{>export}}
{{#document}}{{#issued}}<section class="card"><h2>第{{edition}}版</h2><dl class="facts">{{#numbered}}<dt>文書番号</dt><dd>{{number}}</dd>{{/numbered}}<dt>日付</dt><dd>{{issued_day}}</dd><dt>発行者</dt><dd>{{issued_by}}</dd>{{#because}}<dt>差替え理由</dt><dd>{{reason}}</dd>{{/because}}</dl>
<p><a href="/reports/{{recipe:u}}/{{cycle_id}}/{{key:u}}.pdf?edition={{edition}}">第{{edition}}版のPDF</a></p></section>{{/issued}}
{{/document}}
{{#may_replace}}<section><h2>差替え</h2>
<p>理由を付けて新しい版を発行します。文書番号は変わらず、前の版も残ります。数値は変わりません。</p>
<form method="post" action="/reports/{{recipe:u}}/{{cycle_id}}/{{key:u}}" class="narrow"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="once" value="{{once}}"><div class="field"><label for="reason">差替え理由</label><input type="text" id="reason" name="reason" value="{{typed}}" maxlength="200" required></div><p class="actions"><button>新しい版を発行する</button></p></form></section>{{/may_replace}}
