{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="{{back}}">{{of}}　{{of_title}}</a></p>
<h1>{{paper_title}}{{#auditee}}（被監査部署用）{{/auditee}}{{#public}}（概要版）{{/public}}</h1>
<p><strong>{{of}}</strong>　{{of_title}}</p>
{{#done_issued}}<div class="notice good" role="status"><p>新しい版を発行しました。</p></div>{{/done_issued}}
{{#complaint}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>発行していません。{{text}}</p></div>{{/complaint}}
{{#auditee}}<p>監査調書のレビュー、特命監査を命じた人と理由など、監査人の内部の記録を省いた版です。</p>{{/auditee}}{{#public}}<p>氏名、システムの名称、場所、証拠、指摘の内容、監査人の記述、部署の自己点検の数値を省いた版です。完了した指摘は、概要版のために書いた件名と講じた措置を載せます。公開できない語がないか、発行の前に確かめてください。省いた箇所は、文書の最後に数を示します。</p>{{/public}}
{{#draft}}<div class="notice warn"><p>まだ確定していません。出力する文書には「案」と印字し、文書番号は付きません。</p></div>{{/draft}}
{{#free}}<div class="notice"><p>文書番号を付けずに、今の内容で出力します。</p></div>{{/free}}
{{#first}}<div class="notice"><p>まだ発行していません。最初に出力したときに、文書番号と日付が決まり、同じ内容を保存します。</p></div>{{/first}}
{{#waiting}}<div class="notice"><p>まだ発行されていません。監査責任者又は事務局が発行すると、出力できます。</p></div>{{/waiting}}
{{#gone}}<div class="notice"><p>発行されないまま、もとになる記録の保存期間が満了して廃棄されました。出力できません。</p></div>{{/gone}}
{{#changed}}<div class="notice warn"><p>発行したあとに、対象の内容が変わりました。次に出力するものは新しい版です。再開や差戻しの理由の記録がないときは、先に差替え理由を付けて発行してください。</p></div>{{/changed}}
{{#again}}<div class="notice"><p>発行済みです。何度出力しても、発行したときと同じ内容になります。</p></div>{{/again}}
{{#unissued}}<div class="notice"><p>まだ発行されていません。監査責任者又は事務局が発行するまでは、「案」と印字して出力します。</p></div>{{/unissued}}
{{#prints}}<p class="actions"><a class="button" href="{{pdf}}">PDFを出力する</a></p>
{{#has_tables}}{{>export}}{{/has_tables}}{{/prints}}
{{#document}}{{#issued}}<section class="card"><h2>第{{edition}}版</h2><dl class="facts">{{#numbered}}<dt>文書番号</dt><dd>{{number}}</dd>{{/numbered}}<dt>日付</dt><dd>{{issued_day}}</dd><dt>発行者</dt><dd>{{issued_by}}</dd>{{#because}}<dt>差替え理由</dt><dd>{{reason}}</dd>{{/because}}</dl>
<p><a href="{{link}}">第{{edition}}版のPDF</a></p></section>{{/issued}}
{{/document}}
{{#may_replace}}<section><h2>差替え</h2>
<p>理由を付けて新しい版を発行します。文書番号は変わらず、前の版も残ります。</p>
<form method="post" action="{{address}}" class="narrow"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="once" value="{{once}}"><div class="field"><label for="reason">差替え理由</label><input type="text" id="reason" name="reason" value="{{typed}}" maxlength="200" required></div><p class="actions"><button>新しい版を発行する</button></p></form></section>{{/may_replace}}
