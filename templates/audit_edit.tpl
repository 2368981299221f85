{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/audits">監査</a> ＞ <a href="/audits/{{audit_id}}">{{number}}　{{audit_title}}</a></p>
<h1>監査の内容を変える</h1>
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
<p>実施計画の承認の後は、本調査が終わるまで日程と場所だけを変えられます。</p>
{{#form}}<form method="post" action="/audits/{{audit_id}}/edit" class="card"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">
{{>fields}}
<p class="actions"><button>保存する</button><a class="button second" href="/audits/{{audit_id}}">戻る</a></p></form>{{/form}}
