{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles">実施回</a></p>
<h1>{{cycle_title}}</h1>
{{#done_created}}<div class="notice good" role="status"><p>実施回を準備しました。</p></div>{{/done_created}}
{{#done_changed}}<div class="notice good" role="status"><p>日程と内容を保存しました。</p></div>{{/done_changed}}
{{#done_next}}<div class="notice good" role="status"><p>次の年度の実施回を準備しました。<a href="/admin/cycles/{{cycle_id}}/changes">設問の変更</a>と、下の日程を確かめてください。</p></div>{{/done_next}}
{{#done_approve}}<div class="notice good" role="status"><p>設問を確定しました。</p></div>{{/done_approve}}
{{#done_withdraw}}<div class="notice good" role="status"><p>準備に戻しました。</p></div>{{/done_withdraw}}
{{#done_open}}<div class="notice good" role="status"><p>開始しました。対象の職員は、いまから回答できます。</p></div>{{/done_open}}
{{#done_grace}}<div class="notice good" role="status"><p>締め切りました。猶予の日までは、まだ提出していない人と差し戻された人だけが回答できます。</p></div>{{/done_grace}}
{{#done_confirm}}<div class="notice good" role="status"><p>所属長の確認に移りました。</p></div>{{/done_confirm}}
{{#done_finalise}}<div class="notice good" role="status"><p>集計を確定しました。この版の数値と文書は、もう変わりません。</p></div>{{/done_finalise}}
{{#done_report}}<div class="notice good" role="status"><p>報告済みにしました。</p></div>{{/done_report}}
{{#done_improve}}<div class="notice good" role="status"><p>改善に移りました。</p></div>{{/done_improve}}
{{#done_end}}<div class="notice good" role="status"><p>終了しました。</p></div>{{/done_end}}
{{#done_reopen}}<div class="notice good" role="status"><p>再開しました。理由を履歴に残しました。</p></div>{{/done_reopen}}
<ol class="line" aria-label="実施回の流れ">{{#step}}<li{{#past}} class="past"{{/past}}{{#here}} class="here" aria-current="step"{{/here}}>{{>state}}{{#here}}<span class="hidden-visually">（いまここ）</span>{{/here}}</li>{{/step}}</ol>
{{#now}}<div class="notice" id="now"><p><strong>いますること</strong>　{{#now_prepared}}日程を確かめ、下の設問セットの名前を開いて試しに回答し、承認を受けたら<a href="#approve">設問を確定</a>します。{{/now_prepared}}{{#now_approved}}{{#automatic}}{{opens}}の午前0時に、自動で開始します。すぐに始めるときは<a href="#open">開始</a>を押します。{{/automatic}}{{#by_hand}}{{opens}}になったら<a href="#open">開始</a>を押します。{{/by_hand}}{{/now_approved}}{{#now_open}}回答を受け付けています。{{#automatic}}{{due}}の24時に自動で締め切り、{{#with_grace}}猶予に移ります。{{/with_grace}}{{#without_grace}}所属長の確認に移ります。{{/without_grace}}{{/automatic}}{{#by_hand}}{{#over}}<strong>締切を過ぎています。</strong>押すまで期限後の回答を受け付け続けます。{{/over}}締め切るときは<a href="#grace">猶予</a>か<a href="#confirm">所属長の確認</a>に移します。{{/by_hand}}{{/now_open}}{{#now_grace}}まだ提出していない人の回答だけを受け付けています。{{#automatic}}{{#with_grace}}{{grace_day}}の24時に、自動で所属長の確認に移ります。{{/with_grace}}{{/automatic}}{{#by_hand}}{{#over}}<strong>猶予の日を過ぎています。</strong>{{/over}}受付を終えるときは<a href="#confirm">所属長の確認</a>に移します。{{/by_hand}}{{/now_grace}}{{#now_confirming}}所属長の確認、<a href="/admin/na/{{cycle_id}}">該当なしの判断</a>、<a href="/admin/remarks/{{cycle_id}}">自由記述の確認</a>が済んだら、<a href="#finalise">集計を確定</a>します。確かめていない自由記述は、文書に件数だけを書きます。{{/now_confirming}}{{#now_final}}<a href="/reports?cycle={{cycle_id}}">報告書</a>を出力し、委員会などへの報告が済んだら<a href="#report">報告済み</a>にします。{{/now_final}}{{#now_reported}}所属長が<a href="/admin/plans/{{cycle_id}}">改善策</a>を立てたら、<a href="#improve">改善</a>に移ります。{{/now_reported}}{{#now_improving}}<a href="/admin/plans/{{cycle_id}}">改善策</a>が済んだら<a href="#end">終了</a>します。{{/now_improving}}{{#now_ended}}この実施回は終わりました。数値と文書は、保存期間のあいだ、いつでも同じものを出せます。{{/now_ended}}</p></div>{{/now}}
{{#gone_list}}<div class="notice">{{#gone}}<p>{{sentence}}</p>{{/gone}}</div>
{{/gone_list}}{{#doubts}}<div class="notice warn"><p>確かめてください</p><ul>{{#doubt}}<li>{{#opens_closed}}開始の予定日が閉庁日です。{{/opens_closed}}{{#due_closed}}締切日が閉庁日です。その日に出勤しない人は、前の開庁日までに提出することになります。{{/due_closed}}{{#grace_closed}}猶予の日が閉庁日です。{{/grace_closed}}{{#opens_past}}開始の予定日を過ぎています。{{/opens_past}}{{#due_past}}締切日を過ぎています。{{/due_past}}{{#outside}}開始の予定日か締切日が、この年度の外にあります。{{/outside}}{{#base}}基準日が、開始の予定日から1年以上離れています。{{/base}}{{#twin}}同じ年度に、定期の実施回「{{twin_title}}」がもう一つあります。年度の推移は、定期の実施回を1回だけ使います。{{/twin}}</li>{{/doubt}}</ul></div>{{/doubts}}
<dl class="facts"><dt>種類</dt><dd>{{#annual}}定期（年度ごと）{{/annual}}{{#adhoc}}随時{{/adhoc}}</dd>
<dt>年度</dt><dd>{{year_name}}　第{{edition}}版</dd><dt>期間</dt><dd>{{opens}}から{{due}}まで{{#graced}}（猶予　{{grace_day}}まで）{{/graced}}</dd><dt>基準日</dt><dd>{{base}}</dd>
{{#approval}}<dt>設問の承認</dt><dd>{{approver}}</dd>{{/approval}}
{{#finality}}<dt>集計の確定</dt><dd>{{final_at}}</dd>{{/finality}}
{{#reporting}}<dt>報告日</dt><dd>{{reported_day}}</dd>{{/reporting}}
<dt>秘匿</dt><dd>回答者が{{k}}人に満たない部署の値を伏せる</dd>
<dt>個々の回答</dt><dd>{{#individual}}所属長も見ることができる（回答票にも書いてある）{{/individual}}{{#not_individual}}所属長には見せない{{/not_individual}}</dd>
<dt>進め方</dt><dd>{{#goes_automatic}}日程のとおり自動で進める{{/goes_automatic}}{{#goes_by_hand}}事務局が進める{{/goes_by_hand}}</dd></dl>
{{#settable}}<p class="actions"><a class="button second" href="/admin/cycles/{{cycle_id}}/edit">日程と内容を変える</a></p>{{/settable}}
<div class="scroll" tabindex="0" role="region" aria-label="設問セットと回答の状況"><table><caption>設問セット{{#opened}}と回答の状況{{/opened}}</caption><thead><tr><th scope="col">設問セット</th><th scope="col">版</th><th scope="col">回答の状況</th></tr></thead>
<tbody>{{#set}}<tr><th scope="row"><a href="/admin/questionnaires/{{set_id}}">{{set_title}}</a></th><td>{{edition}}</td><td>{{#progress}}{{asked}}件のうち提出{{done}}件（期限後{{late}}件、差戻し{{returned}}件、所属長確認済{{confirmed}}件）、一時保存{{drafts}}件、ほかに対象外{{excluded}}件<br><progress value="{{done}}" max="{{asked}}" aria-label="{{set_title}}の提出の進み具合">{{done}}／{{asked}}</progress>{{/progress}}{{#gone_progress}}<span class="muted">集計は廃棄しました</span>{{/gone_progress}}{{#unopened}}開始前{{/unopened}}</td></tr>
{{/set}}</tbody></table></div>
<p class="actions">{{#opened}}{{#with_sheets}}<a class="button second" href="/admin/cycles/{{cycle_id}}/waiting">回答票の一覧を見る</a><a class="button second" href="/answer-sheets">回答票のExcel</a><a class="button second" href="/admin/na/{{cycle_id}}">該当なしの確認</a><a class="button second" href="/admin/lessons/{{cycle_id}}">研修の記録</a>{{#past_open}}<a class="button second" href="/admin/remarks/{{cycle_id}}">自由記述の確認</a>{{/past_open}}<a class="button second" href="/admin/quality/{{cycle_id}}">回答の質と設問の見直し</a>{{/with_sheets}}{{#with_plans}}<a class="button second" href="/admin/plans/{{cycle_id}}">改善策</a>{{/with_plans}}{{/opened}}<a class="button second" href="/admin/cycles/{{cycle_id}}/changes">前回からの設問の変更</a></p>
{{#finality}}<form method="post" action="/admin/cycles/{{cycle_id}}/next" class="card" id="next"><h2>次の年度の実施回を準備する</h2><p>設問を改めるときは、{{#with_sheets}}先に<a href="/admin/quality/{{cycle_id}}#candidates">言い換え・廃止の候補</a>を見て、{{/with_sheets}}新しい版を<a href="/admin/questionnaires">設問セット</a>に読み込みます。</p><p>この実施回の設問セットの最新の版と日程をもとに、次の年度の実施回を準備します。日程は同じ月日とし、閉庁日に当たるときは前後にずらします。種類、自動で進めるか、所属長に個々の回答を見せるかも引き継ぎます。部署、職員、台帳、督促の段は、そのときのものを使います。</p><input type="hidden" name="form_key" value="{{form_key}}"><p class="actions"><button class="second">次の年度を準備する</button></p></form>{{/finality}}
{{#move}}
<form method="post" action="/admin/cycles/{{cycle_id}}" class="card" id="{{move_name}}">
{{#approve}}<h2>設問を確定する</h2><p>承認を受けた設問セットを確定します。開始するまでは、理由を添えて準備に戻せます。</p>{{/approve}}
{{#withdraw}}<h2>準備に戻す</h2><p>設問の確定を取り消します。</p>{{/withdraw}}
{{#open}}<h2>開始する</h2><p>開始すると、次のとおり固定します。後から変えることはできません。</p>
<ul>{{#preview}}<li>いまの名簿の {{department_count}}部署、{{person_count}}人分の所属・氏名</li>{{/preview}}<li>上の設問セットと、部署の業務（<a href="/admin/departments">確かめる</a>）</li><li>秘匿する人数の境と、評価の目安</li></ul>
<p>対象の職員それぞれに回答票を作り、すぐに回答できるようになります。</p>{{/open}}
{{#grace}}<h2>締め切って猶予に移る</h2><p>提出した人は回答を変えられなくなります。まだ提出していない人と差し戻された人は、猶予の日まで回答できます。{{due}}より後の提出は、期限後として別に数えます。</p>{{/grace}}
{{#confirm}}<h2>受付を終えて所属長の確認に移る</h2><p>差し戻された回答票のほかは、だれも回答を変えられなくなります。所属長が確かめ、確認または差戻しをします。</p>{{/confirm}}
{{#finalise}}<h2>集計を確定する</h2><p>回答と数値、報告書を凍結します。確定した後は、だれも回答を変えられません。提出のない回答票は無回答として数えます。</p>{{/finalise}}
{{#report}}<h2>報告済みにする</h2><p>委員会などへ報告した日を残します。数値は変わりません。</p>{{/report}}
{{#improve}}<h2>改善に移る</h2><p>所属の改善計画を進める段階に移ります。数値は変わりません。</p>{{/improve}}
{{#end}}<h2>終了する</h2><p>この実施回を終え、保存します。</p>{{/end}}
{{#reopen}}<h2>再開する</h2><p>もう一度回答を受け付けます。確定した後の再開では版が上がり、前の版の文書はそのまま残ります。理由は履歴と操作記録に残ります。</p>{{/reopen}}
<input type="hidden" name="form_key" value="{{form_key}}">
{{#takes_approver}}<div class="field"><label for="approver">承認した人（職・氏名）</label>{{#no_approver}}<p class="complaint">承認した人を入力してください（60字まで）。</p>{{/no_approver}}<input type="text" id="approver" name="approver" value="{{approver}}"{{#no_approver}} aria-invalid="true"{{/no_approver}}></div>{{/takes_approver}}
{{#takes_day}}<div class="field"><label for="day-{{move_name}}">{{#grace}}猶予の日（この日まで受け付ける予定）{{/grace}}{{#report}}報告した日{{/report}}</label>{{#bad_day}}<p class="complaint">{{#grace}}締切日より後の日付を入力してください。{{/grace}}{{#report}}日付を入力してください。{{/report}}</p>{{/bad_day}}<input type="date" id="day-{{move_name}}" name="day" value="{{day}}"{{#bad_day}} aria-invalid="true"{{/bad_day}}></div>{{/takes_day}}
{{#hindered}}<div class="notice warn"><p>先に済ませておくこと</p><ul>{{#hindrance}}<li>{{#unsubmitted}}提出されていない回答票　<a href="/admin/cycles/{{cycle_id}}/waiting?state=unsubmitted">{{count}}件</a>{{/unsubmitted}}{{#unnamed}}回答する人が決まっていない回答票　<a href="/admin/cycles/{{cycle_id}}/waiting?state=unnamed">{{count}}件</a>{{/unnamed}}{{#returned}}差し戻したまま再提出されていない回答票　<a href="/admin/cycles/{{cycle_id}}/waiting?state=returned">{{count}}件</a>{{/returned}}{{#unconfirmed}}所属長が確認していない回答票　<a href="/admin/cycles/{{cycle_id}}/waiting?state=submitted">{{count}}件</a>{{/unconfirmed}}{{#na_undecided}}該当なしの判断が済んでいないもの　<a href="/admin/na/{{cycle_id}}">{{count}}件</a>{{/na_undecided}}{{#few_changed}}前に見えていた値から、秘匿の境に満たない人数の回答だけが変わった部署　{{count}}部署（前の値と並べると、その人の回答が分かるおそれがあります）{{/few_changed}}</li>{{/hindrance}}</ul></div>
<div class="field">{{#no_tick}}<p class="complaint">このまま進めるときは、印を付けて理由を書いてください。</p>{{/no_tick}}<label class="check"><input type="checkbox" name="anyway" value="1" {{checked}}{{#no_tick}} aria-invalid="true"{{/no_tick}}><span>それでも進める</span></label></div>{{/hindered}}
{{#takes_reason}}<div class="field"><label for="reason-{{move_name}}">理由</label>{{#no_reason}}<p class="complaint">理由を入力してください（500字まで）。</p>{{/no_reason}}<textarea id="reason-{{move_name}}" name="reason"{{#no_reason}} aria-invalid="true"{{/no_reason}}>{{reason:p}}</textarea></div>{{/takes_reason}}
<p class="actions"><button name="do" value="{{move_name}}"{{#back}} class="second"{{/back}}>{{#approve}}設問を確定する{{/approve}}{{#withdraw}}準備に戻す{{/withdraw}}{{#open}}開始する{{/open}}{{#grace}}猶予に移る{{/grace}}{{#confirm}}所属長の確認に移る{{/confirm}}{{#finalise}}集計を確定する{{/finalise}}{{#report}}報告済みにする{{/report}}{{#improve}}改善に移る{{/improve}}{{#end}}終了する{{/end}}{{#reopen}}再開する{{/reopen}}</button></p></form>
{{/move}}
{{#unopened}}<form method="post" action="/admin/cycles/{{cycle_id}}/discard" class="card" id="discard"><h2>取りやめる</h2><p>この実施回を一覧から除きます。まだ回答票がないので、消えるのはここで決めた日程と内容だけです。取りやめたことと理由は、操作記録に残ります。</p><input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="reason-discard">理由</label><textarea id="reason-discard" name="reason"></textarea></div>
<p class="actions"><button class="second">取りやめる</button></p></form>{{/unopened}}
{{#archiving}}<section class="card" id="archive"><h2>保存ファイル</h2>
<p>回答票、集計、判断、文書、設問などを、封印のある1つのZIPファイルにまとめて書き出します。パスワードなどは入りません。書き出した後は、封印の控えを印刷して別に保管してください。</p>
{{#not_ended}}<p>終了した後に書き出せます。</p>{{/not_ended}}
{{#may_archive}}<form method="post" action="/admin/cycles/{{cycle_id}}/archive"><input type="hidden" name="form_key" value="{{form_key}}"><p><label class="check"><input type="checkbox" name="evidence" value="1" checked><span>証跡のファイルも入れる</span></label></p><p class="actions"><button class="second">保存ファイルを書き出す</button><a class="button second" href="/admin/retention/cycles/{{cycle_id}}">保存と廃棄を見る</a></p></form>{{/may_archive}}
{{#archives}}<div class="scroll" tabindex="0" role="region" aria-label="書き出した保存ファイル"><table><caption>書き出した保存ファイル（新しい順）</caption><thead><tr><th scope="col">日時</th><th scope="col">だれが</th><th scope="col">内容</th><th scope="col">封印</th></tr></thead>
<tbody>{{#archive}}<tr><th scope="row">{{written_at}}</th><td>{{who}}{{#by_command}}（コマンド）{{/by_command}}</td><td>第{{edition}}版　{{#with_sheets}}個票を含む{{/with_sheets}}{{#without_sheets}}個票を含まない{{/without_sheets}}{{#without_evidence}}、証跡を含まない{{/without_evidence}}</td><td><p><a href="/admin/archives/{{archive_id}}">封印の控え</a></p>{{#here}}<p><a href="/admin/archives/{{archive_id}}/file">ダウンロード</a></p>{{/here}}<span class="small mono">{{seal}}</span></td></tr>
{{/archive}}</tbody></table></div>{{/archives}}</section>{{/archiving}}
{{#history}}<h2>これまでの移り変わり</h2>
<div class="scroll" tabindex="0" role="region" aria-label="実施回の移り変わり"><table><caption>実施回の移り変わり</caption><thead><tr><th scope="col">日時</th><th scope="col">だれが</th><th scope="col">どこから</th><th scope="col">どこへ</th><th scope="col">版</th><th scope="col">理由</th></tr></thead>
<tbody>{{#moved}}<tr><th scope="row">{{at}}</th><td>{{who}}{{#by_command}}（コマンド）{{/by_command}}{{#by_itself}}（自動）{{/by_itself}}</td><td>{{>from}}</td><td>{{#went}}{{>to}}{{/went}}{{#stayed}}（日程の変更）{{/stayed}}</td><td>{{edition}}</td><td class="lines">{{reason:p}}</td></tr>
{{/moved}}</tbody></table></div>{{/history}}
<p><a href="/admin/cycles">実施回の一覧へ</a></p>
