{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></p>
<h1>該当なしの確認</h1>
{{#done_accepted}}<div class="notice good" role="status"><p>承認しました。</p></div>{{/done_accepted}}
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}</p></div>{{/refused}}
<h2>該当なしが多い設問</h2>
<p class="small">回答のうち「該当なし」が{{bound}}％を超えた設問です（割合 ＝ 該当なし ÷ 回答。値を伏せた部署は含めません）。対象の決め方や文言の見直しを検討してください。</p>
<div class="scroll" tabindex="0" role="region" aria-label="該当なしが多い設問"><table><caption>該当なしが多い設問</caption><thead><tr><th scope="col">設問</th><th scope="col">点検票</th><th scope="col" class="number">割合</th><th scope="col" class="number">該当なし（件）</th><th scope="col" class="number">回答（件）</th></tr></thead>
<tbody>{{#alarm}}<tr><th scope="row">{{item_id}}　{{text}}</th><td>{{set_title}}</td><td class="number">{{percent}}％</td><td class="number">{{na_count}}</td><td class="number">{{answered}}</td></tr>
{{/alarm}}</tbody></table></div>
<h2>所属長の判断の状況</h2>
<p class="small">回答した人が{{k}}人に満たない部署は、下でまとめて判断します。</p>
<div class="scroll" tabindex="0" role="region" aria-label="所属長の判断の状況"><table><caption>部署ごとの判断（設問と理由の組で数えています）</caption><thead><tr><th scope="col">部署</th><th scope="col">点検票</th><th scope="col" class="number">判断の対象（組）</th><th scope="col" class="number">未判断（組）</th></tr></thead>
<tbody>{{#status}}{{#department}}<tr><th scope="row">{{department_name}}</th><td>{{set_title}}</td><td class="number">{{groups}}</td><td class="number">{{#waits}}<strong>{{/waits}}{{open_groups}}{{#waits}}</strong>{{/waits}}</td></tr>
{{/department}}{{/status}}</tbody></table></div>
{{#status}}<p class="actions">{{#earlier}}<a class="button second" href="/admin/na/{{cycle_id}}?page={{page}}">前の50行</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/na/{{cycle_id}}?page={{page}}">次の50行</a>{{/later}}</p>{{/status}}
<h2>人数の少ない部署をまとめた判断</h2>
<p class="small">部署ごとには見えない分です。合わせて{{k}}人以上のときに表示します。</p>
{{#together}}{{#na}}
<div class="card"><h3>{{item_id}}　{{text}}</h3>
<p>{{set_title}}　理由：<strong>{{na_name}}</strong>　{{na_count}}件（回答{{answered}}件のうち）　{{#undecided}}<span class="tag todo">未判断</span>{{/undecided}}{{#accepted}}<span class="tag done">承認済み</span>{{/accepted}}{{#grown}}<span class="tag todo">増えたため再判断</span>{{/grown}}</p>
{{#decided}}<p class="small muted">{{at}}　{{who}}（{{decided_count}}件のとき）</p>{{/decided}}
{{#may_decide}}<form method="post" action="/admin/na/{{cycle_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="group" value="{{group}}"><input type="hidden" name="count" value="{{na_count}}">
<p class="actions"><button name="do" value="accept">承認する<span class="hidden-visually">：{{item_id}} {{na_name}}</span></button></p></form>{{/may_decide}}
</div>
{{/na}}
<p class="actions">{{#earlier}}<a class="button second" href="/admin/na/{{cycle_id}}?small={{page}}">前の50件</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/na/{{cycle_id}}?small={{page}}">次の50件</a>{{/later}}</p>{{/together}}
