{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a> ＞ <a href="/policy/reviews">見直しの検討</a></p>
<h1>見直しの検討を記録する</h1>
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
<form method="post" action="/policy/reviews" class="card"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="once" value="{{once}}">
<div class="field"><label for="cause">契機</label><select id="cause" name="cause" required><option value="">選んでください</option><option value="results" {{results_selected}}>点検・監査の結果</option><option value="change" {{change_selected}}>状況の変化</option><option value="both" {{both_selected}}>その両方</option></select></div>
<div class="field"><label for="occasion">契機の内容</label><textarea id="occasion" name="occasion" rows="2" required>{{occasion_typed:p}}</textarea></div>
<div class="field"><label for="weighed">検討した内容</label><textarea id="weighed" name="weighed" rows="4" required>{{weighed_typed:p}}</textarea></div>
<fieldset><legend>見たもの</legend>
{{#edition}}<p><label class="check"><input type="checkbox" name="{{field}}" value="1" {{checked}}><span>{{name}}</span></label></p>{{/edition}}
{{#risk}}<p><label class="check"><input type="checkbox" name="{{field}}" value="1" {{checked}}><span>リスク評価 {{name}}</span></label></p>{{/risk}}
{{#finding}}<p><label class="check"><input type="checkbox" name="{{field}}" value="1" {{checked}}><span>指摘 {{name}}</span></label></p>{{/finding}}
</fieldset>
<fieldset><legend>結論</legend><p><label class="check"><input type="radio" name="revise" value="1" {{revise_checked}}><span>改定する</span></label></p><p><label class="check"><input type="radio" name="revise" value="0" {{keep_checked}}><span>改定しない</span></label></p></fieldset>
<div class="field"><label for="decision">決めた内容と理由</label><textarea id="decision" name="decision" rows="3" required>{{decision_typed:p}}</textarea></div>
<div class="field"><label for="decided_by">決めた人（職名・会議名）</label><input type="text" id="decided_by" name="decided_by" value="{{decided_by_typed}}" maxlength="100" required></div>
<div class="field"><label for="decided_day">決めた日</label><input type="date" id="decided_day" name="decided_day" value="{{decided_day_typed}}" required></div>
<p class="actions"><button>記録する</button><a class="button second" href="/policy/reviews">やめる</a></p></form>
