{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/departments">部署</a></p>
<h1>{{name}}</h1>
<form method="post" action="/admin/departments/{{key:u}}" class="narrow"><input type="hidden" name="form_key" value="{{form_key}}">
<fieldset><legend>この部署にあてはまる業務</legend>
{{#choice}}{{#flag}}<p><label class="check"><input type="checkbox" name="flag-{{flag_key}}" value="1" {{checked}}><span>{{flag_name}}</span></label></p>{{/flag}}{{/choice}}
</fieldset>
<div class="field"><label for="on">いつから</label><p class="help" id="on-h">基準日がこの日より前の実施回には使いません。</p><input type="date" id="on" name="on" value="{{on}}" aria-describedby="on-h"></div>
<div class="field"><label for="approver">承認者</label><input type="text" id="approver" name="approver" value="{{approver}}" maxlength="100"></div>
<div class="field"><label for="reason">理由</label><input type="text" id="reason" name="reason" value="{{reason}}" maxlength="300"></div>
<p class="actions"><button>保存する</button><a class="button second" href="/admin/departments">戻る</a></p></form>
