{{%AUTOESCAPE context="HTML"}}<h1>報告書</h1>
{{#done_approved}}<div class="notice good" role="status"><p>電子決裁の記録を保存しました。</p></div>{{/done_approved}}
<form method="get" action="/reports" class="filter"><div><label for="cycle">実施回</label><select id="cycle" name="cycle">{{#cycle_choice}}<option value="{{value}}" {{selected}}>{{cycle_title}}</option>{{/cycle_choice}}</select></div><button class="second">表示する</button></form>
{{#draft}}<div class="notice warn"><p>{{cycle_title}}の集計はまだ確定していません。いま出力する報告書には「案」と印字し、文書番号は付きません。</p></div>{{/draft}}
{{#recipe}}
<section><h2>{{recipe_title}}</h2>
{{#papers}}<div class="scroll" tabindex="0" role="region" aria-label="{{recipe_title}}"><table><caption class="hidden-visually">{{recipe_title}}</caption><thead><tr><th scope="col">対象</th><th scope="col">文書番号</th><th scope="col">版</th><th scope="col">日付</th><th scope="col">出力</th></tr></thead>
<tbody>{{#paper}}<tr><th scope="row"><a href="/reports/{{recipe:u}}/{{cycle_id}}/{{key:u}}">{{subject}}</a></th>{{#numbered_kind}}{{#issued}}<td>{{#numbered}}{{number}}{{/numbered}}</td><td>第{{edition}}版</td><td>{{issued_day}}</td>{{/issued}}{{#unissued}}<td colspan="3">未発行</td>{{/unissued}}{{/numbered_kind}}{{#free_kind}}<td colspan="3">番号を付けない文書</td>{{/free_kind}}<td><a href="/reports/{{recipe:u}}/{{cycle_id}}/{{key:u}}.pdf">PDF<span class="hidden-visually">（{{subject}}）</span></a></td></tr>
{{/paper}}</tbody></table></div>{{/papers}}
{{#all}}<p><a href="/reports/{{recipe:u}}/{{cycle_id}}">部署ごとに出力する</a>{{#count}}<span class="small">（発行済み {{issued_count}}部署）</span>{{/count}}</p>
<form method="post" action="/reports/bind" class="filter"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="recipe" value="{{recipe}}"><input type="hidden" name="cycle" value="{{cycle_id}}">
<label><input type="checkbox" name="substitute" value="1"> 印字できない文字は〓にする</label>
<button class="second" name="form" value="pdf">全部署を1つのPDFにする</button><button class="second" name="form" value="zip">全部署のPDFをZIPにまとめる</button></form>{{/all}}
</section>
{{/recipe}}
{{#sheets}}
<section><h2>自己点検票（記入用）</h2>
<p>端末を使わない人のために、職員一人一人の票番号を入れた記入用の票をまとめてPDFにします。戻った票は事務局が代理入力します。</p>
<form method="post" action="/reports/bind" class="filter"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="recipe" value="sheet-blank"><input type="hidden" name="cycle" value="{{cycle_id}}">
<div><label for="sheet-department">部署</label><select id="sheet-department" name="department">{{#everybody}}<option value="">全部署</option>{{/everybody}}{{#department}}<option value="{{key}}">{{subject}}</option>{{/department}}</select></div>
<button class="second" name="form" value="pdf">1つのPDFにする</button></form>
</section>
{{/sheets}}
{{#approvals}}
<section><h2>電子決裁の記録</h2>
<p>決裁が済んだ職名に、氏名と決裁日を入れてください。これから発行する報告書の決裁欄に印字します。</p>
<form method="post" action="/reports/approvals" class="narrow"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="cycle" value="{{cycle_id}}">
{{#approval}}<fieldset><legend>{{post}}</legend><div class="field"><label for="name-{{number}}">氏名</label><input type="text" id="name-{{number}}" name="name-{{number}}" value="{{name}}"></div><div class="field"><label for="day-{{number}}">決裁日</label><input type="date" id="day-{{number}}" name="day-{{number}}" value="{{day}}"></div></fieldset>
{{/approval}}
<p class="actions"><button>保存する</button></p></form>
</section>
{{/approvals}}
<p class="small">画面で読むときは、<a href="/">わたしの点検</a>から集計の画面へ進んでください。同じ値を表と図で表示します。</p>
<p><a href="/jobs">処理の一覧</a><span class="small">（まとめて作った報告書など）</span></p>
