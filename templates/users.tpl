{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>利用者</h1>
<form method="get" action="/admin/accounts" class="filter" role="search"><div><label for="q">氏名・フリガナ・職員番号・サインイン名</label><input type="search" id="q" name="q" value="{{q}}"></div><button>探す</button></form>
{{#uninvited}}<form method="post" action="/admin/invitations" class="card" id="invite"><h2>まとめて招待する</h2><input type="hidden" name="form_key" value="{{form_key}}">
<p>パスワードを決めていない人が<strong>{{how_many}}人</strong>います。全員分の招待のリンクを作り、部署・氏名・サインイン名と並べた一覧（CSV、Excelで開けます）を<strong>1回だけ</strong>ダウンロードします。</p>
<ul><li>リンクは7日の間に1回だけ使えます。差込み印刷やメールで、本人だけに渡してください。</li><li>前に作って使われていないリンクは無効になります。すでにパスワードを決めた人には影響しません。</li><li>渡し終えたら、ダウンロードしたファイルを消してください。</li></ul>
<p class="actions"><button class="second">{{how_many}}人分のリンクを作ってダウンロードする</button></p></form>{{/uninvited}}
{{#none}}<p>見つかりません。利用者の追加は<a href="/admin/roster">名簿の取込み</a>で行います。</p>{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="利用者の一覧"><table><caption>利用者の一覧</caption><thead><tr><th scope="col">氏名</th><th scope="col">サインイン名</th><th scope="col">所属</th><th scope="col">権限</th><th scope="col">状態</th></tr></thead>
<tbody>{{#account}}<tr><th scope="row"><a href="/admin/accounts/{{account_id}}">{{name}}</a></th><td>{{login}}</td><td>{{account_department}}</td><td>{{#role}}<span class="tag">{{#staff}}職員{{/staff}}{{#manager}}所属長{{/manager}}{{#management}}管理者層{{/management}}{{#auditor}}監査人{{/auditor}}{{#lead}}監査責任者{{/lead}}{{#admin}}事務局{{/admin}}</span> {{/role}}</td><td>{{#usable}}利用できます{{/usable}}{{#no_password}}<span class="tag draft">パスワード未設定</span>{{/no_password}}{{#gone}}<span class="tag todo">利用停止</span>{{/gone}}</td></tr>
{{/account}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/admin/accounts?q={{q:u}}&amp;page={{page}}">前の50人</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/accounts?q={{q:u}}&amp;page={{page}}">次の50人</a>{{/later}}</p>
