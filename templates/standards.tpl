{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/policy">基本方針</a></p>
<h1>対策基準</h1>
<p>基本方針を実施するために守る事項を、条文ごとに条項・設問と結び付けたものです。</p>
{{#may_import}}<p class="actions"><a class="button" href="/standards/import">版を取り込む</a></p>{{/may_import}}
{{#none}}<p>見られる版はありません。</p>{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="対策基準の版の一覧"><table><caption>版の一覧（施行日の新しい順）</caption><thead><tr><th scope="col">版</th><th scope="col">文書名</th><th scope="col">施行日</th><th scope="col">承認</th><th scope="col" class="number">条文</th><th scope="col">改定の理由</th></tr></thead>
<tbody>{{#one}}<tr><th scope="row"><a href="/standards/{{edition_id}}">{{edition}}</a>{{#current}} <span class="tag done">施行中</span>{{/current}}{{#coming}} <span class="tag draft">施行前</span>{{/coming}}{{#closed}} <span class="tag">関係者限り</span>{{/closed}}{{#withdrawn}} <span class="tag">取下げ</span>{{/withdrawn}}</th><td>{{standard_title}}</td><td>{{from_day}}</td><td>{{approved_by}}　{{approved_day}}</td><td class="number">{{article_count}}</td><td class="lines">{{change:p}}</td></tr>
{{/one}}</tbody></table></div>
