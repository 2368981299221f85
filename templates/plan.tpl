{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="{{base}}?cycle={{cycle_id}}&amp;department={{department_key:u}}">改善策の一覧</a></p>
<h1>改善策の変更</h1>
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
{{#now}}<dl class="facts"><dt>部署</dt><dd>{{department_name}}</dd><dt>設問</dt><dd>{{item_id}}　{{text}}</dd><dt>状態</dt><dd>{{#planned}}<span class="tag todo">計画</span>{{/planned}}{{#doing}}<span class="tag draft">実施中</span>{{/doing}}{{#done}}<span class="tag done">完了</span>{{/done}}{{#dropped}}<span class="tag">中止</span>{{/dropped}}{{#overdue}} <span class="tag late">期限超過</span>{{/overdue}}　期限 {{due}}　担当 {{owner_name}}</dd></dl>{{/now}}
{{#form}}<form method="post" action="{{base}}/{{plan_id}}" class="card"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">
{{#telling}}<div class="notice warn"><p>気になる語があります　{{>hints}}</p><p><label class="check"><input type="checkbox" name="sure" value="1"><span>確かめました。このまま登録します</span></label></p></div>{{/telling}}
<div class="field"><label for="measure">改善策の内容</label><p class="help" id="measure-h">このまま報告書と改善計画書に載ります。個人の氏名や、手順・設定の詳細は書かないでください。</p><textarea aria-describedby="measure-h" id="measure" name="measure" rows="3">{{measure:p}}</textarea></div>
<div class="field"><label for="owner">担当者（職員番号。氏名の一部でも候補が出ます）</label><input type="text" id="owner" name="owner" value="{{owner}}" list="people" autocomplete="off"><datalist id="people">{{#person}}<option value="{{number}}">{{person_name}}</option>{{/person}}</datalist></div>
<div class="field"><label for="due_day">期限</label><input type="date" id="due_day" name="due_day" value="{{due_day}}"></div>
<div class="field"><label for="state">状態</label><select id="state" name="state"><option value="planned" {{planned_selected}}>計画</option><option value="doing" {{doing_selected}}>実施中</option><option value="done" {{done_selected}}>完了</option><option value="dropped" {{dropped_selected}}>中止</option></select></div>
<div class="field"><label for="done_day">完了した日（完了のとき）</label><input type="date" id="done_day" name="done_day" value="{{done_day}}"></div>
<div class="field"><label for="result">結果（中止のときは理由）</label><textarea id="result" name="result" rows="2">{{result:p}}</textarea></div>
<p class="actions"><button>保存する</button><a class="button second" href="{{base}}?cycle={{cycle_id}}&amp;department={{department_key:u}}">戻る</a></p></form>{{/form}}
<h2>これまでの変更</h2>
<div class="scroll" tabindex="0" role="region" aria-label="これまでの変更"><table><caption>新しい順</caption><thead><tr><th scope="col">日時</th><th scope="col">だれが</th><th scope="col">改善策</th><th scope="col">担当</th><th scope="col">期限</th><th scope="col">状態</th><th scope="col">結果</th></tr></thead>
<tbody>{{#change}}<tr><th scope="row">{{at}}</th><td>{{who}}</td><td>{{measure}}</td><td>{{owner_name}}</td><td>{{due}}</td><td>{{#planned}}計画{{/planned}}{{#doing}}実施中{{/doing}}{{#done}}完了{{/done}}{{#dropped}}中止{{/dropped}}</td><td>{{result}}</td></tr>
{{/change}}</tbody></table></div>
