{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>督促</h1>
{{#done_saved}}<div class="notice good" role="status"><p>段を保存しました。</p></div>{{/done_saved}}
{{#cycle}}<form method="get" action="/admin/reminders" class="filter"><div><label for="cycle">実施回</label><select id="cycle" name="cycle">{{#cycle_choice}}<option value="{{value}}" {{selected}}>{{cycle_title}}</option>{{/cycle_choice}}</select></div><button class="second">表示する</button></form>
<p>締切：{{due}}{{#days_left}}　あと{{days}}日{{/days_left}}{{#due_today}}　本日まで{{/due_today}}{{#overdue}}　<span class="bad-text">期限を過ぎています</span>{{/overdue}}</p>
{{#may_send}}<p class="actions"><a class="button" href="/admin/reminders/now?cycle={{cycle_id}}">いますぐ督促する</a><a class="button second" href="/admin/cycles/{{cycle_id}}/waiting">未回答者の一覧</a></p>{{/may_send}}{{/cycle}}
<h2>段</h2>
<p>日が来ると、提出していない人と、その所属長・責任者に自動で送ります。<a href="/admin/calendar">閉庁日</a>には送らず、締切前の段は前の開庁日に、締切後の段は次の開庁日に送ります。</p>
<div class="scroll" tabindex="0" role="region" aria-label="督促の段"><table><caption>督促の段</caption><thead><tr><th scope="col">日</th><th scope="col">宛先</th><th scope="col">件名</th><th scope="col">この回の予定</th></tr></thead>
<tbody>{{#rung}}<tr><th scope="row"><a href="/admin/reminders/rungs/{{key:u}}">{{#before}}締切の{{days}}日前{{/before}}{{#same}}締切の日{{/same}}{{#after}}締切の{{days}}日後{{/after}}</a></th><td>{{>rung_to}}</td><td>{{subject}}</td><td>{{#comes}}{{day}}{{/comes}}{{#begun}}<a href="/admin/waves/{{wave_id}}">{{day}}に送信</a>{{/begun}}{{#skipped}}<span class="muted">後の段にまとめた</span>{{/skipped}}{{#unused}}<span class="muted">使わない</span>{{/unused}}{{#never}}<span class="muted">－</span>{{/never}}</td></tr>
{{/rung}}</tbody></table></div>
<p class="actions"><a class="button second" href="/admin/reminders/rungs/new">段を加える</a></p>
<h2>送信の記録</h2>
<div class="scroll" tabindex="0" role="region" aria-label="送信の記録"><table><caption>送信の記録</caption><thead><tr><th scope="col">日</th><th scope="col">宛先</th><th scope="col">件名</th><th scope="col">結果</th><th scope="col">送った人</th></tr></thead>
<tbody>{{#wave}}<tr><th scope="row"><a href="/admin/waves/{{wave_id}}">{{day}}</a></th><td>{{>rung_to}}</td><td>{{subject}}</td><td>{{#part}}{{>reminder_state}} {{people}}人<br>{{/part}}</td><td>{{who}}</td></tr>
{{/wave}}</tbody></table></div>
