{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a> ＞ <a href="/policy/editions">版</a></p>
<h1>基本方針の取込み</h1>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>{{complaint}}　何も取り込んでいません。</p></div>{{/refused}}
{{#faults}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>取り込めません（{{fault_count}}件の誤り）</h2><p>{{filename}} は何も取り込んでいません。次のところを直して、もう一度選んでください。</p></div>
<div class="scroll" tabindex="0" role="region" aria-label="誤りの一覧"><table><caption>誤りの一覧</caption><thead><tr><th scope="col" class="number">行</th><th scope="col">内容</th></tr></thead>
<tbody>{{#fault}}<tr><td class="number">{{#at_line}}{{line}}{{/at_line}}</td><td>{{text}}</td></tr>
{{/fault}}</tbody></table></div>{{/faults}}
{{#dry_run}}
<div class="notice" role="status"><h2>まだ取り込んでいません。内容を確かめてください</h2>
<p>{{filename}}：条項 <strong>{{clause_count}}</strong>　施行日 {{from_words}}</p>
{{#compared}}<p>施行中の{{edition}}と比べて：変更 <strong>{{changed_count}}</strong>、新設 <strong>{{new_count}}</strong>、削除 <strong>{{removed_count}}</strong>、表記のみ {{typography_count}}、番号の移動 {{moved_count}}、同じ文 {{same_count}}</p>{{/compared}}</div>
{{#unplaced}}{{>unplaced}}{{/unplaced}}
{{#oddities}}<details open><summary>原文で気を付けるところ</summary><p class="small">直さずにそのまま取り込みます。</p><ul class="small">{{#oddity}}<li>{{line}}行目：{{text}}</li>{{/oddity}}</ul></details>{{/oddities}}
<form method="post" action="/policy/import/apply"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="digest" value="{{digest}}"><input type="hidden" name="title" value="{{title_typed}}"><input type="hidden" name="edition" value="{{edition_typed}}"><input type="hidden" name="from_day" value="{{from_day_typed}}">
<p class="actions"><button>この内容で取り込む</button><a class="button second" href="/policy/editions">やめる</a></p></form>
{{/dry_run}}
<form method="post" action="/policy/import" enctype="multipart/form-data" class="card narrow"><h2>ファイルを選ぶ</h2>
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="title">文書名</label><input type="text" id="title" name="title" value="{{title_typed}}" maxlength="100" required></div>
<div class="field"><label for="edition">版</label><p class="help" id="edition-h">例　令和8年3月、第3版</p><input type="text" id="edition" name="edition" value="{{edition_typed}}" maxlength="50" required aria-describedby="edition-h"></div>
<div class="field"><label for="from_day">施行日</label><input type="date" id="from_day" name="from_day" value="{{from_day_typed}}" required></div>
<div class="field"><label for="policy">基本方針のファイル（文字だけのもの：.txt または .md）</label><p class="help" id="policy-h">文字コードは UTF-8 でも CP932 でもかまいません。行の頭の「1.」「(1)」「①」で条項を見分けます。見出しの深さのずれ、ページの切れ目で分かれた文があっても読み取れます。</p><input type="file" id="policy" name="policy" accept=".txt,.md,text/plain,text/markdown" aria-describedby="policy-h"></div>
<p class="actions"><button>読み取りを確かめる</button></p></form>
