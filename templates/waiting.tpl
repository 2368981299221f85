{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></p>
<h1>未回答者の一覧</h1>
<p>締切：{{due}}{{#days_left}}　あと{{days}}日{{/days_left}}{{#due_today}}　本日まで{{/due_today}}{{#overdue}}　<span class="bad-text">期限を過ぎています</span>{{/overdue}}　督促のときは、この画面を印刷するか、表を写してお使いください。</p>
{{#none}}<div class="notice good"><p>未回答の人はいません。</p></div>{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="まだ提出していない回答票"><table><caption>まだ提出していない回答票（部署の順）</caption><thead><tr><th scope="col">部署</th><th scope="col">氏名</th><th scope="col">設問セット</th><th scope="col">状態</th></tr></thead>
<tbody>{{#sheet}}<tr><td>{{department}}</td><th scope="row">{{person_name}}</th><td>{{set_title}}</td><td>{{#fresh}}<span class="tag todo">未着手</span>{{/fresh}}{{#draft}}<span class="tag draft">一時保存</span>{{/draft}}</td></tr>
{{/sheet}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/admin/cycles/{{cycle_id}}/waiting?page={{page}}">前の100件</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/cycles/{{cycle_id}}/waiting?page={{page}}">次の100件</a>{{/later}}</p>
