{{%AUTOESCAPE context="HTML"}}<div class="field"><label for="password">新しいパスワード</label>
<p class="help" id="password-help">10文字以上。文字の種類は問いません。いくつかの単語をつなげた長いものが安全です。他のサービスと同じものは使わないでください。</p>
{{#password_refused}}<p class="complaint" id="password-complaint">{{#short}}10文字以上にしてください。{{/short}}{{#long}}200バイト（全角で約66文字）以内にしてください。{{/long}}{{#control}}パスワードに使えない文字（改行やタブなど）が含まれています。{{/control}}{{#guessed}}サインイン名から始まるものや、同じ文字だけのものは使えません。{{/guessed}}</p>{{/password_refused}}
<input type="password" id="password" name="password" autocomplete="new-password" required{{#password_refused}} aria-invalid="true"{{/password_refused}} aria-describedby="password-help{{#password_refused}} password-complaint{{/password_refused}}"></div>
<div class="field"><label for="again">新しいパスワード（確認のためもう一度）</label>
{{#again_refused}}<p class="complaint" id="again-complaint">上の欄と同じものを入力してください。</p>{{/again_refused}}
<input type="password" id="again" name="again" autocomplete="new-password" required{{#again_refused}} aria-invalid="true" aria-describedby="again-complaint"{{/again_refused}}></div>
