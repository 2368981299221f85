{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a> ＞ <a href="/standards">対策基準</a></p>
<h1>{{standard_title}}　{{edition}}</h1>
{{#done_imported}}<div class="notice good" role="status"><p>取り込みました。</p></div>{{/done_imported}}{{#done_withdrawn}}<div class="notice good" role="status"><p>取り下げました。</p></div>{{/done_withdrawn}}
{{#withdrawn}}<div class="notice warn"><p><span class="tag">取下げ</span> {{withdrawn_at}} に{{withdrawn_name}}が取り下げました。理由：{{reason}}</p></div>{{/withdrawn}}
<dl class="facts"><dt>施行日</dt><dd>{{from_day}}</dd><dt>承認</dt><dd>{{approved_by}}　{{approved_day}}</dd><dt>改定の理由</dt><dd class="lines">{{change:p}}</dd><dt>見られる人</dt><dd>{{#closed}}監査人・監査責任者・経営層・事務局・所属長{{/closed}}{{#for_all}}全職員等{{/for_all}}</dd><dt>取込み</dt><dd>{{imported_at}}　{{imported_name}}　{{file}}</dd><dt>表</dt><dd><a href="/standards/{{edition_id}}/table?as=xlsx">Excel（.xlsx）</a>　<a href="/standards/{{edition_id}}/table">CSV</a></dd></dl>
{{#article}}<section class="clause-row"><h2>{{number}}　{{article_title}}</h2>
<p class="lines">{{text:p}}</p>
<p class="small muted">{{#of_clause}}条項 {{key}} {{clause_title}}　{{/of_clause}}{{#of_item}}{{id}} {{/of_item}}</p></section>
{{/article}}
{{#may_withdraw}}<form method="post" action="/standards/{{edition_id}}/withdraw" class="card narrow"><h2>この版を取り下げる</h2><p>誤って取り込んだときに使います。記録は残り、施行中の版には数えなくなります。</p><input type="hidden" name="form_key" value="{{form_key}}"><div class="field"><label for="reason">理由</label><input type="text" id="reason" name="reason" maxlength="500" required></div><p class="actions"><button class="second">取り下げる</button></p></form>{{/may_withdraw}}
