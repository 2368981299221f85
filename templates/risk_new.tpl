{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/risks?year={{year}}">リスク評価</a></p>
<h1>評価を加える　{{year_name}}</h1>
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
{{>scale}}
{{#form}}<form method="post" action="/risks" class="card"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="year" value="{{year}}">
{{>fields}}
<p class="actions"><button>保存する</button><a class="button second" href="/risks?year={{year}}">やめる</a></p></form>{{/form}}
