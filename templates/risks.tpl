{{%AUTOESCAPE context="HTML"}}<h1>リスク評価　{{year_name}}</h1>
{{#done_copied}}<div class="notice good" role="status"><p>前年度の評価を引き継ぎました。受容の承認は引き継いでいません。</p></div>{{/done_copied}}
<p>基本方針8に基づき、守るものごとに、五つの脅威の起こりやすさ（1〜5）と損失（1〜5）を評価した表です。{{#every_department}}<a href="/policy/reviews">見直しの検討の記録</a>{{/every_department}}</p>
<p class="actions">{{#may_assess}}<a class="button" href="/risks/new?year={{year}}">評価を加える</a>{{/may_assess}}<a class="button second" href="/risks?year={{year_before}}">前の年度</a><a class="button second" href="/risks?year={{year_after}}">次の年度</a></p>
<div class="scroll" tabindex="0" role="region" aria-label="リスクの分布"><table class="matrix"><caption>リスクの分布（件数）</caption><thead><tr><th scope="col">起こりやすさ＼損失</th>{{#matrix_column}}<th scope="col" class="number">{{loss}}</th>{{/matrix_column}}</tr></thead>
<tbody>{{#matrix_row}}<tr><th scope="row" class="number">{{likelihood}}</th>{{#matrix_cell}}<td class="band-{{band}}"><span class="small">{{band_word}}</span> <strong>{{#some}}{{count}}件{{/some}}</strong></td>{{/matrix_cell}}</tr>
{{/matrix_row}}</tbody></table></div>
{{>scale}}
{{#none}}<p>この年度の評価はまだありません。</p>
{{#may_assess}}<form method="post" action="/risks/copy"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="year" value="{{year}}"><p class="actions"><button class="second">前年度の評価を引き継ぐ</button></p></form>{{/may_assess}}{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="リスクの一覧"><table><caption>リスクの一覧（値の大きい順）</caption><thead><tr><th scope="col" class="number">値</th><th scope="col">区分</th><th scope="col">守るもの</th><th scope="col">脅威</th><th scope="col">部署</th><th scope="col" class="number">起こりやすさ</th><th scope="col" class="number">損失</th><th scope="col">責任者</th><th scope="col">対応</th></tr></thead>
<tbody>{{#risk}}<tr><td class="number">{{value}}</td><td>{{#low}}<span class="tag todo">{{band_word}}</span>{{/low}}{{#middle}}<span class="tag draft">{{band_word}}</span>{{/middle}}{{#high}}<span class="tag late">{{band_word}}</span>{{/high}}{{#extreme}}<span class="tag star">{{band_word}}</span>{{/extreme}}</td><th scope="row"><a href="/risks/{{risk_id}}">{{asset}}</a></th><td>{{threat}} {{threat_title}}</td><td>{{asset_department}}</td><td class="number">{{likelihood}}</td><td class="number">{{loss}}</td><td>{{owner_name}}</td><td>{{treatment_word}}{{#acceptance_waits}} <span class="tag draft">受容の承認待ち</span>{{/acceptance_waits}}{{#accepted}} {{#expired}}<span class="tag late">受容の期限切れ</span>{{/expired}} {{accepted_name}}が承認、{{accepted_until}}まで{{/accepted}}</td></tr>
{{/risk}}</tbody></table></div>
{{#every_department}}<p><a href="/risks/{{year}}/assessment.pdf">リスク評価表（PDF）</a></p>
{{/every_department}}{{>export}}
