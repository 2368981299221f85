{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a> ＞ <a href="/policy/editions">版</a></p>
<h1>{{policy_title}}　{{edition}}</h1>
{{#done_imported}}<div class="notice good" role="status"><p>取り込みました。</p></div>{{/done_imported}}{{#done_withdrawn}}<div class="notice good" role="status"><p>取り下げました。</p></div>{{/done_withdrawn}}
{{#withdrawn}}<div class="notice warn"><p><span class="tag">取下げ</span> {{withdrawn_at}} に{{withdrawn_name}}が取り下げました。理由：{{reason}}</p></div>{{/withdrawn}}
<dl class="facts"><dt>施行日</dt><dd>{{from_day}}</dd><dt>取込み</dt><dd>{{imported_at}}　{{imported_name}}</dd><dt>もとのファイル</dt><dd><a href="/policy/editions/{{edition_id}}/file">{{file}}</a></dd>{{#may_print}}<dt>新旧対照表</dt><dd><a href="/policy/editions/{{edition_id}}/comparison.pdf">前の版との対照表（PDF）</a></dd>{{/may_print}}<dt>SHA-256</dt><dd class="mono small break">{{digest}}</dd></dl>
{{#unplaced}}{{>unplaced}}{{/unplaced}}
<p class="small muted">文は原文のままです。字の重なりや字間の空きなど、誤りに見えるところも直していません（原文ママ）。</p>
<p class="lines">{{front:p}}</p>
{{#chapter}}
<section><h2>{{key}} {{clause_title}}</h2>
{{#paragraph}}<p>{{text}}</p>
{{/paragraph}}
{{#clause}}<div class="clause-row"><h3>{{key}} {{clause_title}}</h3>
{{#paragraph}}<p>{{text}}</p>
{{/paragraph}}</div>
{{/clause}}
</section>
{{/chapter}}
{{#may_withdraw}}<form method="post" action="/policy/editions/{{edition_id}}/withdraw" class="card narrow"><h2>この版を取り下げる</h2><p>誤って取り込んだときに使います。記録は残り、施行中の版には数えなくなります。</p><input type="hidden" name="form_key" value="{{form_key}}"><div class="field"><label for="reason">理由</label><input type="text" id="reason" name="reason" maxlength="500" required></div><p class="actions"><button class="second">取り下げる</button></p></form>{{/may_withdraw}}
