{{%AUTOESCAPE context="HTML"}}<h1>所属の状況</h1>
{{#done_confirmed}}<div class="notice good" role="status"><p>確認しました。</p></div>{{/done_confirmed}}
<p><strong>{{section_name}}</strong>　{{cycle_title}}（{{>cycle_state}}）</p>
<dl class="facts"><dt>締切</dt><dd>{{due}}{{#open}}{{#days_left}}　あと{{days}}日{{/days_left}}{{#due_today}}　本日まで{{/due_today}}{{#overdue}}　<span class="bad-text">期限を過ぎています</span>{{/overdue}}{{/open}}{{#closed}}　受付は終了しました{{/closed}}</dd></dl>
{{#gone_list}}<div class="notice">{{#gone}}<p>{{sentence}}</p>{{/gone}}</div>{{/gone_list}}
{{#looks}}<div class="notice"><p>この部署には所属長がいます。ここでは状況を見ることだけができます。</p></div>{{/looks}}
{{#tasks}}<section class="card" id="tasks"><h2>いますること</h2>{{#nothing}}<p>いまはありません。</p>{{/nothing}}
<ul>{{#task}}<li>{{#mine}}<a href="/">ご自身の回答票</a>を提出する　<strong>{{count}}件</strong>{{/mine}}{{#left}}<a href="/section?cycle={{cycle_id}}&amp;department={{department_key:u}}&amp;state=unsubmitted">まだ提出していない人</a>に声を掛ける　<strong>{{count}}件</strong>{{/left}}{{#returned}}<a href="/section?cycle={{cycle_id}}&amp;department={{department_key:u}}&amp;state=returned">差し戻した回答票</a>の再提出を待つ　<strong>{{count}}件</strong>{{/returned}}{{#na_open}}<a href="/section/na?cycle={{cycle_id}}&amp;department={{department_key:u}}">該当なし</a>を認めるか判断する　<strong>{{count}}件</strong>{{/na_open}}{{#to_confirm}}<a href="/section?cycle={{cycle_id}}&amp;department={{department_key:u}}&amp;state=submitted">提出された回答票</a>を確認する　<strong>{{count}}件</strong>{{/to_confirm}}{{#to_plan}}実施率の低い設問に<a href="/section/plan?cycle={{cycle_id}}&amp;department={{department_key:u}}">改善策</a>を立てる{{/to_plan}}{{#overdue_plans}}期限を過ぎた<a href="/section/plan?cycle={{cycle_id}}&amp;department={{department_key:u}}">改善策</a>を進める　<strong>{{count}}件</strong>{{/overdue_plans}}{{#open_plans}}<a href="/section/plan?cycle={{cycle_id}}&amp;department={{department_key:u}}">改善策</a>を進める　<strong>{{count}}件</strong>{{/open_plans}}</li>
{{/task}}</ul></section>{{/tasks}}
<p class="small">{{#not_individual}}ここで分かるのは、提出したかどうかと所属の集計だけです。一人ひとりの回答は、所属長にも表示しません。{{/not_individual}}{{#individual}}この実施回では、所属長も一人ひとりの回答を見られます（回答票にもそう書いてあります）。見たことは操作記録に残ります。{{/individual}}</p>
<form method="get" action="/section" class="filter"><div><label for="cycle">実施回</label><select id="cycle" name="cycle">{{#cycle_choice}}<option value="{{value}}" {{selected}}>{{cycle_title}}</option>{{/cycle_choice}}</select></div>
{{#sections}}<div><label for="department">部署</label><select id="department" name="department">{{#section_choice}}<option value="{{value}}" {{selected}}>{{name}}</option>{{/section_choice}}</select></div>{{/sections}}
<div><label for="state">状態</label><select id="state" name="state"><option value="">すべて</option>{{#filter}}<option value="{{filter_key}}" {{selected}}>{{>filter_word}}</option>{{/filter}}</select></div><button class="second">表示する</button></form>
{{#set}}
<section class="card"><h2>{{set_title}}</h2>
<p>{{asked}}件のうち <strong>{{done}}件</strong>が提出済み（残り{{left}}件）　<span class="small">所属長確認済{{confirmed_count}}件、差戻し{{returned_count}}件、ほかに対象外{{excluded_count}}件</span></p>
<p><progress value="{{done}}" max="{{asked}}" aria-label="{{set_title}}の提出の進み具合">{{done}}／{{asked}}</progress></p>
<details{{#running}} open{{/running}}><summary>だれが提出したか</summary>
<form method="post" action="/section"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="cycle" value="{{cycle_id}}"><input type="hidden" name="department" value="{{department_key}}">
<div class="scroll slim" tabindex="0" role="region" aria-label="{{set_title}}の回答票"><table><caption>{{set_title}}の回答票</caption>
<thead><tr><th scope="col">対象</th><th scope="col">状態と日時</th><th scope="col">確認</th></tr></thead>
<tbody>{{#sheet}}<tr><th scope="row">{{#linked}}<a href="/sheets/{{sheet_id}}/status">{{#asked_of}}{{unit_name}}{{#whole_body}}団体全体{{/whole_body}}{{/asked_of}}{{#struck}}<s>{{unit_name}}</s>{{/struck}}</a>{{/linked}}{{#unlinked}}{{#asked_of}}{{unit_name}}{{#whole_body}}団体全体{{/whole_body}}{{/asked_of}}{{#struck}}<s>{{unit_name}}</s>{{/struck}}{{/unlinked}}<br><span class="small muted">{{#named}}{{person_name}}　{{/named}}{{person_kind}}{{#unnamed}}<span class="bad-text">回答する人が未定</span>{{/unnamed}}</span></th><td>{{>state}}{{#struck}}　{{>why}}　{{excluded_text}}{{/struck}}<br><span class="small">{{at}}</span>{{#was_typed}}<br><span class="small">{{>typed}}</span>{{/was_typed}}</td><td>{{#confirmable}}<button name="sheet" value="{{sheet_id}}" class="second">確認する<span class="hidden-visually">：{{unit_name}}</span></button>{{/confirmable}}</td></tr>
{{/sheet}}</tbody></table></div>
{{#no_sheet}}<p>当てはまる回答票はありません。</p>{{/no_sheet}}
{{#running}}{{#unconfirmed}}<p class="actions"><button name="all" value="{{set_key}}">提出された{{to_confirm}}件をまとめて確認する</button></p>{{/unconfirmed}}{{/running}}</form></details></section>
{{/set}}
<p class="actions"><a class="button second" href="/section/na?cycle={{cycle_id}}&amp;department={{department_key:u}}">該当なしの判断</a><a class="button second" href="/section/lessons?cycle={{cycle_id}}&amp;department={{department_key:u}}">答え合わせ</a><a class="button second" href="/section/plan?cycle={{cycle_id}}&amp;department={{department_key:u}}">改善策</a><a class="button second" href="/answer-sheets">回答票のExcel</a></p>
{{>report}}
{{>export}}
