{{%AUTOESCAPE context="HTML"}}<h1>わたしの点検</h1>
{{#urgent_waiting}}<section class="notice bad"><h2>緊急報告</h2>
<ul>{{#urgent}}<li><a href="/audits/{{audit_id}}#urgent-{{urgent_id}}">{{number}}　{{>kind}}</a>　{{who}}　{{at}}</li>
{{/urgent}}</ul></section>
{{/urgent_waiting}}
{{#answering}}
{{#nothing}}<div class="notice"><p>いま回答していただく点検はありません。</p></div>{{/nothing}}
<div class="cards">{{#sheet}}<section class="card"><h2>{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}} {{>standing}}{{#revised}} <span class="tag draft">修正中</span>{{/revised}}{{#asked_back}} <span class="tag late">見直しのお願い</span>{{/asked_back}}</h2>
<p class="small muted">{{cycle_title}}　{{sheet_department}}</p>
{{#returning}}<div class="notice bad"><p><strong>所属長から差し戻されています</strong></p><p>{{return_comment}}</p></div>{{/returning}}
<dl class="facts">{{#can}}<dt>締切</dt><dd><strong>{{due}}</strong>{{#days_left}}　あと{{days}}日{{/days_left}}{{#due_today}}　<strong>本日まで</strong>{{/due_today}}{{#overdue}}　<span class="bad-text">期限を過ぎています</span>{{/overdue}}</dd>
{{#fresh}}<dt>目安</dt><dd>約{{minutes}}分。途中で一時保存できます</dd>{{/fresh}}{{/can}}
{{#spared}}<dt>対象外</dt><dd>{{>why}}。回答する必要はありません</dd>{{/spared}}
{{#draft}}<dt>保存</dt><dd>{{draft_at}}（まだ提出していません）</dd>{{/draft}}
{{#submitted}}<dt>受付</dt><dd><a href="/sheets/{{sheet_id}}/receipt">{{receipt}}</a>　{{submitted_at}}</dd>{{/submitted}}
{{#revised}}<dt>受付</dt><dd><a href="/sheets/{{sheet_id}}/receipt">{{receipt}}</a>　{{submitted_at}}</dd><dt>修正</dt><dd>{{draft_at}} に一時保存（未提出）</dd>{{/revised}}
{{#was_typed}}<dt>代理入力</dt><dd>{{>typed}}</dd>{{/was_typed}}
{{#lesson_waits}}<dt>答え合わせ</dt><dd><a href="/sheets/{{sheet_id}}/receipt#lessons">まだ読んでいません。読む<span class="hidden-visually">：{{set_title}}の答え合わせ</span></a></dd>{{/lesson_waits}}{{#lesson_read}}<dt>答え合わせ</dt><dd><a href="/sheets/{{sheet_id}}/receipt#lessons">読みました</a>　{{read_at}}</dd>{{/lesson_read}}</dl>
<p>{{#can}}{{#fresh}}<a class="button" href="/sheets/{{sheet_id}}">回答を始める<span class="hidden-visually">：{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}</span></a>{{/fresh}}{{#draft}}<a class="button" href="/sheets/{{sheet_id}}">続きから回答する<span class="hidden-visually">：{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}</span></a>{{/draft}}{{#submitted}}<a class="{{mend_class}}" href="/sheets/{{sheet_id}}">回答を直す<span class="hidden-visually">：{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}</span></a>{{/submitted}}{{#revised}}<a class="button" href="/sheets/{{sheet_id}}">修正を続ける<span class="hidden-visually">：{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}</span></a>{{/revised}}{{/can}}{{#cannot}}<a class="button second" href="/sheets/{{sheet_id}}">内容を見る<span class="hidden-visually">：{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}</span></a>{{/cannot}}</p></section>{{/sheet}}</div>
{{/answering}}
{{#entries}}<p><a href="/entries">担当する台帳</a>：{{owned}}件。内容が今のとおりか確かめてください。</p>{{/entries}}
{{#waiting_section}}<div class="notice"><p><strong><a href="/section?cycle={{cycle_id}}&amp;department={{department_key:u}}">{{section_name}}の状況</a></strong>　未提出 <strong>{{left}}件</strong>、所属長の確認待ち <strong>{{to_confirm}}件</strong></p><p class="small muted">{{cycle_title}}</p></div>
{{/waiting_section}}
{{#plans}}<section class="card"><h2>進める改善策</h2>
<p>{{section_name}}　<a href="/section/plan?cycle={{cycle_id}}&amp;department={{department_key:u}}">{{cycle_title}}の改善策</a>：実施中・計画{{waiting}}件、うち期限超過{{late}}件</p>
<ul>{{#plan}}<li>{{due}}まで　<a href="/section/plan/{{plan_id}}">{{measure}}</a>　{{owner_name}}{{#plan_overdue}} <span class="tag late">期限超過</span>{{/plan_overdue}}</li>
{{/plan}}</ul></section>
{{/plans}}
{{#audits_coming}}<section class="card"><h2>監査を受ける予定</h2>
<ul>{{#audit}}<li><a href="/audits/{{audit_id}}">{{number}}　{{audit_title}}</a>　{{audited_name}}　{{begins}}〜{{ends}}　<span class="tag">{{>state}}</span></li>
{{/audit}}</ul></section>
{{/audits_coming}}
{{#requests_waiting}}<section class="card"><h2>監査の資料依頼</h2>
<p>未提出、又は確認を待っているもの{{waiting}}件</p>
<ul>{{#request}}<li>{{due_day}}まで　<a href="/audits/{{audit_id}}/requests/{{request_id}}">{{request_number}}　{{text}}</a>　{{audited_name}}　{{>request_state}}{{#overdue}} <span class="tag late">期限超過</span>{{/overdue}}</li>
{{/request}}</ul></section>
{{/requests_waiting}}
{{#audit_plans_waiting}}<section class="card"><h2>対応を待っている監査計画</h2>
<ul>{{#plan}}<li><a href="/audit-plans/{{plan_id}}">{{plan_title}}</a>　{{>state}}</li>
{{/plan}}</ul></section>
{{/audit_plans_waiting}}
{{#audits_named}}<section class="card"><h2>担当する監査</h2>
<ul>{{#audit}}<li><a href="/audits/{{audit_id}}/checklist">{{number}}　{{audit_title}}</a>　{{audited_name}}　判定待ち{{open_count}}項目、レビュー待ち{{review_count}}項目</li>
{{/audit}}</ul></section>
{{/audits_named}}
{{#audits_waiting}}<section class="card"><h2>次に進められる監査</h2>
<ul>{{#audit}}<li><a href="/audits/{{audit_id}}">{{number}}　{{audit_title}}</a>　{{audited_name}}　<span class="tag">{{>state}}</span>{{#waiver_waits}} <span class="tag late">独立性の特例の承認待ち</span>{{/waiver_waits}}</li>
{{/audit}}</ul></section>
{{/audits_waiting}}
{{#findings_waiting}}<section class="card"><h2>対応を待っている指摘</h2>
<p><a href="/findings">指摘の一覧</a>：あなたの対応を待っているもの{{waiting}}件</p>
<ul>{{#finding}}<li><a href="/findings/{{finding_id}}">{{number}}　{{finding_title}}</a>　{{audited_name}}　{{>state}}{{#overdue}} <span class="tag late">期限超過</span>{{/overdue}}</li>
{{/finding}}</ul></section>
{{/findings_waiting}}
{{#duties}}
<h2>役割に応じた画面</h2>
<ul>
{{#link_entries}}<li><a href="/entries">所属の台帳</a>：情報システム、契約、施設などの登録</li>{{/link_entries}}
{{#link_section}}<li><a href="/section">所属の状況</a>：だれが提出したか、所属の集計</li>{{/link_section}}
{{#link_dashboard}}<li><a href="/dashboard">集計</a>：回答の進み具合、得点率、経年の変化</li>{{/link_dashboard}}
{{#link_reports}}<li><a href="/reports">報告書</a>：自己点検結果報告書（PDF）</li>{{/link_reports}}
{{#link_proxy}}<li><a href="/proxy">代理入力</a>：紙で出された回答を入力する</li>{{/link_proxy}}
{{#link_evidence}}<li><a href="/evidence">証跡</a>：回答に添えられたファイル</li>{{/link_evidence}}
{{#link_retention}}<li><a href="/admin/retention">保存と廃棄</a>：保存期間の満了した記録の廃棄を承認する{{#disposals_wait}}　<strong>承認待ち{{disposal_count}}件</strong>{{/disposals_wait}}</li>{{/link_retention}}
{{#link_admin}}<li><a href="/admin">事務局の画面</a>：名簿、設問、実施回、部署、利用者、設定</li>{{/link_admin}}
</ul>
{{/duties}}
{{#before}}
<h2>これまでの点検</h2>
<table><caption>終了した点検と受付番号</caption>
<thead><tr><th scope="col">実施回</th><th scope="col">点検</th><th scope="col">提出</th></tr></thead>
<tbody>{{#past_sheet}}<tr><td>{{cycle_title}}</td><th scope="row"><a href="/sheets/{{sheet_id}}">{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}</a></th><td>{{>standing}}{{#submitted}}　<a href="/sheets/{{sheet_id}}/receipt">{{receipt}}</a>{{/submitted}}{{#revised}}　<a href="/sheets/{{sheet_id}}/receipt">{{receipt}}</a>{{/revised}}{{#fresh}}　提出なし{{/fresh}}{{#draft}}　提出なし{{/draft}}{{#lesson_waits}}<br><a class="small" href="/sheets/{{sheet_id}}/receipt#lessons">答え合わせをまだ読んでいません<span class="hidden-visually">：{{cycle_title}} {{set_title}}</span></a>{{/lesson_waits}}{{#lesson_read}}<br><span class="small">答え合わせを読みました　{{read_at}}</span>{{/lesson_read}}</td></tr>
{{/past_sheet}}</tbody></table>
{{/before}}
