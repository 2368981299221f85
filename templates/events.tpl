{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>操作記録</h1>
<p>新しい順に、{{most}}件ずつ表示します。監査についての記録は、その監査を見られる人だけに表示します。記録は変更できません。保存期間が満了したものは、<a href="/admin/retention">承認を経て廃棄</a>します。</p>
<div class="scroll" tabindex="0" role="region" aria-label="操作記録"><table><caption>操作記録</caption><thead><tr><th scope="col">日時</th><th scope="col">行った人</th><th scope="col">操作</th><th scope="col">対象</th><th scope="col">内容</th></tr></thead>
<tbody>{{#event}}<tr><td>{{at}}</td><td>{{who}}{{#by_command}}<span class="muted">（コマンド）</span>{{/by_command}}</td><th scope="row">{{>event_word}}</th><td>{{subject}}</td><td>{{detail}}</td></tr>
{{/event}}</tbody></table></div>
<p class="actions">{{#later}}<a class="button second" href="/admin/events">最新の記録へ</a>{{/later}}{{#earlier}}<a class="button second" href="/admin/events?before={{last}}">さらに前の記録</a>{{/earlier}}</p>
