{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/audits/{{audit_id}}">{{number}}　{{audit_title}}</a></p>
<h1>報告書と文書</h1>
{{#done_saved}}<div class="notice good" role="status"><p>記録しました。</p></div>{{/done_saved}}
{{#refused}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>{{complaint}}　まだ保存していません。</p></div>{{/refused}}
<section><h2>文書</h2>
{{>papers}}</section>
{{#inside}}<section><h2>報告書に書くこと</h2>
<p>判定と指摘は、監査調書から報告書に入ります。次の欄は監査人の言葉で書きます。プログラムは評価の文を作りません。</p>
{{#reading}}<dl class="facts"><dt>総評</dt><dd class="lines">{{overview:p}}</dd><dt>横断的な課題</dt><dd class="lines">{{issues:p}}</dd><dt>見直しへの提言</dt><dd class="lines">{{proposals:p}}</dd><dt>概要版の要旨</dt><dd class="lines">{{public:p}}</dd></dl>{{/reading}}
{{#writing}}<form method="post" action="/audits/{{audit_id}}/report"><input type="hidden" name="form_key" value="{{form_key}}">
{{#theirs}}<div class="notice warn"><p>ほかの人が書いた今の文です。</p><p class="lines">{{theirs_text:p}}</p></div>{{/theirs}}
<div class="field"><label for="overview">総評</label><p class="hint" id="overview-hint">対象項目数と判定の数は、この欄の前に自動で印字します。</p><textarea id="overview" name="overview" rows="6" aria-describedby="overview-hint">{{overview:p}}</textarea></div>
<div class="field"><label for="issues">横断的な課題</label><textarea id="issues" name="issues" rows="5">{{issues:p}}</textarea></div>
<div class="field"><label for="proposals">見直しへの提言</label><textarea id="proposals" name="proposals" rows="5">{{proposals:p}}</textarea></div>
<div class="field"><label for="public">概要版の要旨</label><p class="hint" id="public-hint">だれが読んでもよい文だけを書きます。上の三つの欄は概要版に載りません。</p><textarea id="public" name="public" rows="5" aria-describedby="public-hint">{{public:p}}</textarea></div>
<input type="hidden" name="was_overview" value="{{was_overview}}"><input type="hidden" name="was_issues" value="{{was_issues}}"><input type="hidden" name="was_proposals" value="{{was_proposals}}"><input type="hidden" name="was_public" value="{{was_public}}">
<p class="actions"><button>保存する</button></p></form>{{/writing}}
{{#by}}<p class="small muted">{{who}}　{{at}}</p>{{/by}}</section>{{/inside}}
