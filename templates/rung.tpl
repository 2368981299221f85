{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/reminders">督促</a></p>
<h1>督促の段</h1>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>保存していません。{{complaint}}</p></div>{{/refused}}
<form method="post" action="/admin/reminders/rungs/{{key:u}}"><input type="hidden" name="form_key" value="{{form_key}}">
<p><label class="check"><input type="checkbox" name="used" value="1" {{used_checked}}><span>この段を使う</span></label></p>
<div class="field"><label for="days">締切からの日数</label><input type="number" id="days" name="days" value="{{days}}" min="0" max="60"></div>
<div class="field"><label for="side">前か後か</label><select id="side" name="side"><option value="before" {{before_selected}}>前</option><option value="after" {{after_selected}}>後</option></select></div>
<div class="field"><label for="to">宛先</label><select id="to" name="to"><option value="person" {{person_selected}}>本人</option><option value="manager" {{manager_selected}}>所属長</option><option value="head" {{head_selected}}>責任者（上位の部署の長）</option></select></div>
<div class="field"><label for="subject">件名</label><input type="text" id="subject" name="subject" value="{{subject}}"></div>
<div class="field"><label for="text">本文</label><textarea id="text" name="text" rows="14">{{text:p}}</textarea></div>
{{>rung_places}}
<p class="actions"><button>保存する</button></p></form>
{{>rung_sample}}
