{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/reminders?cycle={{cycle_id}}">督促</a></p>
<h1>いますぐ督促する</h1>
<p>{{cycle_title}}をまだ提出していない人、又はその所属長などに、すぐに送ります。</p>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>送っていません。{{complaint}}</p></div>{{/refused}}
{{>rung_sample}}
<form method="post" action="/admin/reminders/now"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="cycle" value="{{cycle_id}}"><input type="hidden" name="once" value="{{once}}">
<div class="field"><label for="department">部署</label><select id="department" name="department"><option value="0">すべての部署</option>{{#department_choice}}<option value="{{value}}" {{selected}}>{{name}}</option>{{/department_choice}}</select></div>
<div class="field"><label for="to">宛先</label><select id="to" name="to"><option value="person" {{person_selected}}>本人</option><option value="manager" {{manager_selected}}>所属長</option><option value="head" {{head_selected}}>責任者（上位の部署の長）</option></select></div>
<div class="field"><label for="subject">件名</label><input type="text" id="subject" name="subject" value="{{subject}}"></div>
<div class="field"><label for="text">本文</label><textarea id="text" name="text" rows="14">{{text:p}}</textarea></div>
{{>rung_places}}
<p class="actions"><button name="do" value="look"{{#looked}} class="second"{{/looked}}>宛先と文面を確かめる</button>{{#looked}}<button name="do" value="send">この内容で送る</button>{{/looked}}</p></form>
