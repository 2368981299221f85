{{%AUTOESCAPE context="HTML"}}<p class="crumbs">{{#secretariat}}<a href="/admin">事務局</a> ＞ <a href="/admin/registers">台帳</a> ＞ <a href="/admin/registers/{{kind:u}}">{{register_title}}</a>{{/secretariat}}{{#section}}<a href="/entries">担当する台帳</a>{{/section}}</p>
<h1>{{entry_name}}</h1>
{{#done_saved}}<div class="notice good" role="status"><p>保存しました。</p></div>{{/done_saved}}
{{#done_ended}}<div class="notice good" role="status"><p>最後の日を保存しました。記録と、これまでの回答票は残ります。</p></div>{{/done_ended}}
<p class="muted">{{register_title}}　{{entry_key}}{{#ended}}　<span class="tag todo">{{last_day}}まで</span>{{/ended}}{{#owner_left}}　<span class="tag late">担当者が名簿にいません</span>{{/owner_left}}{{#department_ended}}　<span class="tag late">部署が廃止されています</span>{{/department_ended}}</p>
<dl class="facts">{{#fact}}<dt>{{field_title}}</dt><dd>{{value}}{{#empty}}<span class="muted">（なし）</span>{{/empty}}{{#missing}}<span class="tag draft">未記入</span>{{/missing}}</dd>
{{/fact}}</dl>
{{#changeable}}<p class="actions"><a class="button" href="/admin/entries/{{kind:u}}/{{entry_key:u}}">内容を変える</a></p>{{/changeable}}
<h2>これまでの変更</h2>
<div class="scroll" tabindex="0" role="region" aria-label="これまでの変更"><table><caption>これまでの変更（新しい順）</caption><thead><tr><th scope="col">日時</th><th scope="col">だれが</th><th scope="col">操作</th><th scope="col">内容</th></tr></thead>
<tbody>{{#event}}<tr><td>{{at}}</td><td>{{who}}{{#by_command}}（コマンド）{{/by_command}}</td><td>{{>event_word}}</td><td>{{detail}}</td></tr>
{{/event}}</tbody></table></div>
