{{%AUTOESCAPE context="HTML"}}{{#secretariat}}<p class="crumbs"><a href="/admin">事務局</a></p>{{/secretariat}}
<h1>保存と廃棄</h1>
<p>保存期間は、終了した年度の翌年度の初日（起算日）から数えます。満了した記録は、事務局が提案し、提案した人とは別の人（管理者層又は別の事務局）が承認した後に廃棄します。満了しただけでは何も消えません。{{#secretariat}}　<a href="/admin/retention/classes">保存期間を見る・変える</a>{{/secretariat}}</p>
{{#waiting}}<div class="notice warn"><p><strong>承認を待つ廃棄の提案</strong>　<a href="/admin/disposals/{{disposal_id}}">{{subject_name}}：{{#part}}{{#further}}、{{/further}}{{part_title}}{{/part}}</a>（{{proposer}}、{{proposed_at}}）</p></div>{{/waiting}}
{{#cycle}}
<h2><a href="/admin/retention/cycles/{{cycle_id}}">{{cycle_title}}</a> <span class="tag">{{>cycle_state}}</span></h2>
<p class="small">{{#over}}終了：{{ended}}{{/over}}{{#going_on}}終了していないため、まだ起算しません。{{/going_on}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{cycle_title}}の記録"><table><caption>{{cycle_title}}の記録</caption><thead><tr><th scope="col">記録</th><th scope="col">保存期間</th><th scope="col">起算日</th><th scope="col">満了日</th><th scope="col" class="number">件数</th><th scope="col">状態</th></tr></thead>
<tbody>{{#kind}}<tr><th scope="row">{{kind_title}}<br><span class="small muted">{{kind_help}}</span></th><td>{{>class}}</td><td class="day">{{#counted}}{{starts}}{{/counted}}</td><td class="day">{{#limited}}{{expires}}{{/limited}}</td><td class="number">{{records}}</td><td>{{#disposal}}<a href="/admin/disposals/{{disposal_id}}">{{/disposal}}{{>state}}{{#disposal}}</a>{{/disposal}}{{#gone}}<br><span class="small">{{gone_on}}</span>{{/gone}}{{#held}}<br><span class="small">保留：{{held_for}}</span>{{/held}}</td></tr>
{{/kind}}</tbody></table></div>
{{/cycle}}
{{#year}}
<h2><a href="/admin/retention/years/{{year}}">{{year_name}}の操作記録と処理</a></h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{year_name}}の操作記録と処理"><table><caption>{{year_name}}の操作記録と処理</caption><thead><tr><th scope="col">記録</th><th scope="col">保存期間</th><th scope="col">起算日</th><th scope="col">満了日</th><th scope="col" class="number">件数</th><th scope="col">状態</th></tr></thead>
<tbody>{{#kind}}<tr><th scope="row">{{kind_title}}<br><span class="small muted">{{kind_help}}</span></th><td>{{>class}}</td><td class="day">{{#counted}}{{starts}}{{/counted}}</td><td class="day">{{#limited}}{{expires}}{{/limited}}</td><td class="number">{{records}}</td><td>{{#disposal}}<a href="/admin/disposals/{{disposal_id}}">{{/disposal}}{{>state}}{{#disposal}}</a>{{/disposal}}{{#gone}}<br><span class="small">{{gone_on}}</span>{{/gone}}{{#held}}<br><span class="small">保留：{{held_for}}</span>{{/held}}</td></tr>
{{/kind}}</tbody></table></div>
{{/year}}
{{#disposals}}
<h2>廃棄の記録</h2>
<div class="scroll" tabindex="0" role="region" aria-label="廃棄の記録"><table><caption>廃棄の記録（新しい順）</caption><thead><tr><th scope="col">番号</th><th scope="col">対象</th><th scope="col">記録</th><th scope="col">状態</th><th scope="col">提案</th></tr></thead>
<tbody>{{#disposal}}<tr><th scope="row"><a href="/admin/disposals/{{disposal_id}}">第{{disposal_id}}号</a></th><td>{{subject_name}}</td><td>{{#part}}{{#further}}、{{/further}}{{part_title}}{{/part}}</td><td>{{>disposal_state}}</td><td>{{proposer}}<br><span class="small">{{proposed_at}}</span></td></tr>
{{/disposal}}</tbody></table></div>
{{/disposals}}
