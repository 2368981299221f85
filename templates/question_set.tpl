{{%AUTOESCAPE context="HTML"}}<div class="sheet">
<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/questionnaires">設問セット</a></p>
<h1>{{set_title}}（{{edition}}）の見え方</h1>
<p>全{{item_count}}問、約{{minutes}}分。回答画面と同じ見え方です。ここで選んでも保存されません。「対象」のある設問は、その部署だけに表示します。</p>
<p class="small">{{purpose}}</p>
<form action="/admin/questionnaires">
{{#section}}
<h2>{{heading_clause}} {{heading}}</h2>
{{#item}}
<fieldset id="q-{{id}}"{{#faulty}} class="missing"{{/faulty}}{{#help_line}} aria-describedby="{{id}}-h"{{/help_line}}>
<legend><span class="clause">{{clause}} {{clause_title}}</span>{{number}}．{{text}}{{#priority}} <span class="tag star">重点</span>{{/priority}}</legend>
{{#lack_answer}}<p class="complaint">答えを入力してください。</p>{{/lack_answer}}
{{#help_line}}<p class="hint" id="{{id}}-h">{{help}}</p>{{/help_line}}
{{#choices}}<div class="options{{#tall}} tall{{/tall}}">{{#choice}}<label><input type="radio" name="{{id}}" value="{{code}}"{{#first}} id="{{id}}-1"{{/first}}{{#why}} class="why"{{/why}} {{checked}}><span>{{label}}</span></label>{{/choice}}</div>{{/choices}}
{{#lack_extra}}<p class="complaint">こちらも入力してください。</p>{{/lack_extra}}
{{#no_date}}<p class="complaint">実在する日付を入力してください（例 2026-05-01）。</p>{{/no_date}}
{{#no_number}}<p class="complaint">0以上の数を半角数字で入力してください。</p>{{/no_number}}
{{#text_long}}<p class="complaint">2,000字までにしてください。</p>{{/text_long}}
{{#date}}<p class="extra"><label for="{{id}}-x">年月日</label><input type="date" id="{{id}}-x" name="{{id}}-x" value="{{extra}}"></p>{{/date}}
{{#number_field}}<p class="extra"><label for="{{id}}-x">数</label><input type="text" inputmode="numeric" id="{{id}}-x" name="{{id}}-x" value="{{extra}}"></p>{{/number_field}}
{{#free_text}}<textarea id="{{id}}-x" name="{{id}}-x" aria-label="{{text}}">{{extra:p}}</textarea>{{/free_text}}
{{#reason_field}}<div class="reason">{{#lack_reason}}<p class="complaint">理由・状況を書いてください。</p>{{/lack_reason}}{{#reason_long}}<p class="complaint">1,000字までにしてください。</p>{{/reason_long}}<label for="{{id}}-r">理由・状況（{{#need}}「{{label}}」{{/need}}は必須）</label><textarea id="{{id}}-r" name="{{id}}-r" rows="2">{{reason:p}}</textarea></div>{{/reason_field}}
</fieldset>
{{/item}}
{{/section}}
</form></div>
