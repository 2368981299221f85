{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>台帳</h1>
<p>情報システム、契約、アカウント、施設などを、所管する部署と担当者とともに登録します。実施回を開始すると、基準日に有効なもの一つひとつに回答票ができます。</p>
<div class="scroll" tabindex="0" role="region" aria-label="台帳の一覧"><table><caption>台帳の一覧</caption><thead><tr><th scope="col">台帳</th><th scope="col" class="number">有効</th><th scope="col" class="number">整えるもの</th><th scope="col" class="number">終わったもの</th><th scope="col">内容</th></tr></thead>
<tbody>{{#register}}<tr><th scope="row"><a href="/admin/registers/{{kind:u}}">{{register_title}}</a>{{#confidential}} <span class="tag late">非公開</span>{{/confidential}}</th><td class="number">{{there}}</td><td class="number"><a href="/admin/registers/{{kind:u}}?mend=1">{{lacking}}<span class="hidden-visually">件の整えるもの</span></a></td><td class="number">{{ended}}</td><td>{{help}}{{#asked}}<br><span class="small muted">{{counter}}ごとに回答票ができます</span>{{/asked}}</td></tr>
{{/register}}</tbody></table></div>
<p class="small muted">「整えるもの」は、担当者が名簿からいなくなったもの、所管の部署が廃止されたもの、記入が望ましい項目が空のものです。</p>
