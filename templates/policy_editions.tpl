{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a></p>
<h1>基本方針の版</h1>
<p>団体の基本方針を、原文のまま版ごとに保存したものです。施行中の版の原文は、自己点検の回答画面で設問の区分ごとに開けます。</p>
<p class="actions">{{#may_import}}<a class="button" href="/policy/import">版を取り込む</a>{{/may_import}}{{#may_compare}}<a class="button second" href="/policy/compare">新旧を対照する</a>{{/may_compare}}</p>
{{#none}}<p>まだ取り込まれていません。取り込むまでは、要約だけを表示します。</p>{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="版の一覧"><table><caption>版の一覧（施行日の新しい順）</caption><thead><tr><th scope="col">版</th><th scope="col">文書名</th><th scope="col">施行日</th><th scope="col" class="number">条項</th><th scope="col">取込み</th></tr></thead>
<tbody>{{#one}}<tr><th scope="row"><a href="/policy/editions/{{edition_id}}">{{edition}}</a>{{#current}} <span class="tag done">施行中</span>{{/current}}{{#coming}} <span class="tag draft">施行前</span>{{/coming}}{{#withdrawn}} <span class="tag">取下げ</span>{{/withdrawn}}</th><td>{{policy_title}}</td><td>{{from_day}}</td><td class="number">{{clause_count}}</td><td>{{imported_at}}　{{imported_name}}</td></tr>
{{/one}}</tbody></table></div>
