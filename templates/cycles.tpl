{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>実施回</h1>
{{#done_discarded}}<div class="notice good" role="status"><p>実施回を取りやめました。</p></div>{{/done_discarded}}
{{#no_cycles}}<p>まだ実施回がありません。</p>{{/no_cycles}}
<div class="scroll" tabindex="0" role="region" aria-label="実施回の一覧"><table><caption>実施回の一覧</caption><thead><tr><th scope="col">年度</th><th scope="col">名称</th><th scope="col">状態</th><th scope="col">期間</th><th scope="col">基準日</th></tr></thead>
<tbody>{{#cycle}}<tr><td>{{year_name}}</td><th scope="row"><a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></th><td><span class="tag">{{>state}}</span>{{#adhoc}} <span class="tag">随時</span>{{/adhoc}}{{#reopened}}<br><span class="small">第{{edition}}版</span>{{/reopened}}</td><td>{{opens}}から<br>{{due}}まで</td><td>{{base}}</td></tr>
{{/cycle}}</tbody></table></div>
<form method="post" action="/admin/cycles" class="card narrow" id="new"><h2>実施回を準備する</h2>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>まだ準備していません。印のある欄を直してください。</p></div>{{/refused}}
<input type="hidden" name="form_key" value="{{form_key}}">
{{>fields}}
<p class="actions"><button>準備する</button></p></form>
