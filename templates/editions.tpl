{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/cycles">実施回</a> ＞ <a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a></p>
<h1>前回からの設問の変更</h1>
{{#done_marked}}<div class="notice good" role="status"><p>変更の扱いを保存しました。</p></div>{{/done_marked}}
<p>文が変わっても同じことを尋ねている設問は「文言のみ」、尋ねることが変わった設問は「意味変更」とします。文言のみの設問は前回までの推移につながり、意味変更の設問はそこで線が切れます。</p>
{{#previous}}<p>前回の<a href="/admin/quality/{{previous_id}}#candidates">言い換え・廃止の候補</a>と見比べて、見直しの漏れがないか確かめてください。</p>{{/previous}}
{{#unmarked_some}}<div class="notice warn"><p><strong>扱いの決まっていない設問が{{open}}問</strong>あります。すべて決めるまで、設問を確定できません。</p></div>{{/unmarked_some}}
{{#nothing}}<p>前回の実施回から変わった設問はありません。</p>{{/nothing}}
<form method="post" action="/admin/cycles/{{cycle_id}}/changes"><input type="hidden" name="form_key" value="{{form_key}}">
{{#change}}
<section class="card"><h2>{{set_title}}　{{item}}{{#new}} <span class="tag done">新しい設問</span>{{/new}}{{#gone}} <span class="tag todo">なくなった設問</span>{{/gone}}{{#wording}} <span class="tag">文言のみ</span>{{/wording}}{{#meaning}} <span class="tag late">意味変更</span>{{/meaning}}{{#unmarked}} <span class="tag late">未定</span>{{/unmarked}}</h2>
<dl class="facts"><dt>前回</dt><dd>{{before}}{{#choices_before}}<br><span class="small muted">{{#option}}「{{label}}」{{/option}}</span>{{/choices_before}}</dd><dt>今回</dt><dd>{{after}}{{#choices_after}}<br><span class="small muted">{{#option}}「{{label}}」{{/option}}</span>{{/choices_after}}</dd></dl>
{{#choice}}<fieldset><legend>{{item}}の変更の扱い</legend><div class="options"><label><input type="radio" name="{{field}}" value="wording"{{#wording}} checked{{/wording}}><span>文言のみ（推移をつなげる）</span></label><label><input type="radio" name="{{field}}" value="meaning"{{#meaning}} checked{{/meaning}}><span>意味変更（推移を切る）</span></label></div></fieldset>{{/choice}}
</section>
{{/change}}
{{#save}}<p class="actions"><button>変更の扱いを保存する</button></p>{{/save}}
</form>
<p><a href="/admin/cycles/{{cycle_id}}">実施回へ戻る</a></p>
