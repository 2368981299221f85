{{%AUTOESCAPE context="HTML"}}{{#section}}
<h2>{{heading_clause}} {{heading}}</h2>
{{#wording}}<details class="wording small"><summary>基本方針の条文（原文）を読む</summary>{{#worded}}<p><strong>{{worded_key}} {{worded_title}}</strong></p>
{{#paragraph}}<p>{{text}}</p>
{{/paragraph}}{{/worded}}</details>
{{/wording}}{{#standards}}<details class="wording small"><summary>対策基準の条文を読む</summary>{{#article}}<p><strong>{{article_number}} {{article_title}}</strong></p>
<p class="lines">{{article_text:p}}</p>
{{/article}}</details>
{{/standards}}{{#item}}
<fieldset id="q-{{id}}"{{#faulty}} class="missing"{{/faulty}}{{#help_line}} aria-describedby="{{id}}-h"{{/help_line}}>
<legend><span class="clause">{{clause}} {{clause_title}}</span>{{number}}．{{text}}{{#priority}} <span class="tag star">重点</span>{{/priority}}</legend>
{{#asked_back}}<div class="notice warn"><p><strong>見直しのお願い</strong>　{{comment}}</p></div>{{/asked_back}}
{{#lack_answer}}<p class="complaint">答えを入力してください。</p>{{/lack_answer}}
{{#help_line}}<p class="hint" id="{{id}}-h">{{help}}</p>{{/help_line}}
{{#knowledge}}<p class="small">提出すると正しい答えと解説を表示します。表示した後は、この設問の答えを変えられません。</p>{{/knowledge}}{{#knowledge_stands}}<p class="small">正しい答えを表示したため、この設問の答えは変えられません。正しい答えと解説は、受付票から見られます。</p>{{/knowledge_stands}}
{{#choices}}<div class="options{{#tall}} tall{{/tall}}">{{#choice}}<label><input type="radio" name="{{id}}" value="{{code}}"{{#first}} id="{{id}}-1"{{/first}}{{#why}} class="why"{{/why}}{{#na}} class="why na"{{/na}} {{checked}} {{disabled}}><span>{{label}}</span></label>{{/choice}}</div>{{/choices}}
{{#lack_extra}}<p class="complaint">こちらも入力してください。</p>{{/lack_extra}}
{{#no_date}}<p class="complaint">実在する日付を入力してください（例 2026-05-01）。</p>{{/no_date}}
{{#no_number}}<p class="complaint">0以上の数を半角数字で入力してください。</p>{{/no_number}}
{{#text_long}}<p class="complaint">2,000字までにしてください。</p>{{/text_long}}
{{#date}}<p class="extra"><label for="{{id}}-x">年月日</label><input type="date" id="{{id}}-x" name="{{id}}-x" value="{{extra}}"></p>{{/date}}
{{#number_field}}<p class="extra"><label for="{{id}}-x">数</label><input type="text" inputmode="numeric" id="{{id}}-x" name="{{id}}-x" value="{{extra}}"></p>{{/number_field}}
{{#before}}<div class="before"><p><strong>前回の回答</strong>　{{before_label}}{{#before_extra}}　{{extra}}{{/before_extra}}{{#before_reason}}<br>理由・状況：{{reason}}{{/before_reason}}</p>{{#reworded}}<p><span class="tag">文言変更</span> 前回の設問：{{former_text}}</p>{{/reworded}}</div>{{/before}}
{{#evidence_field}}<p class="extra"><button name="do" value="evidence" class="second">一時保存して、証跡のファイルを添える（{{evidence_files}}件まで）</button></p>{{/evidence_field}}
{{#free_text}}<textarea id="{{id}}-x" name="{{id}}-x" aria-label="{{text}}">{{extra:p}}</textarea>{{/free_text}}
{{#reason_field}}<div class="reason">{{#na_field}}<div class="na-field">{{#lack_na}}<p class="complaint">該当しない理由を選んでください。</p>{{/lack_na}}<label for="{{id}}-n">該当しない理由（「該当なし」は必須）</label><select id="{{id}}-n" name="{{id}}-n"><option value="">選んでください</option>{{#na_reason}}<option value="{{key}}" {{selected}}>{{na_name}}</option>{{/na_reason}}</select></div>{{/na_field}}{{#lack_reason}}<p class="complaint">理由・状況を書いてください。</p>{{/lack_reason}}{{#reason_long}}<p class="complaint">1,000字までにしてください。</p>{{/reason_long}}<label for="{{id}}-r">理由・状況（{{#need}}「{{label}}」{{/need}}は必須）</label><textarea id="{{id}}-r" name="{{id}}-r" rows="2">{{reason:p}}</textarea></div>{{/reason_field}}
</fieldset>
{{/item}}
{{/section}}
{{#hidden_items}}
<details><summary>この部署では対象外の設問（{{hidden_count}}問）</summary>
<p class="small">部署の業務に関係しないため、表示していません。違うときは事務局へお知らせください。</p>
<ul class="small">{{#hidden_item}}<li>{{text}}<br><span class="muted">対象：{{#flag}}「{{flag_name}}」{{/flag}}{{#all}}のある部署{{/all}}{{#any}}のいずれかがある部署{{/any}}</span></li>{{/hidden_item}}</ul></details>
{{/hidden_items}}