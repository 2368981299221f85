{{%AUTOESCAPE context="HTML"}}<div class="narrow">
<h1>パスワードの設定</h1>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>設定できません</h2><p>下の欄を直してください。</p></div>{{/refused}}
<p>{{name}} さんのパスワードを設定します。設定すると、そのままサインインします。</p>
<dl class="facts"><dt>サインイン名</dt><dd>{{login}}</dd></dl>
<form method="post" action="/invite/{{token:u}}">
<input type="hidden" name="form_key" value="{{form_key}}">
{{>new_password}}
<p class="actions"><button>設定してサインイン</button></p>
</form>
</div>
