{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/section?cycle={{cycle_id}}&amp;department={{department_key:u}}">所属の状況</a></p>
<h1>該当なしの判断</h1>
<p><strong>{{section_name}}</strong>　{{cycle_title}}</p>
{{#sections}}<form method="get" action="/section/na" class="filter"><input type="hidden" name="cycle" value="{{cycle_id}}"><div><label for="department">部署</label><select id="department" name="department">{{#section_choice}}<option value="{{value}}" {{selected}}>{{name}}</option>{{/section_choice}}</select></div><button class="second">表示する</button></form>{{/sections}}
{{#done_accepted}}<div class="notice good" role="status"><p>承認しました。</p></div>{{/done_accepted}}
{{#done_asked}}<div class="notice good" role="status"><p>見直しをお願いしました。その回答をした人の画面に表示します。</p></div>{{/done_asked}}
{{#refused}}<div class="notice bad" role="alert"><p>{{complaint}}</p></div>{{/refused}}
<p class="small">「該当なし」は実施率の計算から外れるため、所属長が理由ごとに承認します。件数が承認のときより増えると、もう一度判断が必要になります。確認済みの回答票は本人も直せないため、回答票を確認する前に判断してください。報告書の「該当なし」の表に、承認した人と日付を載せます。</p>
{{#none}}<div class="notice good"><p>「該当なし」の回答はありません。</p></div>{{/none}}
{{#set}}
<section><h2>{{set_title}}</h2>
{{#personal}}<p class="small">職員本人が答える点検票なので、件数だけを表示します。だれの回答か、何と書いたかは表示しません。</p>{{/personal}}
{{#too_few}}<div class="notice"><p>回答した人が{{k}}人に満たないため、件数を表示しません。判断は、人数の少ない部署をまとめて事務局が行います。</p></div>{{/too_few}}
{{#na}}
<div class="card"><h3>{{item_id}}　{{text}}</h3>
<p>理由：<strong>{{na_name}}</strong>　{{na_count}}件（回答{{answered}}件のうち）　{{#undecided}}<span class="tag todo">未判断</span>{{/undecided}}{{#accepted}}<span class="tag done">承認済み</span>{{/accepted}}{{#review}}<span class="tag late">見直しをお願い中</span>{{/review}}{{#grown}}<span class="tag todo">増えたため再判断</span>{{/grown}}</p>
{{#office_text}}<blockquote><p>{{text}}</p></blockquote>{{/office_text}}
{{#decided}}<p class="small muted">{{at}}　{{who}}（{{decided_count}}件のとき）{{comment}}</p>{{/decided}}
{{#may_decide}}<form method="post" action="/section/na?cycle={{cycle_id}}&amp;department={{department_key:u}}"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="group" value="{{group}}"><input type="hidden" name="count" value="{{na_count}}">
<div class="field"><label for="c-{{group}}">コメント（見直しをお願いするときは必須）</label><textarea id="c-{{group}}" name="comment" rows="2">{{typed:p}}</textarea></div>
<p class="actions"><button name="do" value="accept">承認する<span class="hidden-visually">：{{item_id}} {{na_name}}</span></button><button name="do" value="review" class="second">見直しをお願いする<span class="hidden-visually">：{{item_id}} {{na_name}}</span></button></p></form>{{/may_decide}}
</div>
{{/na}}
</section>
{{/set}}
