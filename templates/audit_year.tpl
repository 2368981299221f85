{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/audits">監査</a></p>
<h1>監査の状況　{{year_name}}</h1>
<p class="actions"><a class="button second" href="/audit-years/{{year_before}}">{{year_before_name}}</a>{{#later}}<a class="button second" href="/audit-years/{{year_after}}">{{year_after_name}}</a>{{/later}}</p>
{{>report}}
<section><h2>文書</h2>
{{>papers}}</section>
