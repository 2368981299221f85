{{%AUTOESCAPE context="HTML"}}<h1>{{policy_title}}</h1>
<p>{{policy_edition}}の基本方針の構成と、その要約です。要約は点検のために書いたもので、正式な文は基本方針の本文を見てください。数は、その項目について尋ねる設問の数です。</p>
<p class="actions"><a class="button second" href="/policy/editions">基本方針の版と原文</a><a class="button second" href="/standards">対策基準</a>{{#may_procedures}}<a class="button second" href="/procedures">実施手順（非公開）</a>{{/may_procedures}}{{#may_reviews}}<a class="button second" href="/policy/reviews">見直しの検討</a>{{/may_reviews}}</p>
{{#chapter}}
<section><h2>{{display}} {{clause_title}}</h2>
<p>{{summary}}</p>
<p class="small muted">{{#checks}}自己点検 {{check_count}}問　{{/checks}}{{#audits}}監査 {{audit_count}}項目{{/audits}}</p>
{{#clause}}<div class="clause-row"><h3>{{display}} {{clause_title}}{{#threat}} <span class="tag">脅威</span>{{/threat}}{{#duty}} <span class="tag done">義務</span>{{/duty}}</h3>
<p>{{summary}}</p>
<p class="small muted">{{#checks}}自己点検 {{check_count}}問　{{/checks}}{{#audits}}監査 {{audit_count}}項目{{/audits}}</p></div>
{{/clause}}
</section>
{{/chapter}}
