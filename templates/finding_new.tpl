{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/findings">指摘</a></p>
<h1>指摘を起票する</h1>
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
<p>見た事実を、誰が読んでも同じに分かるように書きます。評価や推測は事実の欄に書きません。原因・影響・提案は後から書き足せます。</p>
{{#from_line}}<p>監査調書 <a href="/audits/{{engagement_id}}/checklist/{{item:u}}">{{engagement_number}}　{{item}}</a> の内容を写してあります。{{#repeats}}前回の監査で同じ項目から起票した指摘があります：<a href="/findings/{{earlier_id}}">{{earlier_number}}</a>。同じ指摘なら、その番号を「前の年度の同じ指摘の番号」に入れてください。{{/repeats}}</p>{{/from_line}}
{{#form}}<form method="post" action="/findings" class="card"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="once" value="{{once}}">
{{>fields}}
<p class="actions"><button>起票する</button><a class="button second" href="/findings">戻る</a></p></form>{{/form}}
