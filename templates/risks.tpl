{{%AUTOESCAPE context="HTML"}}<h1>リスク評価　{{year_name}}</h1>
{{#done_copied}}<div class="notice good" role="status"><p>前年度の評価を引き継ぎました。受容の承認は引き継いでいません。</p></div>{{/done_copied}}
{{#done_settled}}<div class="notice good" role="status"><p>リスク評価表を確定し、文書として発行しました。</p></div>{{/done_settled}}
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>{{complaint}}</p></div>{{/refused}}
<p>基本方針8に基づき、守るものごとに、五つの脅威の起こりやすさ（1〜5）と損失（1〜5）を評価した表です。{{#every_department}}<a href="/policy/reviews">見直しの検討の記録</a>{{/every_department}}</p>
<p class="actions">{{#may_assess}}<a class="button" href="/risks/new?year={{year}}">評価を加える</a>{{/may_assess}}{{#earlier}}<a class="button second" href="/risks?year={{year_before}}">前の年度</a>{{/earlier}}{{#later}}<a class="button second" href="/risks?year={{year_after}}">次の年度</a>{{/later}}</p>
{{#settled}}<div class="notice"><p><span class="tag">確定</span>　{{#settlement}}第{{edition}}版。{{approved_by}}が{{approved_day}}に承認しました（記録　{{settled_by}}　{{settled_at}}）。{{#because}}改めた理由　{{settled_reason}}{{/because}}{{/settlement}}</p></div>{{/settled}}
{{#unsettled}}<div class="notice warn"><p><span class="tag">案</span>　第{{next_edition}}版はまだ確定していません。{{#settlement}}第{{edition}}版は、{{approved_by}}が{{approved_day}}に承認しました。そのあとに評価が改められています。{{/settlement}}</p></div>{{/unsettled}}
<div class="scroll" tabindex="0" role="region" aria-label="リスクの分布"><table class="matrix"><caption>リスクの分布（件数）</caption><thead><tr><th scope="col">起こりやすさ＼損失</th>{{#matrix_column}}<th scope="col" class="number">{{loss}}</th>{{/matrix_column}}</tr></thead>
<tbody>{{#matrix_row}}<tr><th scope="row" class="number">{{likelihood}}</th>{{#matrix_cell}}<td class="band-{{band}}"><span class="small">{{band_word}}</span> <strong>{{#some}}{{count}}件{{/some}}</strong></td>{{/matrix_cell}}</tr>
{{/matrix_row}}</tbody></table></div>
{{>scale}}
{{#gone}}<p>この年度の評価は、保存期間が満了したため廃棄しました。</p>{{/gone}}
{{#none}}<p>この年度の評価はまだありません。</p>
{{#may_assess}}<form method="post" action="/risks/copy"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="year" value="{{year}}"><p class="actions"><button class="second">前年度の評価を引き継ぐ</button></p></form>{{/may_assess}}{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="リスクの一覧"><table><caption>リスクの一覧（値の大きい順）</caption><thead><tr><th scope="col" class="number">値</th><th scope="col">区分</th><th scope="col">守るもの</th><th scope="col">脅威</th><th scope="col">部署</th><th scope="col" class="number">起こりやすさ</th><th scope="col" class="number">損失</th><th scope="col">責任者</th><th scope="col">対応</th></tr></thead>
<tbody>{{#risk}}<tr><td class="number">{{value}}</td><td>{{#low}}<span class="tag todo">{{band_word}}</span>{{/low}}{{#middle}}<span class="tag draft">{{band_word}}</span>{{/middle}}{{#high}}<span class="tag late">{{band_word}}</span>{{/high}}{{#extreme}}<span class="tag star">{{band_word}}</span>{{/extreme}}</td><th scope="row"><a href="/risks/{{risk_id}}">{{asset}}</a></th><td>{{threat}} {{threat_title}}</td><td>{{asset_department}}</td><td class="number">{{likelihood}}</td><td class="number">{{loss}}</td><td>{{owner_name}}</td><td>{{treatment_word}}{{#acceptance_waits}} <span class="tag draft">受容の承認待ち</span>{{/acceptance_waits}}{{#accepted}} {{#expired}}<span class="tag late">受容の期限切れ</span>{{/expired}} {{accepted_name}}が承認、{{accepted_until}}まで{{/accepted}}</td></tr>
{{/risk}}</tbody></table></div>
{{#every_department}}<p><a href="/papers/risk-assessment/{{year}}">リスク評価表（文書）</a></p>
{{/every_department}}{{>export}}
{{#may_settle}}<section><h2>第{{next_edition}}版の確定</h2>
<p>承認を受けた表を確定します。文書番号、日付、版を付けて発行し、このときの内容を残します。確定したあとに評価を改めると、次の版の案になります。</p>
<form method="post" action="/risks/{{year}}/settle" class="narrow"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="changes" value="{{changes}}">
<div class="field"><label for="approved_by">承認した人（職名・会議名）</label><input type="text" id="approved_by" name="approved_by" value="{{approved_by_typed}}" maxlength="100" required></div>
<div class="field"><label for="approved_day">承認の日</label><input type="date" id="approved_day" name="approved_day" value="{{approved_day_typed}}" required></div>
{{#again}}<div class="field"><label for="reason">改めた理由</label><input type="text" id="reason" name="reason" value="{{reason_typed}}" maxlength="200" required></div>
{{/again}}<p class="actions"><button>確定して発行する</button></p></form></section>{{/may_settle}}
