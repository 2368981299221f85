{{%AUTOESCAPE context="HTML"}}<details class="export"><summary>表をダウンロードする</summary>
<ul>{{#export_form}}<li><a href="{{link}}">{{#form_0}}Excel（.xlsx）{{/form_0}}{{#form_1}}CSV（UTF-8）{{/form_1}}{{#form_2}}CSV（UTF-8・値の保護）{{/form_2}}{{#form_3}}CSV（Shift_JIS）{{/form_3}}{{#form_4}}CSV（Shift_JIS・値の保護）{{/form_4}}</a></li>{{/export_form}}</ul>
<p class="small">CSVは、表が二つ以上あるときZIPにまとめます。「値の保護」は、6-1 や 00123 のような値がExcelで日付や数に変わらないようにします（ほかのソフトでは、値が ="6-1" と見えます）。</p></details>
