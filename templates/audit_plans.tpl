{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/audits">監査</a></p>
<h1>監査計画</h1>
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
{{#none}}<p>監査計画はまだありません。</p>{{/none}}
<ul>{{#plan}}<li><a href="/audit-plans/{{plan_id}}">{{plan_title}}</a>　{{#is_mid}}中期計画{{/is_mid}}{{#is_year}}年度計画{{/is_year}}　{{from_year}}{{#several}}〜{{to_year}}{{/several}}　{{>state}}{{#approved_edition}}　第{{edition}}版{{/approved_edition}}</li>
{{/plan}}</ul>
{{#adding}}<form method="post" action="/audit-plans" class="card"><h2>監査計画を作る</h2><input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="kind_years">種類</label><select id="kind_years" name="kind_years"><option value="1">年度計画</option><option value="3">中期計画（3年）</option><option value="5">中期計画（5年）</option></select></div>
<div class="field"><label for="first_year">最初の年度（西暦）</label><input type="text" inputmode="numeric" id="first_year" name="first_year" value="{{first_year_typed}}" size="6" autocomplete="off"></div>
<div class="field"><label for="title">件名</label><input type="text" id="title" name="title" value="{{title_typed}}" maxlength="100" autocomplete="off"></div>
<div class="field"><label for="aims">方針・重点</label><textarea id="aims" name="aims" rows="3">{{aims_typed:p}}</textarea></div>
<p class="actions"><button>作る</button></p></form>{{/adding}}
