{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a> ＞ <a href="/admin/departments">部署</a></p>
<h1>{{name}}</h1>
{{#done}}<div class="notice good" role="status"><p>「{{act_title}}」を記録しました。</p></div>{{/done}}
<dl class="facts"><dt>所属コード</dt><dd>{{key}}</dd><dt>種別</dt><dd>{{kind}}</dd><dt>上位の部署</dt><dd>{{parent}}</dd><dt>正式の順</dt><dd>{{place}}</dd><dt>期間</dt><dd>{{valid_from}}から{{#ended}}{{valid_to}}まで{{/ended}}</dd>
<dt>前身</dt><dd>{{#predecessor}}<a href="/admin/departments/{{key:u}}">{{name}}</a>（{{day}}） {{/predecessor}}</dd><dt>引き継いだ部署</dt><dd>{{#successor}}<a href="/admin/departments/{{key:u}}">{{name}}</a>（{{day}}） {{/successor}}</dd></dl>
{{#flagging}}<form method="post" action="/admin/departments/{{key:u}}" class="narrow"><input type="hidden" name="form_key" value="{{form_key}}">
<fieldset><legend>この部署にあてはまる業務</legend>
{{#choice}}{{#flag}}<p><label class="check"><input type="checkbox" name="flag-{{flag_key}}" value="1" {{checked}}><span>{{flag_name}}</span></label></p>{{/flag}}{{/choice}}
</fieldset>
<div class="field"><label for="on">いつから</label><p class="help" id="on-h">基準日がこの日より前の実施回には使いません。</p><input type="date" id="on" name="on" value="{{on}}" aria-describedby="on-h"></div>
<div class="field"><label for="approver">承認者</label><input type="text" id="approver" name="approver" value="{{approver}}" maxlength="100"></div>
<div class="field"><label for="reason">理由</label><input type="text" id="reason" name="reason" value="{{reason}}" maxlength="300"></div>
<p class="actions"><button>保存する</button><a class="button second" href="/admin/departments">戻る</a></p></form>
<h2>組織の変更</h2>{{/flagging}}
{{>acts}}
<h2>これまで</h2>
<div class="scroll" tabindex="0" role="region" aria-label="これまで"><table><caption>この部署の経過（新しい順）</caption><thead><tr><th scope="col">いつから</th><th scope="col">名称</th><th scope="col">種別・上位・順</th><th scope="col">業務</th><th scope="col">承認者・理由</th><th scope="col">入力</th></tr></thead>
<tbody>{{#term}}<tr><td>{{since}}</td><th scope="row">{{term_name}}</th><td>{{kind}}　{{parent}}　{{place}}</td><td>{{#flag}}<span class="tag">{{flag_name}}</span> {{/flag}}</td><td>{{term_approver}}　{{term_reason}}</td><td>{{set_by}}　{{set_at}}</td></tr>
{{/term}}</tbody></table></div>
