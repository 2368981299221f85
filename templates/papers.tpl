{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/audits/{{engagement_id}}/checklist">監査チェックリスト</a></p>
<h1>現地で書く監査調書</h1>
<p class="small">{{number}}　{{engagement_title}}　{{audited_name}}{{#of_entry}}　{{entry_name}}{{/of_entry}}{{#key_only}}　重点項目のみ{{/key_only}}{{#all_items}}　全項目{{/all_items}}</p>
{{#closed}}<div class="notice"><p>いまは監査調書を書けません。書けるのは、監査人に指名された人が、チェックリストの確定後、本調査から報告書の確定までです。</p></div>{{/closed}}
<noscript><div class="notice warn"><p>この画面にはスクリプトが要ります。動かない端末では、監査チェックリストから項目ごとの調書を開いて書いてください。</p></div></noscript>
<p>この画面は、開いておけば、つながらない場所でもすべての項目に書けます。書いたものはこの端末に残り、つながると送信します。画面を閉じても消えません。つながらない間に画面を読み込み直すことはできないので、閉じずにおいてください。</p>
<p class="unsent" role="status" data-unsent-count data-some="未送信 {n}件" data-none="未送信 0件">　</p>
{{#line}}{{#head}}<h2>{{clause}}　{{clause_title}}</h2>
<p class="small">{{#said}}自己点検（この部署の実施率）：{{#asked}}{{question}} {{#rate_done}}{{percent}}％{{/rate_done}}{{#withheld}}※{{/withheld}}{{#without}}－{{/without}}　{{/asked}}{{/said}}</p>
{{/head}}<details class="card paper-line" id="{{item}}" data-line="{{item}}" data-revision="{{revision}}"><summary><strong>{{item}}</strong>　{{text}}{{#priority}} <span class="tag star">重点</span>{{/priority}}<br><span data-judged>{{>judgement}}</span> <span class="tag late" hidden data-unsent-mark>未送信</span></summary>
<p class="hint">方法：{{methods}}　{{help}}{{#judged_before}}　前回の監査：{{>former}}{{/judged_before}}</p>
<p><a href="/audits/{{engagement_id}}/checklist/{{item:u}}">証拠・抽出・確認・レビュー</a></p>{{#value}}<span hidden class="lines" data-value="{{value_name}}">{{value_text:p}}</span>{{/value}}</details>
{{/line}}
{{#blank}}<template id="paper">{{>fields}}</template>{{/blank}}
<script src="/static/paper.js?v={{static_version}}" defer></script>
