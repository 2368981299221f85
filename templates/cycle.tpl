{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles">実施回</a></p>
<h1>{{cycle_title}}</h1>
{{#done_opened}}<div class="notice good" role="status"><p>開始しました。対象の職員は、いまから回答できます。</p></div>{{/done_opened}}
{{#done_closed}}<div class="notice good" role="status"><p>締め切りました。集計は確定しました。</p></div>{{/done_closed}}
{{#done_reopened}}<div class="notice good" role="status"><p>再開しました。締め切ると、報告書は次の版になります。</p></div>{{/done_reopened}}
<dl class="facts"><dt>状態</dt><dd>{{#prepared}}<span class="tag draft">準備中</span>{{/prepared}}{{#open}}<span class="tag done">実施中</span>　{{opened_at}} に開始{{/open}}{{#closed}}<span class="tag todo">締切</span>　{{closed_at}} に締切{{/closed}}</dd>
<dt>年度</dt><dd>{{year_name}}　第{{edition}}版</dd><dt>期間</dt><dd>{{opens}}から{{due}}まで</dd><dt>基準日</dt><dd>{{base}}</dd><dt>秘匿</dt><dd>回答者が{{k}}人に満たない部署の値を伏せる</dd></dl>
<div class="scroll" tabindex="0" role="region" aria-label="設問セットと回答の状況"><table><caption>設問セット{{#open}}と回答の状況{{/open}}{{#closed}}と回答の状況{{/closed}}</caption><thead><tr><th scope="col">設問セット</th><th scope="col">版</th><th scope="col">回答の状況</th></tr></thead>
<tbody>{{#set}}<tr><th scope="row"><a href="/admin/questionnaires/{{set_id}}">{{set_title}}</a></th><td>{{edition}}</td><td>{{#progress}}{{asked}}件のうち提出{{done}}件（期限後{{late}}件）、一時保存{{drafts}}件<br><progress value="{{done}}" max="{{asked}}" aria-label="{{set_title}}の提出の進み具合">{{done}}／{{asked}}</progress>{{/progress}}{{#prepared}}開始前{{/prepared}}</td></tr>
{{/set}}</tbody></table></div>
{{#prepared}}
<div class="card"><h2>開始する</h2>
<p>開始すると、次のとおり固定します。後から変えることはできません。</p>
<ul>{{#preview}}<li>いまの名簿の {{department_count}}部署、{{person_count}}人分の所属・氏名</li>{{/preview}}<li>上の設問セットと、部署の業務（<a href="/admin/departments">確かめる</a>）</li><li>秘匿する人数の境と、評価の目安</li></ul>
<p>対象の職員それぞれに回答票を作り、すぐに回答できるようになります。</p>
<form method="post" action="/admin/cycles/{{cycle_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><p class="actions"><button name="do" value="open">開始する</button></p></form></div>
{{/prepared}}
{{#open}}
<p><a class="button second" href="/admin/cycles/{{cycle_id}}/waiting">未回答者の一覧を見る</a></p>
<div class="card"><h2>締め切る</h2><p>締め切ると、職員は回答を変えられなくなり、集計が確定します。未提出の人は無回答として数えます。</p>
<form method="post" action="/admin/cycles/{{cycle_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><p class="actions"><button name="do" value="close">締め切る</button></p></form></div>
{{/open}}
{{#closed}}
<form method="post" action="/admin/cycles/{{cycle_id}}" class="card"><h2>再開する</h2><p>版が上がり、理由は操作記録に残ります。</p><input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="reason">再開する理由</label>{{#no_reason}}<p class="complaint">理由を入力してください（500字まで）。</p>{{/no_reason}}<textarea id="reason" name="reason">{{reason:p}}</textarea></div>
<p class="actions"><button name="do" value="reopen" class="second">再開する</button></p></form>
{{/closed}}
<p><a href="/admin/cycles">実施回の一覧へ</a></p>
