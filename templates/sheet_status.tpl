{{%AUTOESCAPE context="HTML"}}<div class="sheet">
<p class="crumbs">{{#for_secretariat}}<a href="/admin/cycles/{{cycle_id}}/waiting">回答票の一覧へ戻る</a>{{/for_secretariat}}{{#for_manager}}<a href="/section?cycle={{cycle_id}}">所属の状況へ戻る</a>{{/for_manager}}</p>
<h1>{{set_title}}：{{unit_name}}{{#whole_body}}団体全体{{/whole_body}}</h1>
{{#done_confirmed}}<div class="notice good" role="status"><p>確認しました。</p></div>{{/done_confirmed}}
{{#done_returned}}<div class="notice good" role="status"><p>差し戻しました。本人の画面にコメントが表示されます。</p></div>{{/done_returned}}
{{#done_excluded}}<div class="notice good" role="status"><p>対象外にしました。一覧には、線を引いて残ります。</p></div>{{/done_excluded}}
{{#done_included}}<div class="notice good" role="status"><p>対象に戻しました。</p></div>{{/done_included}}
{{#done_assigned}}<div class="notice good" role="status"><p>回答する人を決めました。</p></div>{{/done_assigned}}
<dl class="facts"><dt>状態</dt><dd>{{>state}}{{#struck}}　{{>why}}　{{excluded_text}}{{/struck}}　{{at}}</dd>
<dt>部署</dt><dd>{{department}}</dd>
<dt>回答する人</dt><dd>{{person_name}}　{{person_kind}}{{#unnamed}}<span class="bad-text">未定</span>{{/unnamed}}</dd>
{{#received}}<dt>受付</dt><dd>{{submitted_at}}</dd>{{/received}}
{{#was_typed}}<dt>代理入力</dt><dd>{{>typed}}</dd>{{/was_typed}}
{{#returning}}<dt>差戻しのコメント</dt><dd>{{return_comment}}</dd>{{/returning}}
{{#coded}}<dt>紙の回答票の番号</dt><dd class="mono">{{code}}</dd>{{/coded}}
<dt>実施回</dt><dd>{{>cycle_state}}　締切 {{due}}</dd></dl>
{{#may_read}}<form method="post" action="/sheets/{{sheet_id}}/status" class="card"><h2>回答を見る</h2><p>提出された回答を表示します。だれがいつ見たかは、操作記録に残ります。</p><input type="hidden" name="form_key" value="{{form_key}}"><p class="actions"><button name="do" value="read" class="second">回答を見る</button></p></form>{{/may_read}}
{{#may_proxy}}<div class="card"><h2>紙の回答を入力する</h2><p>紙で出された回答を、本人に代わって入力します。入力した人と日時を残します。</p><p class="actions"><a class="button second" href="/proxy/{{code}}">代理入力を始める</a></p></div>{{/may_proxy}}
{{#may_confirm}}<form method="post" action="/sheets/{{sheet_id}}/status" class="card"><h2>確認する</h2><p>確認した後は、差し戻すまで本人も直せません。</p><input type="hidden" name="form_key" value="{{form_key}}"><p class="actions"><button name="do" value="confirm">確認する</button></p></form>{{/may_confirm}}
{{#may_return}}<form method="post" action="/sheets/{{sheet_id}}/status" class="card"><h2>差し戻す</h2><p>再び提出されるまで、先に提出された回答を集計に使います。</p><input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="comment">何を直してほしいか（本人に表示します）</label>{{#bad_comment}}<p class="complaint">コメントを入力してください（500字まで）。</p>{{/bad_comment}}<textarea id="comment" name="comment"{{#bad_comment}} aria-invalid="true"{{/bad_comment}}>{{comment:p}}</textarea></div>
<p class="actions"><button name="do" value="return" class="second">差し戻す</button></p></form>{{/may_return}}
{{#may_assign}}<form method="post" action="/sheets/{{sheet_id}}/status" class="card"><h2>回答する人を決める</h2><input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="number">職員番号</label>{{#bad_number}}<p class="complaint">その職員番号の、在職している職員はいません。</p>{{/bad_number}}<input type="text" id="number" name="number" value="{{number}}"{{#bad_number}} aria-invalid="true"{{/bad_number}}></div>
<p class="actions"><button name="do" value="assign" class="second">この人に決める</button></p></form>{{/may_assign}}
{{#may_exclude}}<form method="post" action="/sheets/{{sheet_id}}/status" class="card"><h2>対象外にする</h2><p>対象者の数と集計から除きます。集計を確定するまでは戻せます。</p><input type="hidden" name="form_key" value="{{form_key}}">
<fieldset><legend>理由</legend>{{#bad_reason}}<p class="complaint">理由を選んでください。「その他」のときは、説明も入力してください（500字まで）。</p>{{/bad_reason}}{{#choice}}<p><label class="check"><input type="radio" name="reason" value="{{code}}" {{checked}}><span>{{>word}}</span></label></p>{{/choice}}</fieldset>
<div class="field"><label for="text">説明</label><textarea id="text" name="text">{{text:p}}</textarea></div>
<p class="actions"><button name="do" value="exclude" class="second">対象外にする</button></p></form>{{/may_exclude}}
{{#may_include}}<form method="post" action="/sheets/{{sheet_id}}/status" class="card"><h2>対象に戻す</h2><p>提出された回答があれば、もう一度集計に入ります。</p><input type="hidden" name="form_key" value="{{form_key}}"><p class="actions"><button name="do" value="include" class="second">対象に戻す</button></p></form>{{/may_include}}
</div>
