{{%AUTOESCAPE context="HTML"}}<p class="crumbs">{{#secretariat}}<a href="/admin">事務局</a> ＞ <a href="/admin/registers">台帳</a> ＞ <a href="/admin/registers/{{kind:u}}">{{register_title}}</a>{{/secretariat}}{{#section}}<a href="/entries">担当する台帳</a>{{/section}}{{#stored}} ＞ <a href="/entries/{{kind:u}}/{{entry_key:u}}">{{entry_name}}</a>{{/stored}}</p>
<h1>{{#fresh}}{{register_title}}の登録{{/fresh}}{{#stored}}{{entry_name}}の変更{{/stored}}</h1>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>保存していません</h2><ul>{{#wrong}}<li><a href="#f-{{key}}">{{field_title}}</a>：{{text}}</li>
{{/wrong}}</ul></div>{{/refused}}
<form method="post" action="/admin/entries/{{kind:u}}{{#stored}}/{{entry_key:u}}{{/stored}}" class="narrow"><input type="hidden" name="form_key" value="{{form_key}}">
{{#field}}<div class="field"><label for="f-{{key}}">{{field_title}}{{#must}} <span class="tag late">必須</span>{{/must}}{{#wanted}} <span class="tag draft">望ましい</span>{{/wanted}}</label>
{{#helped}}<p class="help" id="f-{{key}}-h">{{help}}</p>{{/helped}}
{{#complaint}}<p class="complaint" id="f-{{key}}-c">{{text}}</p>{{/complaint}}
{{#fixed}}<input type="text" id="f-{{key}}" value="{{value}}" readonly aria-describedby="f-{{key}}-fixed"><p class="help" id="f-{{key}}-fixed">登録したあとは変えられません。</p>{{/fixed}}
{{#line}}<input type="text" id="f-{{key}}" name="{{key}}" value="{{value}}" {{#complaint}}aria-invalid="true" {{/complaint}}aria-describedby="{{#helped}}f-{{key}}-h {{/helped}}{{#complaint}}f-{{key}}-c{{/complaint}}">{{/line}}
{{#number}}<input type="text" inputmode="numeric" id="f-{{key}}" name="{{key}}" value="{{value}}" {{#complaint}}aria-invalid="true" {{/complaint}}aria-describedby="{{#helped}}f-{{key}}-h {{/helped}}{{#complaint}}f-{{key}}-c{{/complaint}}">{{/number}}
{{#day}}<input type="date" id="f-{{key}}" name="{{key}}" value="{{value}}" {{#complaint}}aria-invalid="true" {{/complaint}}aria-describedby="{{#helped}}f-{{key}}-h {{/helped}}{{#complaint}}f-{{key}}-c{{/complaint}}">{{/day}}
{{#options}}<select id="f-{{key}}" name="{{key}}" {{#complaint}}aria-invalid="true" {{/complaint}}aria-describedby="{{#helped}}f-{{key}}-h {{/helped}}{{#complaint}}f-{{key}}-c{{/complaint}}"><option value="">（選んでください）</option>{{#option}}<option value="{{value}}" {{selected}}>{{word}}</option>{{/option}}</select>{{/options}}
</div>
{{/field}}
<p class="actions"><button>保存する</button>{{#stored}}<a class="button second" href="/entries/{{kind:u}}/{{entry_key:u}}">やめる</a>{{/stored}}{{#fresh}}<a class="button second" href="/entries">やめる</a>{{/fresh}}</p></form>
{{#may_end}}<form method="post" action="/admin/entries/{{kind:u}}/{{entry_key:u}}/end" class="card narrow"><h2>終わりにする</h2><input type="hidden" name="form_key" value="{{form_key}}">
<p>廃止・契約の終わりなど。記録と、これまでの回答票は残ります。</p>
<div class="field"><label for="last">最後の日</label><input type="date" id="last" name="last" value="{{today}}"></div>
<p class="actions"><button class="second">終わりにする</button></p></form>{{/may_end}}
