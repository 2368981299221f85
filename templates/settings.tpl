{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>設定</h1>
{{#done_saved}}<div class="notice good" role="status"><p>設定を保存しました。</p></div>{{/done_saved}}
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>保存していません。<a href="#{{key}}">入力を直して</a>ください。</p></div>{{/refused}}
<form method="post" action="/admin/settings" class="narrow"><input type="hidden" name="form_key" value="{{form_key}}">
{{#setting}}<div class="field"><label for="{{key}}">{{setting_title}}</label><p class="help" id="{{key}}-h">{{help}}</p>
{{#complaint}}<p class="complaint" id="{{key}}-c">{{text}}</p>{{/complaint}}
{{#text}}<input type="text" id="{{key}}" name="{{key}}" value="{{value}}" {{#complaint}}aria-invalid="true" {{/complaint}}aria-describedby="{{key}}-h{{#complaint}} {{key}}-c{{/complaint}}">{{/text}}
{{#number}}<input type="number" id="{{key}}" name="{{key}}" value="{{value}}" min="{{least}}" max="{{most}}" {{#complaint}}aria-invalid="true" {{/complaint}}aria-describedby="{{key}}-h{{#complaint}} {{key}}-c{{/complaint}}">{{/number}}
{{#choice}}<select id="{{key}}" name="{{key}}" aria-describedby="{{key}}-h{{#complaint}} {{key}}-c{{/complaint}}">{{#option}}<option value="{{option_key}}"{{#chosen}} selected{{/chosen}}>{{option_title}}</option>{{/option}}</select>{{/choice}}
{{#list}}<textarea id="{{key}}" name="{{key}}" rows="4" {{#complaint}}aria-invalid="true" {{/complaint}}aria-describedby="{{key}}-h{{#complaint}} {{key}}-c{{/complaint}}">{{value:p}}</textarea>{{/list}}
</div>
{{/setting}}
<p class="actions"><button>保存する</button></p></form>
