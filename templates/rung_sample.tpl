{{%AUTOESCAPE context="HTML"}}<section class="card"><h2>いま送るとしたら</h2><p>{{cycle_title}}：メールで{{with}}人、メールのない人（手渡し等）{{without}}人{{#absent}}、休職中のため送らない人{{people}}人{{/absent}}</p>
{{#untold}}<p class="bad-text">次の部署には、知らせる所属長も上位の長もいません：{{departments}}</p>{{/untold}}
{{#sample}}<h3>はじめの一人への文面</h3><p><strong>{{sample_subject}}</strong></p><pre>{{sample_text}}</pre>{{/sample}}</section>
