{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a> ＞ <a href="/standards">対策基準</a></p>
<h1>対策基準の取込み</h1>
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>{{complaint}}　何も取り込んでいません。</p></div>{{/refused}}
{{#faults}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>取り込めません（{{fault_count}}件の誤り）</h2><p>{{filename}} は何も取り込んでいません。次の行を直して、もう一度選んでください。</p></div>
<div class="scroll" tabindex="0" role="region" aria-label="誤りの一覧"><table><caption>誤りの一覧</caption><thead><tr><th scope="col" class="number">行</th><th scope="col">内容</th></tr></thead>
<tbody>{{#fault}}<tr><td class="number">{{#at_line}}{{line}}{{/at_line}}</td><td>{{text}}</td></tr>
{{/fault}}</tbody></table></div>{{/faults}}
{{#dry_run}}
<div class="notice" role="status"><h2>まだ取り込んでいません。内容を確かめてください</h2>
<p>{{filename}}（条文 {{article_count}}）：施行中の版と比べて、追加 <strong>{{new_count}}</strong>、変更 <strong>{{changed_count}}</strong>、削除 <strong>{{gone_count}}</strong></p></div>
<form method="post" action="/standards/import/apply"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="digest" value="{{digest}}"><input type="hidden" name="title" value="{{title_typed}}"><input type="hidden" name="edition" value="{{edition_typed}}"><input type="hidden" name="from_day" value="{{from_day_typed}}"><input type="hidden" name="approved_by" value="{{approved_by_typed}}"><input type="hidden" name="approved_day" value="{{approved_day_typed}}"><textarea name="change" hidden>{{change_typed:p}}</textarea><input type="hidden" name="readers" value="{{readers_typed}}">
<p class="actions"><button>この内容で取り込む</button><a class="button second" href="/standards">やめる</a></p></form>
<div class="scroll" tabindex="0" role="region" aria-label="対策基準の違い"><table><caption>施行中の版との違い</caption><thead><tr><th scope="col">区分</th><th scope="col">条番号</th><th scope="col">見出し</th><th scope="col">本文</th><th scope="col">結び付き</th></tr></thead>
<tbody>{{#difference}}<tr><td>{{#new}}<span class="tag done">追加</span>{{/new}}{{#changed}}<span class="tag draft">変更</span>{{/changed}}{{#gone}}<span class="tag late">削除</span>{{/gone}}</td><th scope="row">{{number}}</th><td>{{article_title}}</td><td class="lines">{{#before}}旧：{{text:p}}
新：{{/before}}{{text:p}}</td><td>{{#of_clause}}{{key}} {{/of_clause}}{{#of_item}}{{id}} {{/of_item}}</td></tr>
{{/difference}}</tbody></table></div>
{{/dry_run}}
<form method="post" action="/standards/import" enctype="multipart/form-data" class="card narrow"><h2>ファイルを選ぶ</h2>
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="title">文書名</label><input type="text" id="title" name="title" value="{{title_typed}}" maxlength="100" required></div>
<div class="field"><label for="edition">版</label><input type="text" id="edition" name="edition" value="{{edition_typed}}" maxlength="50" required></div>
<div class="field"><label for="from_day">施行日</label><input type="date" id="from_day" name="from_day" value="{{from_day_typed}}" required></div>
<div class="field"><label for="approved_by">承認者（職名など）</label><input type="text" id="approved_by" name="approved_by" value="{{approved_by_typed}}" maxlength="100" required></div>
<div class="field"><label for="approved_day">承認日</label><input type="date" id="approved_day" name="approved_day" value="{{approved_day_typed}}" required></div>
<div class="field"><label for="change">改定の理由</label><textarea id="change" name="change" rows="2" required>{{change_typed:p}}</textarea></div>
<div class="field"><label for="readers">見られる人</label><select id="readers" name="readers"><option value="office" {{office_selected}}>監査人・監査責任者・経営層・事務局・所属長だけ</option><option value="all" {{all_selected}}>全職員等</option></select></div>
<div class="field"><label for="standard">対策基準の表（CSV または Excel の .xlsx）</label><p class="help" id="standard-h">1行目は列の名前です。条番号と本文は必須、見出し・条項・設問・監査項目は任意です。条項は 6(4) のように、設問・監査項目は S641 A641 のように、空白や「、」で区切って並べます。施行中の版の表をダウンロードして直すこともできます。</p><input type="file" id="standard" name="standard" accept=".csv,.xlsx,text/csv" aria-describedby="standard-h"></div>
<p class="actions"><button>違いを確かめる</button></p></form>
