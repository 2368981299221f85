{{%AUTOESCAPE context="HTML"}}<form method="post" action="/audits/{{engagement_id}}/checklist/{{item}}" class="paper" autocomplete="off" data-paper="{{account_id}}/{{engagement_id}}/{{item}}">
<input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">
<p class="paper-state small" role="status" hidden data-waits="この端末に残しています（まだ送信していません）。つながると送信します。" data-saved="記録しました" data-ended="サインインが切れています。書いたものはこの端末に残っています。サインインし直して、この画面を開いてください。" data-refused="記録できません："></p>
<div class="notice bad" hidden data-conflict data-heading="食い違い：ほかの監査人が先に記録しています" data-mine="自分の記入" data-theirs="先に記録された内容" data-both="両方をつなげる" data-take="先の内容にする" data-keep="自分の記入にする" data-empty="（空欄）" data-after="選び終えたら「選んだ内容で記録する」を押してください。" data-store="選んだ内容で記録する" data-on="入" data-off="切"></div>
<fieldset><legend>判定</legend><div class="judgements">{{#judgement_choice}}<label><input type="radio" name="judgement" value="{{value}}" {{checked}}><span>{{>word}}</span></label>{{/judgement_choice}}</div>
<div class="checks"><label><input type="checkbox" name="recommended" value="1" {{recommended_checked}}><span>推奨事項</span></label><label><input type="checkbox" name="good" value="1" {{good_checked}}><span>好事例</span></label></div></fieldset>
<fieldset><legend>使った方法</legend><div class="checks">{{#method}}<label><input type="checkbox" name="used-{{place}}" value="{{sign}}" {{checked}}><span>{{sign}}（{{method_title}}）</span></label>{{/method}}</div></fieldset>
<div class="field"><label for="facts-{{item}}">事実</label><textarea id="facts-{{item}}" name="facts" rows="4">{{facts_typed:p}}</textarea></div>
<div class="field"><label for="difference-{{item}}">基準との差</label><textarea id="difference-{{item}}" name="difference" rows="2">{{difference_typed:p}}</textarea></div>
<div class="field"><label for="reason-{{item}}">確認しなかった・該当しない理由（「未確認」「該当なし」のとき）</label><textarea id="reason-{{item}}" name="reason" rows="2">{{reason_typed:p}}</textarea></div>
<div class="pair"><div class="field"><label for="place-{{item}}">場所</label><input type="text" id="place-{{item}}" name="place" value="{{place_typed}}" autocomplete="off"></div>
<div class="field"><label for="met-{{item}}">応対者</label><input type="text" id="met-{{item}}" name="met" value="{{met_typed}}" autocomplete="off"></div></div>
<div class="field"><label for="done-{{item}}">実施した手続</label><textarea id="done-{{item}}" name="done" rows="2">{{done_typed:p}}</textarea></div>
<div class="field"><label for="cause-{{item}}">原因</label><textarea id="cause-{{item}}" name="cause" rows="2">{{cause_typed:p}}</textarea></div>
<div class="field"><label for="effect-{{item}}">影響</label><textarea id="effect-{{item}}" name="effect" rows="2">{{effect_typed:p}}</textarea></div>
<div class="field"><label for="proposal-{{item}}">改善の提案</label><textarea id="proposal-{{item}}" name="proposal" rows="2">{{proposal_typed:p}}</textarea></div>
<p class="actions"><button>記録する</button></p></form>
