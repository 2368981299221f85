{{%AUTOESCAPE context="HTML"}}<h1 class="compact">{{report_title}}</h1>
<form method="get" action="/dashboard" class="filter">
<div><label for="cycle">実施回</label><select id="cycle" name="cycle">{{#cycle_choice}}<option value="{{value}}" {{selected}}>{{cycle_title}}</option>{{/cycle_choice}}</select></div>
<div><label for="set">点検の種類</label><select id="set" name="set">{{#set_choice}}<option value="{{value}}" {{selected}}>{{set_title}}</option>{{/set_choice}}</select></div>
<div><label for="department">部署</label>{{#department_chosen}}<select id="department" name="department"><option value="">全体</option>{{#department_choice}}<option value="{{value}}" {{selected}}>{{choice_name}}</option>{{/department_choice}}</select>{{/department_chosen}}{{#department_typed}}<input type="search" id="department" name="department" value="{{value}}" placeholder="全体（部署名か所属コード）">{{/department_typed}}</div>
<input type="hidden" name="view" value="{{view_key}}">
<button class="second">表示する</button></form>
<nav class="tabs" aria-label="集計の種類"><ul>{{#view}}<li><a href="{{link}}"{{#here}} aria-current="page"{{/here}}>{{#view_main}}要点{{/view_main}}{{#view_progress}}回答状況{{/view_progress}}{{#view_items}}設問別{{/view_items}}</a></li>{{/view}}<li><a href="/audit-years/{{fiscal_year}}">監査の状況・点検との差</a></li></ul></nav>
<p class="small">{{#open}}<strong>実施中（締切 {{due}}）</strong>のため、値は回答がまとまるたびに変わります。{{/open}}下線のある値を選ぶと、内訳を表示します。</p>
{{>report}}
{{>export}}
