{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/jobs">処理の一覧</a></p>
<h1>{{>job_word}}</h1>
<p>{{subject}}</p>
<div{{#going}} data-going{{/going}}>
<p data-live="state" role="status">{{>job_state}}</p>
<div data-live="measure">{{#measure}}<p class="big">{{done_count}}／{{total}}</p>
<p><progress value="{{done_count}}" max="{{total}}" aria-label="処理の進み具合">{{done_count}}／{{total}}</progress></p>{{/measure}}</div>
</div>
{{#said}}<p>{{message}}</p>{{/said}}
{{#cut}}<div class="notice warn"><p>サーバーが止まったため、途中で終わっています。続きが必要なときは、もう一度始めてください。</p></div>{{/cut}}
{{#result}}<p class="actions"><a class="button" href="/jobs/{{job_id}}/result">{{filename}}をダウンロードする</a></p>{{/result}}
<dl class="facts"><dt>始めた人</dt><dd>{{who}}</dd><dt>受付</dt><dd>{{created_at}}</dd>{{#over}}<dt>終了</dt><dd>{{finished_at}}</dd>{{/over}}</dl>
{{#going}}<p class="small">この画面を閉じても処理は続きます。進み具合は自動で更新されます。</p>
{{#cancel}}<form method="post" action="/jobs/{{job_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><p class="actions"><button name="do" value="cancel" class="second">取り消す</button></p></form>{{/cancel}}{{#carried}}<p class="small">登録を始めているため、最後まで続けます。途中で取り消すことはできません。</p>{{/carried}}{{/going}}
{{#again}}<form method="post" action="/jobs/{{job_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><p class="actions"><button name="do" value="again">もう一度始める</button></p></form>{{/again}}
