{{%AUTOESCAPE context="HTML"}}{{#for_department}}<p class="crumbs"><a href="/section?cycle={{cycle_id}}&amp;department={{department_key:u}}">所属の状況</a></p>{{/for_department}}{{#for_body}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></p>{{/for_body}}
<h1>改善策</h1>
<p><strong>{{name}}</strong>　{{cycle_title}}</p>
{{#sections}}<form method="get" action="{{base}}" class="filter"><input type="hidden" name="cycle" value="{{cycle_id}}"><div><label for="department">部署</label><select id="department" name="department">{{#section_choice}}<option value="{{value}}" {{selected}}>{{name}}</option>{{/section_choice}}</select></div><button class="second">表示する</button></form>{{/sections}}
{{#done_saved}}<div class="notice good" role="status"><p>保存しました。</p></div>{{/done_saved}}
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
{{#summary}}<dl class="facts"><dt>改善策</dt><dd>{{all}}件（完了{{finished}}件、実施中・計画{{waiting}}件、中止{{given_up}}件、期限超過{{late}}件）</dd>{{#rate}}<dt>改善率</dt><dd>{{percent}}％（完了 ÷ すべて）</dd>{{/rate}}</dl>{{/summary}}
{{#before}}<p class="small">前年度の改善策は{{all}}件で、完了{{finished}}件、期限超過{{late}}件です。{{#rate}}改善率は{{percent}}％です。{{/rate}}</p>{{/before}}
{{#none}}<div class="notice"><p>改善策はまだありません。</p></div>{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="改善策の一覧"><table><caption>改善策の一覧</caption><thead><tr>{{#for_body}}<th scope="col">部署</th>{{/for_body}}<th scope="col">設問</th><th scope="col">改善策</th><th scope="col">担当</th><th scope="col">期限</th><th scope="col">状態</th></tr></thead>
<tbody>{{#plan}}<tr>{{#of_many}}<td>{{department_name}}</td>{{/of_many}}<td>{{item_id}}　{{text}}</td><th scope="row"><a href="{{base}}/{{plan_id}}">{{measure}}</a>{{#of_many}} {{>hints}}{{/of_many}}</th><td>{{owner_name}}</td><td>{{due}}</td><td>{{#planned}}<span class="tag todo">計画</span>{{/planned}}{{#doing}}<span class="tag draft">実施中</span>{{/doing}}{{#done}}<span class="tag done">完了</span>{{/done}}{{#dropped}}<span class="tag">中止</span>{{/dropped}}{{#overdue}} <span class="tag late">期限超過</span>{{/overdue}}</td></tr>
{{/plan}}</tbody></table></div>
<h2>実施率の低い設問</h2>
{{#nothing_weak}}<p>表示できる設問はありません（まだ集計がないか、回答した人が少ないため伏せています）。{{#form}}下の欄で設問を選べば、改善策は立てられます。{{/form}}</p>{{/nothing_weak}}
<div class="scroll slim" tabindex="0" role="region" aria-label="実施率の低い設問"><table><caption>実施率の低い順に5問まで</caption><thead><tr><th scope="col">設問</th><th scope="col" class="number">実施率</th><th scope="col">改善策</th></tr></thead>
<tbody>{{#weak}}<tr><th scope="row">{{item_id}}　{{text}}<br><span class="small muted">{{set_title}}</span></th><td class="number">{{percent}}％<br><span class="small">{{numerator}}／{{denominator}}</span></td><td>{{#planned}}あり{{/planned}}{{#unplanned}}<a href="{{base}}?cycle={{cycle_id}}&amp;department={{department_key:u}}&amp;item={{set_key:u}}.{{item_id:u}}#new">改善策を立てる<span class="hidden-visually">：{{item_id}}</span></a>{{/unplanned}}</td></tr>
{{/weak}}</tbody></table></div>
{{#form}}<form method="post" action="{{base}}?cycle={{cycle_id}}&amp;department={{department_key:u}}" class="card" id="new"><h2>改善策を立てる</h2><input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="item">設問</label><select id="item" name="item"><option value="">選んでください</option>{{#item_group}}<optgroup label="{{set_title}}">{{#item_choice}}<option value="{{value}}" {{selected}}>{{item_id}}　{{text}}</option>{{/item_choice}}</optgroup>{{/item_group}}</select></div>
{{#telling}}<div class="notice warn"><p>気になる語があります　{{>hints}}</p><p><label class="check"><input type="checkbox" name="sure" value="1"><span>確かめました。このまま登録します</span></label></p></div>{{/telling}}
<div class="field"><label for="measure">改善策の内容</label><p class="help" id="measure-h">このまま報告書と改善計画書に載ります。個人の氏名や、手順・設定の詳細は書かないでください。</p><textarea aria-describedby="measure-h" id="measure" name="measure" rows="3">{{measure:p}}</textarea></div>
<div class="field"><label for="owner">担当者（職員番号。氏名の一部でも候補が出ます）</label><input type="text" id="owner" name="owner" value="{{owner}}" list="people" autocomplete="off"><datalist id="people">{{#person}}<option value="{{number}}">{{person_name}}</option>{{/person}}</datalist></div>
<div class="field"><label for="due_day">期限</label><input type="date" id="due_day" name="due_day" value="{{due_day}}"></div>
<p class="actions"><button>登録する</button></p></form>{{/form}}
<h2>好事例</h2>
<p class="small">ほかの所属の参考になる取組です。紹介に同意した人を書いてください。事務局が採用したものを報告書に載せます。</p>
{{#practice}}<div class="card"><p class="lines">{{text:p}}</p>{{#may_decide}}<p>{{>hints}}</p>{{/may_decide}}<p class="small muted">{{department_name}}　同意：{{consent}}　記入：{{who}}　{{#recorded}}<span class="tag todo">未判断</span>{{/recorded}}{{#adopted}}<span class="tag done">採用</span>{{/adopted}}{{#declined}}<span class="tag">不採用</span>{{/declined}}</p>
{{#may_decide}}<form method="post" action="/admin/practices/{{cycle_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="id" value="{{practice_id}}"><p class="actions"><button name="do" value="adopted">採用する</button><button name="do" value="declined" class="second">採用しない</button></p></form>{{/may_decide}}</div>
{{/practice}}
{{#takes}}<form method="post" action="{{#for_body}}/admin/practices/{{cycle_id}}{{/for_body}}{{#for_department}}/section/practices?cycle={{cycle_id}}&amp;department={{department_key:u}}{{/for_department}}" class="card"><h3>好事例を記録する</h3><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="do" value="record">
<div class="field"><label for="text">内容</label><textarea id="text" name="text" rows="3">{{practice_text:p}}</textarea></div>
<div class="field"><label for="consent">紹介に同意した人（職・氏名、または「所属として」）</label><input type="text" id="consent" name="consent" value="{{practice_consent}}"></div>
<p class="actions"><button class="second">記録する</button></p></form>{{/takes}}
