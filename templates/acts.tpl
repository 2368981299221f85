{{%AUTOESCAPE context="HTML"}}{{#act}}<details class="card narrow" {{open}}><summary>{{title}}</summary>
{{#complaint}}<div class="notice bad" role="alert"><p>保存していません。{{text}}</p></div>{{/complaint}}
<p>{{help}}</p>
<form method="post" action="{{action}}"><input type="hidden" name="form_key" value="{{form_key}}">
{{#field}}<div class="field"><label for="{{id}}">{{field_title}}{{#must}} <span class="tag late">必須</span>{{/must}}</label>
{{#line}}<input type="text" id="{{id}}" name="{{field_key}}" value="{{value}}" maxlength="{{most}}">{{/line}}{{#day}}<input type="date" id="{{id}}" name="{{field_key}}" value="{{value}}">{{/day}}{{#department}}<input type="text" id="{{id}}" name="{{field_key}}" value="{{value}}" maxlength="{{most}}" list="known-departments" autocomplete="off">{{/department}}{{#options}}<select id="{{id}}" name="{{field_key}}">{{#option}}<option value="{{key}}" {{selected}}>{{word}}</option>{{/option}}</select>{{/options}}</div>
{{/field}}<p class="actions"><button>{{title}}</button></p></form></details>
{{/act}}<datalist id="known-departments">{{#known}}<option value="{{key}}">{{name}}</option>{{/known}}</datalist>
