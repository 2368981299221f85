{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/departments">部署</a></p>
<h1>{{name}}</h1>
<form method="post" action="/admin/departments/{{key:u}}" class="narrow"><input type="hidden" name="form_key" value="{{form_key}}">
<fieldset><legend>この部署にあてはまる業務</legend>
{{#choice}}{{#flag}}<p><label class="check"><input type="checkbox" name="flag-{{flag_key}}" value="1" {{checked}}><span>{{flag_name}}</span></label></p>{{/flag}}{{/choice}}
</fieldset>
<p class="actions"><button>保存する</button><a class="button second" href="/admin/departments">戻る</a></p></form>
