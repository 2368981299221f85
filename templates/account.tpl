{{%AUTOESCAPE context="HTML"}}<div class="narrow">
<h1>アカウント</h1>
{{#changed}}<div class="notice good" role="status"><p>パスワードを変更しました。ほかの端末のサインインはすべて終了しました。</p></div>{{/changed}}
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>パスワードを変更していません</h2>
{{#wrong}}<p>現在のパスワードが違います。</p>{{/wrong}}
{{#empty}}<p>現在のパスワードを入力してください。</p>{{/empty}}
{{#closed}}<p>続けて失敗したため、しばらく受け付けません。15分ほど待ってからもう一度お試しください。</p>{{/closed}}
<p>下の欄をもう一度入力してください。</p></div>{{/refused}}
<dl class="facts"><dt>氏名</dt><dd>{{account_name}}</dd>
<dt>所属</dt><dd>{{department_name}}</dd>
<dt>サインイン名</dt><dd>{{login}}</dd></dl>
<h2>パスワードの変更</h2>
<form method="post" action="/account">
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="present">現在のパスワード</label>
<input type="password" id="present" name="present" autocomplete="current-password" required{{#wrong}} aria-invalid="true" aria-describedby="errors"{{/wrong}}{{#empty}} aria-invalid="true" aria-describedby="errors"{{/empty}}></div>
{{>new_password}}
<p class="actions"><button>変更する</button></p>
</form>
</div>
