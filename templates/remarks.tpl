{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></p>
<h1>自由記述の確認</h1>
{{#done_decided}}<div class="notice good" role="status"><p>保存しました。</p></div>{{/done_decided}}
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　この頁の判断は保存していません。</p></div>{{/refused}}
<p class="small">文書に載るのは、採用したものだけです。未判断のものと載せないものは、件数だけを文書に書きます。部署名は、回答した人が{{k}}人以上のときに表示します。「気になる語」は目安です。文を読んで判断してください。集計を確定した後も、終了するまでは判断を変えられますが、発行済みの文書は変わりません。載せ直すときは、文書を理由を付けて発行し直します。改善策と好事例は<a href="/admin/plans/{{cycle_id}}">改善策の画面</a>で確かめます。</p>
<dl class="facts"><dt>未判断</dt><dd><strong>{{undecided_count}}件</strong></dd><dt>採用</dt><dd>{{adopted_count}}件、書き換えて採用{{rewritten_count}}件</dd><dt>載せない</dt><dd>{{left_out_count}}件</dd></dl>
<form method="get" action="/admin/remarks/{{cycle_id}}" class="card"><h2>絞り込み</h2>
<div class="field"><label for="state">判断</label><select id="state" name="state"><option value="undecided" {{undecided_selected}}>未判断</option><option value="adopted" {{adopted_selected}}>採用</option><option value="rewritten" {{rewritten_selected}}>書き換えて採用</option><option value="left_out" {{left_out_selected}}>載せない</option><option value="all" {{all_selected}}>すべて</option></select></div>
<div class="field"><label for="set">点検票</label><select id="set" name="set"><option value="">すべて</option>{{#set_choice}}<option value="{{set_key}}" {{selected}}>{{set_title}}</option>{{/set_choice}}</select></div>
<p><label class="check"><input type="checkbox" name="hinted" value="1" {{hinted_checked}}><span>気になる語があるものだけ</span></label></p>
<p class="actions"><button class="second">絞り込む</button></p></form>
{{#none}}<div class="notice"><p>あてはまる記述はありません。</p></div>{{/none}}
{{#some}}<form method="post" action="/admin/remarks/{{cycle_id}}?state={{state_key:u}}&amp;set={{set_wish:u}}&amp;hinted={{hinted_wish:u}}&amp;page={{here}}"><input type="hidden" name="form_key" value="{{form_key}}">
<h2>記述（{{matching}}件）</h2>{{/some}}
{{#remark}}
<fieldset><legend><span class="clause">{{set_title}}　{{item_id}}　{{item_text}}</span>{{number}}．{{#department}}{{department_name}}{{/department}}{{#beside}}　回答「{{label}}」の理由{{/beside}}{{#several}}　同じ文{{times}}件{{/several}}</legend>
<blockquote><p class="lines">{{text:p}}</p></blockquote>
{{>hints}}
<div class="options"><label><input type="radio" name="d-{{key}}" value="adopted" {{adopted_checked}}><span>採用</span></label><label><input type="radio" name="d-{{key}}" value="rewritten" {{rewritten_checked}}><span>書き換えて採用</span></label><label><input type="radio" name="d-{{key}}" value="left_out" {{left_out_checked}}><span>載せない</span></label>{{#decided}}<label><input type="radio" name="d-{{key}}" value="undecided"><span>未判断に戻す</span></label>{{/decided}}</div>
<div class="field"><label for="r-{{key}}">載せない理由</label><select id="r-{{key}}" name="r-{{key}}"><option value="">選んでください</option>{{#reason}}<option value="{{reason_key}}" {{selected}}>{{#person}}個人が分かる{{/person}}{{#procedure}}手順の詳細が分かる{{/procedure}}{{#offtopic}}設問と関係がない{{/offtopic}}{{#repeated}}ほかと重なる{{/repeated}}{{#other}}その他{{/other}}</option>{{/reason}}</select></div>
<details><summary>書き換える</summary><div class="field"><label for="w-{{key}}">書き換えた後の文</label><textarea id="w-{{key}}" name="w-{{key}}" rows="3">{{wording:p}}</textarea></div></details>
</fieldset>
{{/remark}}
{{#some}}<p class="actions"><button>この頁の判断を保存する</button></p></form>{{/some}}
<p class="actions">{{#earlier}}<a class="button second" href="/admin/remarks/{{cycle_id}}?state={{state_key:u}}&amp;set={{set_wish:u}}&amp;hinted={{hinted_wish:u}}&amp;page={{page}}">前の25件</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/remarks/{{cycle_id}}?state={{state_key:u}}&amp;set={{set_wish:u}}&amp;hinted={{hinted_wish:u}}&amp;page={{page}}">次の25件</a>{{/later}}</p>
{{#rest}}<form method="post" action="/admin/remarks/{{cycle_id}}/rest?state={{state_key:u}}&amp;set={{set_wish:u}}&amp;hinted={{hinted_wish:u}}" class="card"><h2>残りをまとめて「載せない」にする</h2><p>未判断の記述をすべて「載せない」にします。点検票で絞り込んでいるときは、その点検票の分だけです。あとから1件ずつ変えられます。</p><input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="reason">理由</label><select id="reason" name="reason"><option value="repeated">ほかと重なる</option><option value="offtopic">設問と関係がない</option><option value="other">その他</option></select></div>
<p><label class="check"><input type="checkbox" name="sure" value="1"><span>未判断のものをすべて載せない</span></label></p>
<p class="actions"><button class="second">残りを載せない</button></p></form>{{/rest}}
