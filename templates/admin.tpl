{{%AUTOESCAPE context="HTML"}}<h1>事務局</h1>
{{#guide}}<section class="card"><h2>はじめの年の進め方</h2>
<ol class="steps">{{#step}}<li{{#next}} class="next"{{/next}}>{{#people}}<a href="/admin/roster">名簿を取り込む</a>：部署と職員が登録されます{{/people}}{{#flags}}<a href="/admin/departments">部署の業務を決める</a>：委託、クラウドなど、あてはまる設問だけを尋ねます{{/flags}}{{#sets}}<a href="/admin/questionnaires">設問セットを確かめる</a>：回答画面と同じ形で、試しに回答します{{/sets}}{{#prepare}}<a href="/admin/cycles#new">実施回を準備する</a>：年度、基準日、締切、使う設問セット{{/prepare}}{{#passwords}}<a href="/admin/accounts">招待のリンクを配る</a>：まとめて作り、一覧をダウンロードして本人に渡します{{/passwords}}{{#begin}}<a href="/admin/cycles">実施回を開始する</a>：全員の回答票ができ、回答できるようになります{{/begin}}{{#remind}}<a href="/admin/reminders">未回答者に督促する</a>：日と文面を決めておくと、自動で送ります{{/remind}}{{#finish}}締め切り、<a href="/reports">報告書を出す</a>：数値が確定し、「案」の表示が消えます{{/finish}} {{#taken}}<span class="tag done">済み</span>{{/taken}}{{#next}}<span class="tag draft">次はここ</span>{{/next}}</li>
{{/step}}</ol></section>{{/guide}}
{{#mending}}<section class="card"><h2>整えるところ</h2>
<ul>{{#orphaned}}<li><a href="/admin/registers">台帳</a>：担当者が名簿からいなくなった、または所管の部署が廃止されたもの <strong>{{how_many}}件</strong></li>{{/orphaned}}{{#departments}}<li><a href="/admin/departments?mend=1">部署</a>：所属長のいない、または上位の部署が廃止された部署 <strong>{{how_many}}部署</strong></li>{{/departments}}</ul></section>
{{/mending}}{{#cycle}}
<section class="card"><h2><a href="/admin/cycles/{{cycle_id}}">{{cycle_title}}</a> <span class="tag">{{>state}}</span></h2>
{{#prepared}}<p>開始の予定日：{{opens}}</p>{{/prepared}}
{{#open}}<p>締切：{{due}}{{#days_left}}　あと{{days}}日{{/days_left}}{{#due_today}}　本日まで{{/due_today}}{{#overdue}}　<span class="bad-text">期限を過ぎています</span>{{/overdue}}</p>{{/open}}
{{#set}}{{#progress}}<p class="small">{{set_title}}：{{asked}}件のうち提出{{done}}件、一時保存{{drafts}}件<br><progress value="{{done}}" max="{{asked}}" aria-label="{{set_title}}の提出の進み具合">{{done}}／{{asked}}</progress></p>{{/progress}}{{/set}}
{{#open}}<p><a href="/admin/cycles/{{cycle_id}}/waiting">回答票の一覧（未提出・差戻しなど）</a></p>{{/open}}
{{#quality}}<p><a href="/admin/quality/{{cycle_id}}">回答の質と設問の見直し</a></p>{{/quality}}
{{#plans}}<p><a href="/admin/plans/{{cycle_id}}">改善策</a>：実施中・計画{{waiting}}件、うち期限超過{{late}}件</p>{{/plans}}
</section>
{{/cycle}}
<div class="cards">
<section class="card"><h2><a href="/admin/roster">名簿</a></h2><p>ファイルを選び、追加・変更・退職を確かめてから取り込みます。</p></section>
<section class="card"><h2><a href="/admin/departments">部署</a></h2><p>部署の業務を決めます。表示する設問が変わります。</p></section>
<section class="card"><h2><a href="/admin/registers">台帳</a></h2><p>情報システム、契約、クラウド、SNS、施設、情報資産と、その担当者。</p></section>
<section class="card"><h2><a href="/admin/questionnaires">設問セット</a></h2><p>設問を読み込み、回答画面と同じ形で試しに回答します。</p></section>
<section class="card"><h2><a href="/admin/cycles">実施回</a></h2><p>点検を準備し、開始し、締め切ります。</p></section>
<section class="card"><h2><a href="/admin/accounts">利用者</a></h2><p>権限と、パスワードを決めるリンクを扱います。</p></section>
<section class="card"><h2><a href="/admin/settings">設定</a></h2><p>団体の名称、決裁欄、秘匿する人数など。</p></section>
<section class="card"><h2><a href="/admin/reminders">督促</a></h2><p>督促の段と文面を決め、だれに何を送ったかを見ます。</p></section>
<section class="card"><h2><a href="/admin/chases">監査の督促</a></h2><p>指摘の改善と資料の提出を促す段を決め、口頭で伝えたことを記録します。</p></section>
<section class="card"><h2><a href="/admin/calendar">閉庁日</a></h2><p>祝日と団体の定める閉庁日を見ます。督促の日を決めるのに使います。</p></section>
<section class="card"><h2><a href="/jobs">処理</a></h2><p>名簿の取込みや一括の印刷など、時間のかかる処理の進み具合を見ます。</p></section>
<section class="card"><h2><a href="/admin/retention">保存と廃棄</a></h2><p>記録の保存期間と満了日を見て、満了したものの廃棄を提案します。</p></section>
<section class="card"><h2><a href="/admin/events">操作記録</a></h2><p>だれが何をしたかを見ます。</p></section>
</div>
