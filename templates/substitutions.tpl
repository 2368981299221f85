{{%AUTOESCAPE context="HTML"}}<h1>Shift_JISにすると変わる文字</h1>
<div class="notice warn"><p>Shift_JIS（CP932）で同じように表せない文字が {{count}}件あります。元の文字のまま受け取るには、Excel（.xlsx）かCSV（UTF-8）を選んでください。</p></div>
<div class="scroll" tabindex="0" role="region" aria-label="変わる文字の一覧"><table><caption>変わる文字の一覧</caption>
<thead><tr><th scope="col">表</th><th scope="col" class="number">行</th><th scope="col" class="number">列</th><th scope="col">元の文字</th><th scope="col">置き換えた文字</th></tr></thead>
<tbody>{{#change}}<tr><td>{{table}}</td><td class="number">{{row}}</td><td class="number">{{column}}</td><td>{{from}}</td><td>{{to}}{{#dropped}}（取り除く）{{/dropped}}</td></tr>
{{/change}}</tbody></table></div>
{{#more}}<p class="small">初めの{{shown}}件を表示しています。すべての一覧は、表が二つ以上あるときはZIPの中に入ります。</p>{{/more}}
<p class="small">行は、見出しの行を1行目として数えています。</p>
<p class="actions"><a class="button" href="{{link}}">この置き換えでダウンロードする</a></p>
