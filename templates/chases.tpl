{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/reminders">督促</a></p>
<h1>監査の督促</h1>
{{#done_saved}}<div class="notice good" role="status"><p>段を保存しました。</p></div>{{/done_saved}}{{#done_told}}<div class="notice good" role="status"><p>伝えたものとして記録しました。</p></div>{{/done_told}}
{{#untold}}<h2>口頭等で伝える人</h2>
<p>メールで送れない人です。声をかけるなどして伝えたら、記録します。</p>
<div class="scroll" tabindex="0" role="region" aria-label="口頭等で伝える人"><table><caption>口頭等で伝える人</caption><thead><tr><th scope="col">氏名</th><th scope="col">所属</th><th scope="col">何について</th><th scope="col">番号</th><th scope="col">いつから</th><th scope="col">記録</th></tr></thead>
<tbody>{{#waits}}<tr><th scope="row">{{name}}（{{>rung_to}}）</th><td>{{department}}</td><td>{{>chase_about}}</td><td class="nowrap">{{thing_number}}</td><td>{{planned_at}}</td><td><form method="post" action="/admin/chases"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="box" value="{{box}}"><input type="hidden" name="reminder" value="{{reminder_id}}"><button class="second">伝えた<span class="hidden-visually">：{{name}}、{{thing_number}}</span></button></form></td></tr>
{{/waits}}</tbody></table></div>{{/untold}}
<h2>段</h2>
<p>日が来ると、指摘の改善や資料の提出を待っている人に自動で送ります。<a href="/admin/calendar">閉庁日</a>には送らず、期限前の段は前の開庁日に、期限後の段は次の開庁日に送ります。緊急報告だけは、閉庁日でもすぐに送ります。</p>
<div class="scroll" tabindex="0" role="region" aria-label="監査の督促の段"><table><caption>監査の督促の段</caption><thead><tr><th scope="col">何について</th><th scope="col">日</th><th scope="col">宛先</th><th scope="col">件名</th><th scope="col">使うか</th></tr></thead>
<tbody>{{#rung}}<tr><td>{{>chase_about}}</td><th scope="row"><a href="/admin/chases/rungs/{{key:u}}">{{#at_once}}すぐ{{/at_once}}{{#before}}期限の{{days}}日前{{/before}}{{#same}}期限の日{{/same}}{{#after}}期限の{{days}}日後{{/after}}<span class="hidden-visually">の段</span></a></th><td>{{>rung_to}}</td><td>{{subject}}</td><td>{{#used}}使う{{/used}}{{#unused}}<span class="muted">使わない</span>{{/unused}}</td></tr>
{{/rung}}</tbody></table></div>
<p class="actions"><a class="button second" href="/admin/chases/rungs/new">段を加える</a></p>
