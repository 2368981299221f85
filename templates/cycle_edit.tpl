{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles">実施回</a> ＞ <a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></p>
<h1>日程と内容</h1>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>{{complaint}}　まだ保存していません。印のある欄を直してください。</p></div>{{/refused}}
<form method="post" action="/admin/cycles/{{cycle_id}}/edit" class="card narrow"><input type="hidden" name="form_key" value="{{form_key}}">
{{>fields}}
<p class="actions"><button>保存する</button><a class="button second" href="/admin/cycles/{{cycle_id}}">戻る</a></p></form>
