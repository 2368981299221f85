{{%AUTOESCAPE context="HTML"}}<h1>{{report_title}}</h1>
<form method="get" action="/dashboard" class="filter">
<div><label for="cycle">実施回</label><select id="cycle" name="cycle">{{#cycle_choice}}<option value="{{value}}" {{selected}}>{{cycle_title}}</option>{{/cycle_choice}}</select></div>
<div><label for="set">点検の種類</label><select id="set" name="set">{{#set_choice}}<option value="{{value}}" {{selected}}>{{set_title}}</option>{{/set_choice}}</select></div>
<div><label for="department">部署</label><select id="department" name="department"><option value="">全体</option>{{#department_choice}}<option value="{{value}}" {{selected}}>{{choice_name}}</option>{{/department_choice}}</select></div>
<button class="second">表示する</button></form>
{{#open}}<div class="notice"><p>実施中です。締切は{{due}}で、値は回答のたびに変わります。</p></div>{{/open}}
<p class="small">下線のある値を選ぶと、分子・分母などの内訳を表示します。</p>
{{>report}}
