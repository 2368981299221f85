{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></p>
<h1>回答の質と設問の見直し</h1>
<p>回答のようすから、次に尋ねる前に見直したい設問を挙げます。手がかりは設問を見直すためのもので、だれかが不誠実に答えたことを示すものではありません。人ごとには計算を残さず、{{k}}人以上のまとまりの値だけを示します。事務局のほかには見えません。</p>
{{#followed}}<p>この実施回からは<a href="/admin/cycles/{{next_id}}/changes">{{next_title}}</a>を準備しています。「次回」は、そこで設問がどう変わったかです。</p>{{/followed}}
<h2 id="candidates">言い換え・廃止の候補</h2>
{{#no_candidates}}<div class="notice"><p>いまの目安では、候補に挙がる設問はありません。</p></div>{{/no_candidates}}
{{#some}}<p>すべての点検票から<strong>{{candidates}}問</strong>です。候補は提案であり、方針の条項に欠かせない設問は残してかまいません。</p>{{/some}}
{{#candidate}}<section class="card"><h3>{{item_id}}　{{text}}</h3>
<p>{{#reword}}<span class="tag draft">言い換え</span> {{/reword}}{{#retire}}<span class="tag late">廃止</span> {{/retire}}{{#priority}}<span class="tag star">重点</span> {{/priority}}<span class="small">{{set_title}}{{#next}}　次回：{{#kept}}そのまま{{/kept}}{{#wording}}言い換え済み{{/wording}}{{#meaning}}別の問いに変更{{/meaning}}{{#gone}}廃止{{/gone}}{{#unmarked}}変更（扱いは未定）{{/unmarked}}{{/next}}</span></p>
<ul>{{#reason}}<li>{{sentence}}</li>{{/reason}}</ul></section>
{{/candidate}}
<p class="small">目安：該当なし{{na_bound}}％超、分からない{{unknown_bound}}％超、求めていないコメント{{comment_bound}}％超、矛盾{{contradiction_bound}}％超、同じ回答が2年続けて{{same_bound}}％以上。回答が{{least}}件に満たない設問は挙げません。目安は<a href="/admin/settings">設定</a>で変えられます。</p>
{{>export}}
<form method="get" action="/admin/quality/{{cycle_id}}" class="filter">
<div><label for="set">点検の種類</label><select id="set" name="set">{{#set_choice}}<option value="{{value}}" {{selected}}>{{set_title}}</option>{{/set_choice}}</select></div>
<button class="second">表示する</button></form>
<h2>{{set_title}}の手がかり</h2>
{{#live}}<div class="notice"><p>実施中は、部署ごとに{{k}}人以上の回答がまとまるたびに値が動きます。短時間の値は、紙で出した人が分かっていることから一人の値が読めてしまうおそれがあるため、集計の確定後に示します。</p></div>{{/live}}
<div class="scroll" tabindex="0" role="region" aria-label="回答の質の手がかり"><table><caption>手がかりのあった票（該当した票／判定できた票）</caption><thead><tr><th scope="col">部署</th><th scope="col" class="number">集計した票</th><th scope="col" class="number">同じ回答ばかり</th><th scope="col" class="number">短時間</th><th scope="col" class="number">矛盾</th></tr></thead>
<tbody>{{#body}}<tr><th scope="row">{{#some_withheld}}全体（※の部署を除く）{{/some_withheld}}{{#none_withheld}}全体{{/none_withheld}}</th><td class="number">{{#withheld}}※{{/withheld}}{{#counts}}{{counted}}{{/counts}}</td>{{#signal}}<td class="number">{{#hidden}}※{{/hidden}}{{#none}}－{{/none}}{{#known}}<strong>{{percent}}％</strong><br><span class="small">{{numerator}}／{{denominator}}</span>{{/known}}</td>{{/signal}}</tr>
{{/body}}{{#row}}<tr><th scope="row">{{name}}</th><td class="number">{{#withheld}}※{{/withheld}}{{#counts}}{{counted}}{{/counts}}</td>{{#signal}}<td class="number">{{#hidden}}※{{/hidden}}{{#none}}－{{/none}}{{#known}}{{percent}}％<br><span class="small">{{numerator}}／{{denominator}}</span>{{/known}}</td>{{/signal}}</tr>
{{/row}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/admin/quality/{{cycle_id}}?set={{set_key:u}}&amp;page={{page}}">前の25部署</a>{{/earlier}}{{#later}}<a class="button second" href="/admin/quality/{{cycle_id}}?set={{set_key:u}}&amp;page={{page}}">次の25部署</a>{{/later}}</p>
{{#personal}}<p class="small">※は、{{k}}人に満たないか、ほかの値から分かってしまうため伏せた値です。全体の値にも入れていないので、差し引きで求めることはできません。－は判定できた票がないことを示します。{{#by_post}}兼務の人は、それぞれの所属で数えます（延べ）。{{/by_post}}</p>{{/personal}}
{{#duty}}<p class="small">部署やシステムなどについて答える票は、だれが答えたか分かるため、集計の確定後に、{{k}}人以上が答えたときに限って全体の値だけを示します。※は伏せた値、－は判定できた票がないことを示します。</p>{{/duty}}
<h3>手がかりの意味</h3>
<dl class="facts meaning"><dt>同じ回答ばかり</dt><dd>採点する設問に{{scored_least}}問以上答え（該当なしと知識の設問を除く）、すべてが尺度の同じ位置にある票です。本当にすべてできている人も含まれます。多いときは、読み分けにくい設問が続いていないかを確かめてください。</dd>
<dt>短時間</dt><dd>画面を開いてから送るまでの時間が、尋ねた設問の字数を1秒{{reading_speed}}字で読んだ時間に満たない票です。補足は字数に入れず、開いたまま離れた時間は30分までとします。紙やExcelから入力した票など、時間の分からない票は判定しません。内容を別に読んでから入力した人も含まれます。</dd>
<dt>矛盾</dt><dd>両立しないはずの二つの回答がある票です。どちらの設問が読み違えられたかは分かりません。組は設問セットで決めています。</dd></dl>
<h3>矛盾する組</h3>
{{#no_pairs}}<p>この点検票には、矛盾する組が決められていません。</p>{{/no_pairs}}
<div class="scroll" tabindex="0" role="region" aria-label="矛盾する組"><table><caption class="hidden-visually">矛盾する組</caption><thead><tr><th scope="col">組</th><th scope="col">矛盾の内容</th><th scope="col" class="number">矛盾した票</th></tr></thead>
<tbody>{{#pair}}<tr><th scope="row">{{item_id}}と{{other_id}}</th><td>{{why}}</td><td class="number">{{#hidden}}※{{/hidden}}{{#none}}－{{/none}}{{#known}}{{percent}}％<br><span class="small">{{numerator}}／{{denominator}}</span>{{/known}}{{#over}}<br><span class="tag late">要確認</span>{{/over}}</td></tr>
{{/pair}}</tbody></table></div>
<h2>{{set_title}}の設問</h2>
<p class="small">伏せた部署を含まない値です。該当なしとコメントは回答のうち、分からないと同じ回答は該当なしを除く回答のうちの割合です。コメントは、理由を求めていない回答に書かれたものを数えます。同じ回答は、最も多く選ばれた回答です。{{#has_before}}下の段は前年度の値で、意味が変わった設問にはありません。{{/has_before}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="設問ごとの値"><table><caption class="hidden-visually">設問ごとの値</caption><thead><tr><th scope="col">設問</th><th scope="col" class="number">回答</th><th scope="col" class="number">該当なし</th><th scope="col" class="number">分からない</th><th scope="col" class="number">コメント</th><th scope="col" class="number">同じ回答</th></tr></thead>
<tbody>{{#item}}<tr><th scope="row">{{item_id}}　{{text}}{{#changed}} <span class="small muted">（前年度と比べられない設問）</span>{{/changed}}</th><td class="number">{{#withheld}}※{{/withheld}}{{#answers}}{{answered}}{{/answers}}</td>{{#rate}}<td class="number">{{#hidden}}※{{/hidden}}{{#none}}－{{/none}}{{#known}}{{percent}}％{{/known}}{{#over}}<br><span class="tag late">要確認</span>{{/over}}{{#before}}<br><span class="small muted"><span class="hidden-visually">前年度</span>{{was}}{{#was_known}}％{{/was_known}}</span>{{/before}}</td>{{/rate}}</tr>
{{/item}}</tbody></table></div>
