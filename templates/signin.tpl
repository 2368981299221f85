{{%AUTOESCAPE context="HTML"}}<div class="narrow">
<h1>サインイン</h1>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>サインインできません</h2>
{{#wrong}}<p>サインイン名またはパスワードが違います。</p>{{/wrong}}
{{#empty}}<p>サインイン名とパスワードの両方を入力してください。</p>{{/empty}}
{{#closed_shortly}}<p>続けて失敗したため、しばらく受け付けません。1分ほど待ってからもう一度お試しください。</p>{{/closed_shortly}}
{{#closed_minutes}}<p>続けて失敗したため、しばらく受け付けません。15分ほど待ってからもう一度お試しください。</p>{{/closed_minutes}}
</div>{{/refused}}
{{#kept}}<div class="notice warn" role="status"><h2>サインインの有効期限が切れました</h2><p>送信された内容はお預かりしています。もう一度サインインすると、続きから入力できます。</p></div>{{/kept}}
{{#out}}<div class="notice good" role="status"><p>サインアウトしました。</p></div>{{/out}}
<form method="post" action="/signin">
<input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="next" value="{{next}}">
<div class="field"><label for="login">サインイン名</label>
<input type="text" id="login" name="login" value="{{login}}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="200" required{{#refused}} aria-describedby="errors"{{/refused}}></div>
<div class="field"><label for="password">パスワード</label>
<input type="password" id="password" name="password" autocomplete="current-password" maxlength="200" required{{#refused}} aria-describedby="errors"{{/refused}}></div>
<p class="actions"><button>サインイン</button></p>
</form>
<p class="small muted">パスワードを忘れたときは、事務局に連絡して、設定用のリンクを受け取ってください。</p>
</div>
