{{%AUTOESCAPE context="HTML"}}<div class="sheet">
<h1>{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}</h1>
{{#replacing}}<div class="notice warn" role="status"><h2>{{#stored_submitted}}提出しました。{{/stored_submitted}}{{#stored_draft}}保存しました {{saved_at}} ({{given}}/{{asked}})。{{/stored_draft}}別の画面の回答と違うところがありました</h2>
<p>この画面を開いた後に、別の画面（タブや端末）で保存されていました。次の設問は、<strong>今回の回答に置き換えました</strong>。別の画面の回答にするときは、設問を開いて選び直してください。そのほかの回答は両方とも残っています。</p></div>
<div class="scroll" tabindex="0" role="region" aria-label="置き換えた回答"><table><caption>置き換えた回答</caption>
<thead><tr><th scope="col">番号</th><th scope="col">設問</th><th scope="col">今回の回答（保存した内容）</th><th scope="col">別の画面の回答</th></tr></thead>
<tbody>{{#replaced}}<tr><td class="number">{{number}}</td><th scope="row"><a href="/sheets/{{sheet_id}}#q-{{id}}">{{text}}</a></th><td>{{#mine}}{{#chosen}}{{label}}{{/chosen}}{{#with_na}}（{{na_name}}）{{/with_na}}{{#nothing}}<span class="muted">無回答</span>{{/nothing}}{{#with_extra}}　{{extra}}{{/with_extra}}{{#with_reason}}<br><span class="small">理由・状況：{{reason}}</span>{{/with_reason}}{{/mine}}</td><td>{{#other}}{{#chosen}}{{label}}{{/chosen}}{{#with_na}}（{{na_name}}）{{/with_na}}{{#nothing}}<span class="muted">無回答</span>{{/nothing}}{{#with_extra}}　{{extra}}{{/with_extra}}{{#with_reason}}<br><span class="small">理由・状況：{{reason}}</span>{{/with_reason}}{{/other}}</td></tr>
{{/replaced}}</tbody></table></div>{{/replacing}}
{{#stands}}<div class="notice warn" role="status"><h2>{{#stored_submitted}}提出しました。{{/stored_submitted}}{{#stored_draft}}保存しました {{saved_at}} ({{given}}/{{asked}})。{{/stored_draft}}知識問題の答えは変えていません</h2>
<p>正しい答えを表示した後は、知識問題の答えを変えられません。次の設問は、<strong>先に提出した答えのまま</strong>です。そのほかの回答は保存しました。</p>
<ul>{{#standing}}<li><a href="/sheets/{{sheet_id}}#q-{{id}}">{{number}}．{{text}}</a></li>{{/standing}}</ul></div>{{/stands}}
<p class="actions">{{#stored_submitted}}<a class="button" href="/sheets/{{sheet_id}}/receipt">受付票を見る</a>{{/stored_submitted}}<a class="button second" href="/sheets/{{sheet_id}}">回答を確かめる</a></p>
</div>
