{{%AUTOESCAPE context="HTML"}}<div class="sheet">
<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/questionnaires">設問セット</a></p>
<h1>{{set_title}}（{{edition}}）の試行回答</h1>
<p>{{item_count}}問、約{{minutes}}分。回答画面と同じ見え方で、同じように確かめます。<strong>何も保存しません。</strong></p>
<p class="small">{{purpose}}</p>
<form method="get" action="/admin/questionnaires/{{set_id}}" class="filter">{{#department_chosen}}<div><label for="department">どの部署の画面か</label><select id="department" name="department"><option value="">すべての設問</option>{{#department_choice}}<option value="{{value}}" {{selected}}>{{name}}</option>{{/department_choice}}</select></div>{{/department_chosen}}{{#department_typed}}<div><label for="department">どの部署の画面か（所属コード。空欄はすべての設問）</label><input type="search" id="department" name="department" value="{{value}}"></div>{{/department_typed}}<button class="second">表示する</button></form>
{{#complete}}<div class="notice good" role="status"><p>この答えなら提出できます（画面を開いてから{{minutes_taken}}分{{seconds_taken}}秒）。何も保存していません。</p></div>{{/complete}}
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>入力を直すように表示します（{{error_count}}か所）</h2>
<ul>{{#error}}<li><a href="#{{id}}-{{field}}">{{number}}．{{text}}</a></li>{{/error}}</ul></div>{{/refused}}
{{#incomplete}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>まだ提出できません。残り{{error_count}}か所です</h2>
<ul>{{#error}}<li><a href="#{{id}}-{{field}}">{{number}}．{{text}}</a>…{{#lack_answer}}答えを選ぶ{{/lack_answer}}{{#lack_na}}該当しない理由を選ぶ{{/lack_na}}{{#lack_reason}}理由・状況を書く{{/lack_reason}}{{#lack_extra}}日付・数を入れる{{/lack_extra}}</li>{{/error}}</ul></div>{{/incomplete}}
<form method="post" action="/admin/questionnaires/{{set_id}}?department={{department_key:u}}">
<input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="0"><input type="hidden" name="shown" value="{{shown}}">
{{>questions}}
<div class="submit"><div class="actions"><button name="do" value="submit">提出できるか確かめる</button><a class="button second" href="/admin/questionnaires/{{set_id}}?department={{department_key:u}}">初めから</a></div></div>
</form></div>
