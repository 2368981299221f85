{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>実施回</h1>
{{#done_created}}<div class="notice good" role="status"><p>実施回を準備しました。一覧から開いて、内容を確かめてから開始してください。</p></div>{{/done_created}}
{{#no_cycles}}<p>まだ実施回がありません。</p>{{/no_cycles}}
<div class="scroll" tabindex="0" role="region" aria-label="実施回の一覧"><table><caption>実施回の一覧</caption><thead><tr><th scope="col">年度</th><th scope="col">名称</th><th scope="col">状態</th><th scope="col">期間</th><th scope="col">基準日</th></tr></thead>
<tbody>{{#cycle}}<tr><td>{{year_name}}</td><th scope="row"><a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></th><td><span class="tag">{{>state}}</span>{{#adhoc}} <span class="tag">随時</span>{{/adhoc}}{{#reopened}}<br><span class="small">第{{edition}}版</span>{{/reopened}}</td><td>{{opens}}から<br>{{due}}まで</td><td>{{base}}</td></tr>
{{/cycle}}</tbody></table></div>
<form method="post" action="/admin/cycles" class="card narrow" id="new"><h2>実施回を準備する</h2>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>まだ準備していません。印のある欄を直してください。</p></div>{{/refused}}
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="year">年度（西暦。4月に始まる年）</label>{{#bad_year}}<p class="complaint">西暦4桁で入力してください（例 2026）。</p>{{/bad_year}}<input type="number" id="year"{{#bad_year}} aria-invalid="true"{{/bad_year}} name="year" value="{{year}}" min="2000" max="2200"></div>
<div class="field"><label for="title">名称</label><p class="help" id="title-h">例　令和8年度 情報セキュリティ自己点検</p>{{#bad_title}}<p class="complaint">名称を入力してください（60字まで）。</p>{{/bad_title}}<input type="text" id="title"{{#bad_title}} aria-invalid="true"{{/bad_title}} name="title" value="{{title}}" aria-describedby="title-h"></div>
<div class="field"><label class="check"><input type="checkbox" name="adhoc" value="1" {{adhoc_checked}} aria-describedby="adhoc-h"><span>随時の点検（年度の定期の点検とは別に行う）</span></label><p class="help" id="adhoc-h">定期の点検と同じ時期に並べて行えます。</p></div>
<div class="field"><label class="check"><input type="checkbox" name="individual" value="1" {{individual_checked}} aria-describedby="individual-h"><span>所属長が一人ひとりの回答を見られるようにする</span></label><p class="help" id="individual-h">回答票にそのことを表示し、見たことを記録します。付けなければ、所属長に見えるのは提出の状況と集計だけです。</p></div>
<div class="field"><label for="base_day">基準日</label><p class="help" id="base-h">この日の所属で集計します。</p>{{#bad_base}}<p class="complaint">日付を入力してください。</p>{{/bad_base}}<input type="date" id="base_day"{{#bad_base}} aria-invalid="true"{{/bad_base}} name="base_day" value="{{base_day}}" aria-describedby="base-h"></div>
<div class="field"><label for="opens_day">開始の予定日</label>{{#bad_opens}}<p class="complaint">日付を入力してください。</p>{{/bad_opens}}<input type="date" id="opens_day"{{#bad_opens}} aria-invalid="true"{{/bad_opens}} name="opens_day" value="{{opens_day}}"></div>
<div class="field"><label for="due_day">締切日</label><p class="help" id="due-h">この日の23時59分59秒までが期限内です。</p>{{#bad_due}}<p class="complaint">開始日以後の日付を入力してください。</p>{{/bad_due}}<input type="date" id="due_day"{{#bad_due}} aria-invalid="true"{{/bad_due}} name="due_day" value="{{due_day}}" aria-describedby="due-h"></div>
<fieldset><legend>使う設問セット</legend>{{#bad_sets}}<p class="complaint">一つ以上選んでください。</p>{{/bad_sets}}
{{#no_loaded_sets}}<p>設問セットがありません。先に<a href="/admin/questionnaires">読み込んで</a>ください。</p>{{/no_loaded_sets}}
{{#set}}<p><label class="check"><input type="checkbox" name="set-{{set_id}}" value="1" {{checked}}><span>{{set_title}}（{{edition}}）</span></label></p>{{/set}}</fieldset>
<p class="actions"><button>準備する</button></p></form>
