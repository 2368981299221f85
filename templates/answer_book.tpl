{{%AUTOESCAPE context="HTML"}}<h1>回答票のExcel</h1>
<p>パソコンの画面で回答できない人のために、部署ごとの票をExcelで配り、記入されたファイルを取り込みます。{{cycle_title}}</p>
{{#no_file}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>ファイルが選ばれていません。<a href="#book">Excelファイルを選んで</a>ください。</p></div>{{/no_file}}
{{#no_day}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>何も取り込んでいません。<a href="#on">提出された日</a>を入力し、ファイルをもう一度選んでください。</p></div>{{/no_day}}
{{#expired}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>確認してから時間がたったため、取り込んでいません。もう一度ファイルを選んでください。</p></div>{{/expired}}
{{#unusable}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>何も取り込んでいません。{{sentence}}</p></div>{{/unusable}}
{{#tried}}<div class="notice" role="status"><h2>まだ取り込んでいません。内容を確かめてください</h2><p>{{filename}}　提出された日 {{on}}</p></div>
<form method="post" action="/answer-sheets/apply" class="actions"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="on" value="{{on}}"><input type="hidden" name="digest" value="{{digest}}"><button>この内容で取り込む</button><a class="button second" href="/answer-sheets">やめる</a></form>
<div class="scroll" tabindex="0" role="region" aria-label="票ごとの扱い"><table><caption>票ごとの扱い</caption><thead><tr><th scope="col">シート</th><th scope="col">対象</th><th scope="col">票コード</th><th scope="col">扱い</th><th scope="col" class="number">回答数</th></tr></thead>
<tbody>{{#sheet}}<tr><th scope="row">{{worksheet}}</th><td>{{name}}</td><td>{{code}}</td><td>{{#submitted}}提出　{{receipt}}{{/submitted}}{{#draft}}一時保存{{/draft}}{{#same}}変わりなし{{/same}}{{#empty}}未記入{{/empty}}{{#refused}}取り込めない{{/refused}}</td><td class="number">{{given}}／{{asked}}</td></tr>
{{/sheet}}</tbody></table></div>
{{#faulty}}<p>次のところは使えませんでした。使えないセルのある票は、残りの回答を一時保存にします。</p>{{/faulty}}
{{#fault_row}}{{#fault}}<p class="small"><strong>{{worksheet}} {{cell}}</strong>　{{reason}}</p>{{/fault}}{{/fault_row}}
{{/tried}}
{{#stored}}<div class="notice good" role="status"><h2>取り込みました</h2><p>{{filename}}　提出された日 {{on}}。代理入力として記録しました。</p></div>
<div class="scroll" tabindex="0" role="region" aria-label="票ごとの扱い"><table><caption>票ごとの扱い</caption><thead><tr><th scope="col">シート</th><th scope="col">対象</th><th scope="col">票コード</th><th scope="col">扱い</th><th scope="col" class="number">回答数</th></tr></thead>
<tbody>{{#sheet}}<tr><th scope="row">{{worksheet}}</th><td>{{name}}</td><td>{{code}}</td><td>{{#submitted}}提出　{{receipt}}{{/submitted}}{{#draft}}一時保存{{/draft}}{{#same}}変わりなし{{/same}}{{#empty}}未記入{{/empty}}{{#refused}}取り込めない{{/refused}}</td><td class="number">{{given}}／{{asked}}</td></tr>
{{/sheet}}</tbody></table></div>
{{#faulty}}<p>次のところは使えませんでした。使えないセルのある票は、残りの回答を一時保存にします。</p>{{/faulty}}
{{#fault_row}}{{#fault}}<p class="small"><strong>{{worksheet}} {{cell}}</strong>　{{reason}}</p>{{/fault}}{{/fault_row}}
{{/stored}}
<form method="post" action="/answer-sheets" enctype="multipart/form-data" class="card narrow"><h2>記入されたファイルを取り込む</h2>
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="book">回答票のExcel（.xlsx）</label><p class="help" id="book-h">配布のあとに画面で入力された回答は上書きしません。</p><input type="file" id="book" name="book" accept=".xlsx" aria-describedby="book-h"></div>
<div class="field"><label for="on">提出された日</label><p class="help" id="on-h">担当がファイルを受け取った日です。期限内かどうかは、取り込む日ではなく、この日で決まります。受付の開始から今日までの日を入れてください。</p><input type="date" id="on" name="on" value="{{on}}" required aria-describedby="on-h"></div>
<p class="actions"><button>内容を確かめる</button></p></form>
{{#live}}<section><h2>記入用のファイルを配る</h2><p class="small">まだ提出されていない票だけが入ります。すでに入力された回答は入りません。</p><ul class="columns">{{#department}}<li><a href="/answer-sheets/{{cycle_id}}/{{key:u}}">{{name}}<span class="small">（Excel）</span></a></li>{{/department}}</ul></section>{{/live}}
{{#over}}<p>回答を受け付けている実施回はありません。</p>{{/over}}
