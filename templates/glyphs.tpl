{{%AUTOESCAPE context="HTML"}}<h1>印字できない文字があります</h1>
<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>報告書は出力していません。次の文字が、印字に使う書体にありません。</p><p>{{characters}}</p></div>
<p>氏名や部署名を直せるときは、名簿を取り込み直してください。そのまま出力するときは、その文字の位置に「〓」を印字します。</p>
<p class="actions"><a class="button" href="{{again}}">代替文字〓で出力する</a><a class="button second" href="{{back}}">やめる</a></p>
