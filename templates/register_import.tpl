{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/registers">台帳</a> ＞ <a href="/admin/registers/{{kind:u}}">{{register_title}}</a></p>
<h1>{{register_title}}の取込み</h1>
{{#expired}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>確認してから時間がたったか、別のファイルを確認したため、取り込んでいません。もう一度ファイルを選んでください。</p></div>{{/expired}}
{{#no_file}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>ファイルが選ばれていません。<a href="#register">ファイルを選んで</a>ください。</p></div>{{/no_file}}
{{#faults}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>取り込めません（{{fault_count}}件の誤り）</h2><p>{{filename}} は何も取り込んでいません。次の行を直して、もう一度選んでください。</p></div>
<div class="scroll" tabindex="0" role="region" aria-label="誤りの一覧"><table><caption>誤りの一覧</caption><thead><tr><th scope="col" class="number">行</th><th scope="col">内容</th></tr></thead>
<tbody>{{#fault}}<tr><td class="number">{{#at_line}}{{line}}{{/at_line}}</td><td>{{text}}</td></tr>
{{/fault}}</tbody></table></div>{{/faults}}
{{#dry_run}}
<div class="notice" role="status"><h2>まだ取り込んでいません。内容を確かめてください</h2>
<p>{{filename}}（{{charset}}、{{row_count}}件）：追加 <strong>{{new_count}}件</strong>、変更 <strong>{{changed_count}}件</strong>、ファイルにないもの <strong>{{gone_count}}件</strong></p></div>
{{#no_difference}}<p>いまの台帳と違いはありません。取込みは不要です。</p>{{/no_difference}}
{{#differences}}
<form method="post" action="/admin/registers/{{kind:u}}/import/apply"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="digest" value="{{digest}}"><input type="hidden" name="before" value="{{before}}">
{{#some_gone}}<p><label class="check"><input type="checkbox" name="end_gone" value="1"><span>ファイルにない{{gone_count}}件を、昨日で終わりにする（選ばなければ、そのまま残します）</span></label></p>{{/some_gone}}
<p class="actions"><button>この内容で取り込む</button><a class="button second" href="/admin/registers/{{kind:u}}">やめる</a></p></form>
{{#more}}<p class="small">先頭の{{shown}}件だけを表示しています。</p>{{/more}}
<div class="scroll" tabindex="0" role="region" aria-label="台帳の違い"><table><caption>いまの台帳との違い</caption><thead><tr><th scope="col">区分</th><th scope="col">管理番号</th><th scope="col">名称</th><th scope="col">変わるところ</th></tr></thead>
<tbody>{{#difference}}<tr><td>{{#new}}<span class="tag done">追加</span>{{/new}}{{#changed}}<span class="tag draft">変更</span>{{/changed}}{{#gone}}<span class="tag late">ファイルにない</span>{{/gone}}</td><td>{{entry_key}}</td><th scope="row">{{entry_name}}</th><td>{{#change}}{{column_title}}：{{was}} → {{is}}<br>{{/change}}</td></tr>
{{/difference}}</tbody></table></div>
{{/differences}}
{{/dry_run}}
<form method="post" action="/admin/registers/{{kind:u}}/import" enctype="multipart/form-data" class="card narrow"><h2>ファイルを選ぶ</h2>
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="register">{{register_title}}（CSV または Excel の .xlsx）</label><p class="help" id="register-h">CSVの文字コードは UTF-8 でも、Excel の「CSV」（CP932）でもかまいません。.xlsx は最初のシートを読みます。</p><input type="file" id="register" name="register" accept=".csv,.xlsx,text/csv" aria-describedby="register-h"></div>
<p class="actions"><button>違いを確かめる</button></p></form>
<details><summary>ファイルの書き方</summary>
<p>1行目は列の名前です。順番は自由で、管理番号のほかは列を省けます。省いた列は、登録済みの内容を変えません。空の欄は内容を消します。同じ管理番号のものは同じものとして扱います。</p>
<div class="scroll" tabindex="0" role="region" aria-label="台帳の列"><table><caption>{{register_title}}の列</caption><thead><tr><th scope="col">列の名前</th><th scope="col">記入</th><th scope="col">内容</th></tr></thead><tbody>
{{#column}}<tr><th scope="row">{{column_title}}</th><td>{{#must}}必須{{/must}}{{#wanted}}望ましい{{/wanted}}{{#may}}任意{{/may}}</td><td>{{help}}{{#a_day}}日付。2026-04-01 または 2026/4/1{{/a_day}}{{#a_number}}数字{{/a_number}}{{#a_reference}}ほかの台帳の管理番号{{/a_reference}}{{#choice}}<span class="tag">{{word}}</span> {{/choice}}</td></tr>
{{/column}}</tbody></table></div></details>
