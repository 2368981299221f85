{{%AUTOESCAPE context="HTML"}}<div class="sheet">
<p class="crumbs"><a href="/">わたしの点検へ戻る</a></p>
<h1>{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}</h1>
{{#refused}}<div class="notice bad" role="alert"><h2>いまは回答を受け付けていません。今回の入力は保存していません</h2><p>入力した内容は下にあります。必要な場合はこの画面を印刷するか書き写して、事務局へ相談してください。</p></div>{{/refused}}
{{#not_stored}}<div class="notice bad" role="alert"><h2>いまは保存できませんでした</h2><p>入力した内容は下にあります。少し待ってから、ブラウザーの「戻る」で回答の画面に戻り、もう一度押してください。続くときは事務局へ連絡してください。</p></div>{{/not_stored}}
{{#has_evidence}}<p><a href="/sheets/{{sheet_id}}/evidence">証跡のファイルを見る</a></p>{{/has_evidence}}
{{#reading}}<div class="notice" role="status"><p>いまは回答を受け付けていません。内容は変更できません。所属長が確認した回答を直したいときは、所属長に差戻しを頼んでください。</p></div>{{/reading}}
{{#submitted}}<p>{{>standing}} {{submitted_at}}　<a href="/sheets/{{sheet_id}}/receipt">受付番号 {{receipt}}</a></p>{{/submitted}}
{{#revised}}<p>{{>standing}} {{submitted_at}}　<a href="/sheets/{{sheet_id}}/receipt">受付番号 {{receipt}}</a>（その後の一時保存は提出されていません）</p>{{/revised}}
{{#was_typed}}<p>{{>typed}}</p>{{/was_typed}}
{{#draft}}<p>{{>standing}} {{draft_at}}（提出されていません）</p>{{/draft}}
{{#fresh}}<p>{{>standing}}</p>{{/fresh}}
<div class="scroll" tabindex="0" role="region" aria-label="回答の内容"><table><caption>回答の内容</caption>
<thead><tr><th scope="col">番号</th><th scope="col">設問</th><th scope="col">回答</th></tr></thead>
<tbody>{{#answer}}<tr><td class="number">{{number}}</td><th scope="row">{{text}}</th><td>{{#chosen}}{{label}}{{/chosen}}{{#with_na}}（{{na_name}}）{{/with_na}}{{#nothing}}<span class="muted">無回答</span>{{/nothing}}{{#with_extra}}<br>{{extra}}{{/with_extra}}{{#with_reason}}<br><span class="small">理由・状況：{{reason}}</span>{{/with_reason}}</td></tr>
{{/answer}}</tbody></table></div>
</div>
