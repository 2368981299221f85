{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/accounts">利用者</a></p>
<h1>{{name}}</h1>
{{#done_saved}}<div class="notice good" role="status"><p>権限を保存しました。</p></div>{{/done_saved}}
{{#invited}}<div class="notice good" role="status"><h2>招待のリンクを作りました</h2><p>このリンクは<strong>今だけ</strong>表示します。本人だけに伝えてください。7日の間に1回だけ使えます。</p><p><code>{{link}}</code></p></div>{{/invited}}
<dl class="facts"><dt>サインイン名</dt><dd>{{login}}</dd><dt>所属</dt><dd>{{account_department}}</dd><dt>状態</dt><dd>{{#usable}}利用できます{{/usable}}{{#no_password}}パスワードが設定されていません{{/no_password}}{{#gone}}利用停止（名簿にありません）{{/gone}}</dd></dl>
{{#person}}<p><a href="/admin/people/{{number:u}}">所属・兼務・休職・退職・メール</a></p>{{/person}}
<form method="post" action="/admin/accounts/{{account_id}}" class="card narrow"><h2>権限</h2><input type="hidden" name="form_key" value="{{form_key}}">
<fieldset><legend>この人ができること</legend>{{#choice}}{{#staff}}<p>職員：自分の点検に回答する（全員）</p>{{/staff}}{{#manager}}<p><label class="check"><input type="checkbox" name="role-{{key}}" value="1" {{checked}}><span>所属長：所属の提出状況と集計を見る</span></label></p>{{/manager}}{{#management}}<p><label class="check"><input type="checkbox" name="role-{{key}}" value="1" {{checked}}><span>管理者層：全体の集計を見る</span></label></p>{{/management}}{{#auditor}}<p><label class="check"><input type="checkbox" name="role-{{key}}" value="1" {{checked}}><span>監査人：全部署の報告書を見る</span></label></p>{{/auditor}}{{#admin}}<p><label class="check"><input type="checkbox" name="role-{{key}}" value="1" {{checked}}><span>事務局：名簿、設問、実施回、設定を管理する</span></label></p>{{/admin}}{{/choice}}</fieldset>
<p class="actions"><button>権限を保存する</button></p></form>
<form method="post" action="/admin/accounts/{{account_id}}/invite" class="card narrow"><h2>パスワードの設定・再設定</h2><input type="hidden" name="form_key" value="{{form_key}}"><p>本人がパスワードを決めるためのリンクを作ります。前に作って使われていないリンクは無効になります。</p><p class="actions"><button class="second">招待のリンクを作る</button></p></form>
