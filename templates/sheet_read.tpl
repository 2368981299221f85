{{%AUTOESCAPE context="HTML"}}<div class="sheet">
<p class="crumbs"><a href="/sheets/{{sheet_id}}/status">回答票の状態へ戻る</a></p>
<h1>{{set_title}}：{{unit_name}}{{#whole_body}}団体全体{{/whole_body}}</h1>
<p>{{>state}}　{{#received}}{{submitted_at}}{{/received}}</p>
<p class="small">この閲覧は操作記録に残りました。</p>
<div class="scroll" tabindex="0" role="region" aria-label="回答の内容"><table><caption>回答の内容</caption>
<thead><tr><th scope="col">番号</th><th scope="col">設問</th><th scope="col">回答</th></tr></thead>
<tbody>{{#answer}}<tr><td class="number">{{number}}</td><th scope="row">{{text}}</th><td>{{#chosen}}{{label}}{{/chosen}}{{#with_na}}（{{na_name}}）{{/with_na}}{{#nothing}}<span class="muted">無回答</span>{{/nothing}}{{#with_extra}}<br>{{extra}}{{/with_extra}}{{#with_reason}}<br><span class="small">理由・状況：{{reason}}</span>{{/with_reason}}</td></tr>
{{/answer}}</tbody></table></div>
</div>
