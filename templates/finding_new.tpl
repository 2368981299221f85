{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/findings">指摘</a></p>
<h1>指摘を起票する</h1>
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
<p>見た事実を、誰が読んでも同じに分かるように書きます。評価や推測は事実の欄に書きません。原因・影響・提案は後から書き足せます。</p>
{{#form}}<form method="post" action="/findings" class="card"><input type="hidden" name="form_key" value="{{form_key}}">
{{>fields}}
<p class="actions"><button>起票する</button><a class="button second" href="/findings">戻る</a></p></form>{{/form}}
