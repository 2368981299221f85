{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></p>
<h1>保存ファイルの封印の控え</h1>
<p class="actions">この頁を印刷し、保存ファイルとは別の場所に保管してください。</p>
<dl class="facts"><dt>実施回</dt><dd>{{cycle_title}}（{{year_name}}　第{{edition}}版）</dd><dt>書き出した日</dt><dd>{{written_at}}　{{who}}{{#by_command}}（コマンド）{{/by_command}}</dd><dt>内容</dt><dd>{{#with_sheets}}個票を含む{{/with_sheets}}{{#without_sheets}}個票を含まない{{/without_sheets}}、{{#with_evidence}}証跡を含む{{/with_evidence}}{{#without_evidence}}証跡を含まない{{/without_evidence}}　{{size}}</dd></dl>
<h2>封印（目録のSHA-256）</h2>
<p class="big mono">{{seal}}</p>
<p>保存ファイルの中身が1文字でも変わると、封印が合わなくなります。確かめるときは、tenken を入れたコンピューターで次のとおり入力します。団体のデータもネットワークも要りません。</p>
<pre>tenken archive verify 保存ファイル.zip --seal "{{seal}}"</pre>
{{#log}}<h2>終了したときの操作記録</h2><p>第{{log_last}}番までの操作記録の要約（SHA-256の連鎖）：</p><p class="mono">{{log_head}}</p>{{/log}}
{{#here}}<p class="actions"><a class="button second" href="/admin/archives/{{archive_id}}/file">保存ファイルをダウンロードする</a></p>{{/here}}{{#elsewhere}}<p class="small">保存ファイルそのものは、ここには残っていません。</p>{{/elsewhere}}
<p class="small">個票を含む保存ファイルも、個票の保存期間が満了したら廃棄してください。</p>
