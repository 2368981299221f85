{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/reminders?cycle={{cycle_id}}">督促</a></p>
<h1>督促の送信</h1>
{{#done_again}}<div class="notice good" role="status"><p>もう一度送ります。しばらくすると始まります。</p></div>{{/done_again}}
{{#done_handed}}<div class="notice good" role="status"><p>手渡し等で済んだものとして記録しました。</p></div>{{/done_handed}}
<dl class="facts"><dt>実施回</dt><dd>{{cycle_title}}</dd><dt>日</dt><dd>{{day}}</dd><dt>宛先</dt><dd>{{>rung_to}}　{{wave_department}}</dd><dt>送った人</dt><dd>{{who}}</dd><dt>状態</dt><dd>{{#planning}}宛先を調べています{{/planning}}{{#sending}}送信中、又は送信待ち{{/sending}}{{#done}}終わりました{{/done}}{{#skipped}}後の段にまとめました{{/skipped}}</dd><dt>結果</dt><dd>{{#part}}{{>reminder_state}} {{people}}人　{{/part}}</dd></dl>
<details><summary>文面</summary><p><strong>{{subject}}</strong></p><pre>{{text}}</pre></details>
{{#may_again}}<form method="post" action="/admin/waves/{{wave_id}}" class="card"><h2>届いていないかもしれない人</h2><input type="hidden" name="form_key" value="{{form_key}}"><p>拒否、不明、送れずの{{people}}人に、もう一度送ります。「不明」は、送信中にサーバーや通信が止まったもので、届いていることもあります。メールサーバーの記録をメッセージの識別子で調べてから決めてください。</p><p class="actions"><button name="do" value="again" class="second">もう一度送る</button></p></form>{{/may_again}}
{{#may_hand}}<form method="post" action="/admin/waves/{{wave_id}}" class="card"><h2>メールで送れない人</h2><input type="hidden" name="form_key" value="{{form_key}}"><p>「手渡し等」の人には、未回答者の一覧を印刷して渡すか、声をかけてください。済んだら記録します。</p><p class="actions"><button name="do" value="handed" class="second">すべて済んだと記録する</button></p></form>{{/may_hand}}
<p>結果で絞り込む：{{#part}}<a href="/admin/waves/{{wave_id}}?state={{key:u}}">{{>reminder_state}}</a>　{{/part}}{{#some}}<a href="/admin/waves/{{wave_id}}">すべて</a>{{/some}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="宛先"><table><caption>宛先（部署の順）</caption><thead><tr><th scope="col">部署</th><th scope="col">氏名</th><th scope="col">メール</th><th scope="col">結果</th><th scope="col">日時</th></tr></thead>
<tbody>{{#reminder}}<tr><td>{{department}}</td><th scope="row">{{name}}</th><td>{{address}}</td><td>{{>reminder_state}}{{#why}}<br><span class="small">{{error}}</span>{{/why}}{{#named}}<br><span class="small muted">{{message_id}}</span>{{/named}}</td><td>{{sent_at}}</td></tr>
{{/reminder}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/admin/waves/{{wave_id}}?state={{state_key:u}}&amp;page={{page}}">前の100人</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/waves/{{wave_id}}?state={{state_key:u}}&amp;page={{page}}">次の100人</a>{{/later}}</p>
