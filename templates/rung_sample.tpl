{{%AUTOESCAPE context="HTML"}}<section class="card"><h2>いま送るとしたら</h2><p>{{cycle_title}}：メールで{{with}}人、メールのない人（手渡し等）{{without}}人</p>
{{#sample}}<h3>はじめの一人への文面</h3><p><strong>{{sample_subject}}</strong></p><pre>{{sample_text}}</pre>{{/sample}}</section>
