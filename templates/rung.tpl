{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ {{#of_check}}<a href="/admin/reminders">督促</a>{{/of_check}}{{#of_audit}}<a href="/admin/chases">監査の督促</a>{{/of_audit}}</p>
<h1>{{#of_check}}督促の段{{/of_check}}{{#of_audit}}監査の督促の段{{/of_audit}}</h1>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>保存していません。{{complaint}}</p></div>{{/refused}}
<form method="post" action="{{#of_check}}/admin/reminders/rungs/{{key:u}}{{/of_check}}{{#of_audit}}/admin/chases/rungs/{{key:u}}{{/of_audit}}"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="once" value="{{once}}">
{{#of_audit}}{{#about}}<dl class="facts"><dt>何について</dt><dd>{{>chase_about}}</dd></dl>{{/about}}{{#about_new}}<div class="field"><label for="about">何について</label><select id="about" name="about">{{#about_choice}}<option value="{{value}}" {{selected}}>{{>chase_about}}</option>{{/about_choice}}</select></div>{{/about_new}}{{/of_audit}}
<p><label class="check"><input type="checkbox" name="used" value="1" {{used_checked}}><span>この段を使う</span></label></p>
{{#dated}}<div class="field"><label for="days">締切からの日数</label><input type="number" id="days" name="days" value="{{days}}" min="0" max="60"></div>
<div class="field"><label for="side">前か後か</label><select id="side" name="side"><option value="before" {{before_selected}}>前</option><option value="after" {{after_selected}}>後</option></select></div>{{/dated}}
<div class="field"><label for="to">宛先</label><select id="to" name="to">{{#recipient}}<option value="{{value}}" {{selected}}>{{>rung_to}}</option>{{/recipient}}</select></div>
<div class="field"><label for="subject">件名</label><input type="text" id="subject" name="subject" value="{{subject}}"></div>
<div class="field"><label for="text">本文</label><textarea id="text" name="text" rows="14">{{text:p}}</textarea></div>
{{>rung_places}}
<p class="actions"><button>保存する</button></p></form>
{{>rung_sample}}
