{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>閉庁日</h1>
{{#done_added}}<div class="notice good" role="status"><p>閉庁日を追加しました。</p></div>{{/done_added}}
{{#done_removed}}<div class="notice good" role="status"><p>閉庁日を削除しました。</p></div>{{/done_removed}}
<p>督促は閉庁日に送りません。締切前の督促はその前の開庁日に、締切後の督促は次の開庁日に送ります。</p>
<ul><li>土曜日と日曜日</li><li>国民の祝日と休日（下の表）</li>{{#december}}<li>12月{{day}}日から31日まで</li>{{/december}}{{#january}}<li>1月1日から{{day}}日まで</li>{{/january}}<li>団体の定める日（下の表）</li></ul>
<p class="small">年末年始の日付は<a href="/admin/settings#closed_december_from">設定</a>で変えられます。</p>
<h2>団体の定める閉庁日</h2>
{{#no_closings}}<p class="muted">登録はありません。</p>{{/no_closings}}
<div class="scroll" tabindex="0" role="region" aria-label="団体の定める閉庁日"><table><caption>団体の定める閉庁日</caption><thead><tr><th scope="col">名称</th><th scope="col">初日</th><th scope="col">末日</th><th scope="col">操作</th></tr></thead>
<tbody>{{#closing}}<tr><th scope="row">{{name}}</th><td>{{first}}</td><td>{{last}}</td><td><form method="post" action="/admin/calendar"><input type="hidden" name="form_key" value="{{form_key}}"><button class="second" name="remove" value="{{closing_id}}" aria-label="{{name}}（{{first}}）を削除する">削除する</button></form></td></tr>
{{/closing}}</tbody></table></div>
<form method="post" action="/admin/calendar" class="card narrow"><h3>閉庁日を追加する</h3><input type="hidden" name="form_key" value="{{form_key}}">
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>追加していません。{{complaint}}</p></div>{{/refused}}
<div class="field"><label for="name">名称</label><input type="text" id="name" name="name" value="{{typed_name}}" required></div>
<div class="field"><label for="first">初日</label><input type="date" id="first" name="first" value="{{typed_first}}" required></div>
<div class="field"><label for="last">末日</label><p class="help" id="last-h">一日だけのときは空けておきます。</p><input type="date" id="last" name="last" value="{{typed_last}}" aria-describedby="last-h"></div>
<p class="actions"><button>追加する</button></p></form>
<h2>{{year_name}}の祝日と休日</h2>
<p class="actions">{{#before}}<a class="button second" href="/admin/calendar?year={{year}}">前の年度</a>{{/before}}{{#after}}<a class="button second" href="/admin/calendar?year={{year}}">次の年度</a>{{/after}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="祝日と休日"><table><caption>祝日と休日</caption><thead><tr><th scope="col">日</th><th scope="col">名称</th></tr></thead>
<tbody>{{#holiday}}<tr><th scope="row">{{day}}</th><td>{{name}}</td></tr>
{{/holiday}}</tbody></table></div>
<p class="small muted">春分の日と秋分の日は計算による見込みです。法律の改正で祝日が変わったときは、団体の定める閉庁日として追加してください。</p>
