{{%AUTOESCAPE context="HTML"}}<div class="sheet">
<p class="crumbs"><a href="/">わたしの点検へ戻る</a></p>
<h1>提出を受け付けました</h1>
{{#read}}<div class="notice good" role="status"><p>読んだことを記録しました（{{read_at}}）</p></div>{{/read}}
<div class="card"><h2>{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}　受付票</h2>
<dl class="facts"><dt>受付番号</dt><dd class="big">{{number}}</dd>
<dt>受付日時</dt><dd>{{submitted_at}}</dd>
<dt>状態</dt><dd>{{>standing}}</dd>
<dt>回答した数</dt><dd>{{answered}}問</dd>
<dt>回答した人</dt><dd>{{sheet_department}} {{person_name}}</dd>
{{#was_typed}}<dt>代理入力</dt><dd>{{>typed}}</dd>{{/was_typed}}
{{#read}}<dt>答え合わせ</dt><dd>読みました（{{read_at}}）</dd>{{/read}}{{#unread}}<dt>答え合わせ</dt><dd>まだ読んでいません。<a href="#lessons">下にあります</a></dd>{{/unread}}</dl></div>
{{#open}}<p>{{#days_left}}{{due}}までは{{/days_left}}{{#due_today}}本日中は{{/due_today}}{{#overdue}}受付が終わるまでは{{/overdue}}、回答を直して提出し直せます。{{#has_knowledge}}知識問題の答えは、正しい答えを表示したため直せません。{{/has_knowledge}}</p>
<p class="actions"><a class="button" href="/">わたしの点検へ戻る</a><a class="button second" href="/sheets/{{sheet_id}}">回答を直す</a></p>{{/open}}
{{#closed}}<p>いまは回答を直せません。<a href="/sheets/{{sheet_id}}">提出した内容を見る</a></p>{{/closed}}
<p><a href="/sheets/{{sheet_id}}/paper">提出した内容をPDFで控える</a></p>
{{#has_knowledge}}<h2 id="lessons">知識問題の答え合わせ</h2>
<p class="small">正誤は実施率には入りません。組織全体の理解度を知るために、正しい答えを見る前の答えだけを、まとめて集計します。</p>{{/has_knowledge}}
{{#knowledge}}<div class="card"><h3>{{text}}</h3>
<p>{{#right}}<span class="right">○ 正解</span>　{{given}}{{/right}}{{#wrong}}<span class="wrong">× あなたの答え：{{given}}</span>{{#answer}}<br>正しい答え：<strong>{{label}}</strong>{{/answer}}{{/wrong}}</p>
<p>{{explanation}}</p></div>{{/knowledge}}
{{#has_advice}}<h2>これからできること</h2>{{/has_advice}}
{{#advice_item}}<div class="card"><h3>{{text}}</h3><p class="small muted">あなたの答え：{{label}}</p>{{#told}}<p>{{advice}}</p>{{/told}}{{#untold}}<p>{{help}}　できるようにするには何が要るかを、所属長か事務局に相談してください。</p>{{/untold}}</div>{{/advice_item}}
{{#unread}}<form method="post" action="/sheets/{{sheet_id}}/receipt" class="card"><h2>読み終えたら</h2><p>答え合わせと「これからできること」を読んだことを、研修の記録として残します。残すのは氏名、所属、日時だけで、回答や正誤は含みません。</p><input type="hidden" name="form_key" value="{{form_key}}"><p class="actions"><button>読みました</button></p></form>{{/unread}}
</div>
