{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>設問セット</h1>
{{#done_loaded}}<div class="notice good" role="status"><p>設問セットを読み込みました。次に準備する実施回から使えます。</p></div>{{/done_loaded}}
{{#no_file}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>ファイルが選ばれていません。<a href="#set">YAMLファイルを選んで</a>ください。</p></div>{{/no_file}}
{{#faults}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>読み込めません（{{fault_count}}件の誤り）</h2><p>{{filename}} は読み込んでいません。次の行を直して、もう一度選んでください。</p></div>
<div class="scroll" tabindex="0" role="region" aria-label="誤りの一覧"><table><caption>誤りの一覧</caption><thead><tr><th scope="col" class="number">行</th><th scope="col">内容</th></tr></thead>
<tbody>{{#fault}}<tr><td class="number">{{#at_line}}{{line}}{{/at_line}}</td><td>{{text}}</td></tr>
{{/fault}}</tbody></table></div>{{/faults}}
{{#no_sets}}<p>まだ設問セットがありません。</p>{{/no_sets}}
<div class="scroll" tabindex="0" role="region" aria-label="読み込んだ設問セット"><table><caption>読み込んだ設問セット</caption><thead><tr><th scope="col">名称</th><th scope="col">版</th><th scope="col">読み込んだ日時</th></tr></thead>
<tbody>{{#set}}<tr><th scope="row"><a href="/admin/questionnaires/{{set_id}}">{{set_title}}</a></th><td>{{edition}}{{#newest}} <span class="tag done">最新</span>{{/newest}}</td><td>{{loaded_at}}</td></tr>
{{/set}}</tbody></table></div>
<form method="post" action="/admin/questionnaires" enctype="multipart/form-data" class="card narrow"><h2>設問セットを読み込む</h2>
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="set">設問セット（YAML）</label><p class="help" id="set-h">誤りが一つでもあれば読み込まず、行番号と直し方を表示します。実施中の回には影響しません。</p><input type="file" id="set" name="set" accept=".yaml,.yml" aria-describedby="set-h"></div>
<p class="actions"><button>確かめて読み込む</button></p></form>
