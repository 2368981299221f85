{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/audits/{{engagement_id}}/checklist">監査チェックリスト</a>　<a href="/audits/{{engagement_id}}/checklist/{{item:u}}">{{item}}</a></p>
<h1>監査調書の履歴</h1>
<p class="small">{{number}}　{{engagement_title}}　{{audited_name}}{{#of_entry}}　{{entry_name}}{{/of_entry}}{{#key_only}}　重点項目のみ{{/key_only}}{{#all_items}}　全項目{{/all_items}}</p>
<p>{{item}}　{{text}}</p>
{{#none}}<div class="notice"><p>まだ何も記録されていません。</p></div>{{/none}}
{{#acted}}<div class="card"><h2>{{>what}}</h2><p class="small">{{at}}　{{who}}</p>{{#noted}}<p class="lines">{{note:p}}</p>{{/noted}}{{#judged}}<p>判定：{{>from}} → {{>to}}</p>{{/judged}}{{#recommended_set}}<p>推奨事項のしるしを付けた</p>{{/recommended_set}}{{#recommended_taken}}<p>推奨事項のしるしを外した</p>{{/recommended_taken}}{{#good_set}}<p>好事例のしるしを付けた</p>{{/good_set}}{{#good_taken}}<p>好事例のしるしを外した</p>{{/good_taken}}
{{#changed}}<dl class="facts"><dt>{{>field}}</dt><dd class="lines"><del>{{before_text:p}}</del>
<ins>{{after_text:p}}</ins></dd></dl>{{/changed}}</div>
{{/acted}}
