{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/audits">監査</a></p>
<h1>監査を計画する</h1>
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
{{#form}}<form method="post" action="/audits" class="card"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="once" value="{{once}}">
{{>fields}}
<p class="actions"><button>計画する</button><a class="button second" href="/audits">戻る</a></p></form>{{/form}}
