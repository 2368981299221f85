{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a> ＞ <a href="/policy/editions">版</a></p>
<h1>基本方針の新旧対照</h1>
{{#not_two}}<p>対照できる版がまだ二つありません。</p>{{/not_two}}
{{#revision}}
<form method="get" action="/policy/compare" class="filter"><div><label for="before">旧</label><select id="before" name="before">{{#edition_choice}}<option value="{{edition_id}}" {{before_selected}}>{{edition}}{{#withdrawn}}（取下げ）{{/withdrawn}}</option>{{/edition_choice}}</select></div><div><label for="after">新</label><select id="after" name="after">{{#edition_choice}}<option value="{{edition_id}}" {{after_selected}}>{{edition}}{{#withdrawn}}（取下げ）{{/withdrawn}}</option>{{/edition_choice}}</select></div><button>対照する</button></form>
<p>変更 <strong>{{changed_count}}</strong>、新設 <strong>{{new_count}}</strong>、削除 <strong>{{removed_count}}</strong>、表記のみ {{typography_count}}、番号の移動 {{moved_count}}、同じ文 {{same_count}}</p>
{{#printable}}<p><a href="/policy/editions/{{edition_id}}/comparison.pdf">新旧対照表（PDF）</a></p>
{{/printable}}{{>export}}
<p class="small muted">違うところに下線を引き、［ ］で囲んでいます。文は原文のままです（原文ママ）。設問・指摘は、旧の番号に結び付くものです。</p>
{{#no_difference}}<p>違いはありません。</p>{{/no_difference}}
{{#row}}<section class="card"><h2>{{key}}{{#moved}} → {{new_key}}{{/moved}} {{clause_title}} {{#same}}<span class="tag">番号のみ</span>{{/same}}{{#typography}}<span class="tag">表記のみ</span>{{/typography}}{{#changed}}<span class="tag draft">変更</span>{{/changed}}{{#new}}<span class="tag done">新設</span>{{/new}}{{#removed}}<span class="tag late">削除</span>{{/removed}}</h2>
<div class="sides"><div><h3>旧</h3><p>{{#was}}{{#run}}{{#alike}}{{text}}{{/alike}}{{#differs}}<del>{{text}}</del>{{/differs}}{{/run}}{{/was}}{{#new}}（なし）{{/new}}</p></div><div><h3>新</h3><p>{{#is}}{{#run}}{{#alike}}{{text}}{{/alike}}{{#differs}}<ins>{{text}}</ins>{{/differs}}{{/run}}{{/is}}{{#removed}}（なし）{{/removed}}</p></div></div>
{{#items}}<details><summary>関係する設問・監査項目（{{item_count}}）</summary><ul class="small">{{#item}}<li>{{id}}　{{text}}</li>{{/item}}</ul></details>{{/items}}
{{#article}}<p class="small">対策基準：{{number}}　{{article_title}}</p>
{{/article}}{{#finding}}<p class="small">指摘：<a href="/findings/{{finding_id}}">{{number}}　{{finding_title}}</a>（{{audited_name}}）　{{>state}}</p>{{/finding}}
</section>
{{/row}}
{{/revision}}
