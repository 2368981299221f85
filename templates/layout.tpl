{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}｜{{body_name}} 自己点検</title>
<link rel="stylesheet" href="/static/tenken.css?v={{static_version}}">
<link rel="icon" href="/static/tenken.svg?v={{static_version}}" type="image/svg+xml">
<script src="/static/tenken.js?v={{static_version}}" defer></script>
{{#going}}<noscript><meta http-equiv="refresh" content="3"></noscript>
{{/going}}</head>
<body>
<a class="skip" href="#main">本文へ移動</a>
<header class="site">
<div class="bar">
<p class="brand"><a href="/"><strong>点検</strong> <span>{{body_name}}</span></a></p>
{{#signed_in}}
<div class="who"><a href="/account">{{department_name}} {{account_name}} さん</a>
<form method="post" action="/signout"><input type="hidden" name="form_key" value="{{form_key}}"><button class="quiet">サインアウト</button></form></div>
{{/signed_in}}
</div>
{{#signed_in}}
<nav aria-label="メニュー"><ul>
{{#menu_home}}<li><a href="/"{{#here_home}} aria-current="page"{{/here_home}}>わたしの点検</a></li>{{/menu_home}}
{{#menu_section}}<li><a href="/section"{{#here_section}} aria-current="page"{{/here_section}}>所属の状況</a></li>{{/menu_section}}
{{#menu_dashboard}}<li><a href="/dashboard"{{#here_dashboard}} aria-current="page"{{/here_dashboard}}>集計</a></li>{{/menu_dashboard}}
{{#menu_reports}}<li><a href="/reports"{{#here_reports}} aria-current="page"{{/here_reports}}>報告書</a></li>{{/menu_reports}}
{{#menu_audits}}<li><a href="/audits"{{#here_audits}} aria-current="page"{{/here_audits}}>監査</a></li>{{/menu_audits}}
{{#menu_findings}}<li><a href="/findings"{{#here_findings}} aria-current="page"{{/here_findings}}>指摘</a></li>{{/menu_findings}}
{{#menu_risks}}<li><a href="/risks"{{#here_risks}} aria-current="page"{{/here_risks}}>リスク</a></li>{{/menu_risks}}
{{#menu_policy}}<li><a href="/policy"{{#here_policy}} aria-current="page"{{/here_policy}}>基本方針</a></li>{{/menu_policy}}
{{#menu_admin}}<li><a href="/admin"{{#here_admin}} aria-current="page"{{/here_admin}}>事務局</a></li>{{/menu_admin}}
</ul></nav>
{{/signed_in}}
</header>
<main id="main" tabindex="-1">
<!--page-->
</main>
<footer class="site"><p>{{body_name}}　情報セキュリティ自己点検</p></footer>
</body>
</html>
