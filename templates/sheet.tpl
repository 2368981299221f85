{{%AUTOESCAPE context="HTML"}}<div class="sheet">
<p class="crumbs"><a href="/">わたしの点検へ戻る</a></p>
<h1>{{set_title}}{{#of_unit}}：{{unit_name}}{{/of_unit}}{{#whole_body}}：団体全体{{/whole_body}}</h1>
{{#refused}}
<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>入力を直してください（{{error_count}}か所）</h2>
<p>入力した内容はこの画面に残っていますが、<strong>まだ保存していません</strong>。</p>
<ul>{{#error}}<li><a href="#{{id}}-{{field}}">{{number}}．{{text}}</a>…{{#reason_long}}理由・状況が長すぎます（1,000字まで）{{/reason_long}}{{#text_long}}長すぎます（2,000字まで）{{/text_long}}{{#no_date}}日付ではありません{{/no_date}}{{#no_number}}数ではありません{{/no_number}}{{#lack_answer}}答えを選ぶ{{/lack_answer}}{{#lack_na}}該当しない理由を選ぶ{{/lack_na}}{{#lack_reason}}理由・状況を書く{{/lack_reason}}{{#lack_extra}}日付・数を入れる{{/lack_extra}}</li>{{/error}}</ul></div>
{{/refused}}
{{#incomplete}}
<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>まだ提出していません。残り{{error_count}}か所を入力してください</h2>
<p>ここまでの入力は一時保存しました。</p>
<ul>{{#error}}<li><a href="#{{id}}-{{field}}">{{number}}．{{text}}</a>…{{#lack_answer}}答えを選ぶ{{/lack_answer}}{{#lack_na}}該当しない理由を選ぶ{{/lack_na}}{{#lack_reason}}理由・状況を書く{{/lack_reason}}{{#lack_extra}}日付・数を入れる{{/lack_extra}}</li>{{/error}}</ul></div>
{{/incomplete}}
{{#kept}}
<div class="notice warn" role="status"><h2>サインインが切れた後に入力された内容を表示しています</h2>
<p>まだ保存していません。内容を確かめて、「一時保存」か「提出する」を押してください。</p></div>
{{/kept}}
{{#stale}}
<div class="notice warn" role="status"><h2>別の画面で保存された内容があります</h2><p>この画面の表示は最新の内容です。</p></div>
{{/stale}}
{{#returned}}<div class="notice bad" role="status"><h2>所属長から差し戻されています</h2><p>{{return_comment}}</p><p>直して、もう一度提出してください。それまでは、先に提出した回答が有効です。</p></div>{{/returned}}
{{#draft}}<div class="notice" role="status"><p><span class="tag draft">一時保存</span> {{draft_at}} に保存しました。<strong>まだ提出していません。</strong></p></div>{{/draft}}
{{#submitted}}<div class="notice good" role="status"><p><span class="tag done">提出済み</span> {{submitted_at}}　<a href="/sheets/{{sheet_id}}/receipt">受付番号 {{receipt}}</a></p>{{#was_typed}}<p>{{>typed}}。違うところがあれば、直して提出し直してください。</p>{{/was_typed}}<p>{{#overdue}}受付が終わるまでは{{/overdue}}{{#days_left}}締切までは{{/days_left}}{{#due_today}}締切の本日中は{{/due_today}}、直して提出し直せます。</p></div>{{/submitted}}
{{#revised}}<div class="notice warn" role="status"><p><span class="tag draft">修正中</span> {{draft_at}} に一時保存した修正を表示しています。提出し直すまでは、{{submitted_at}} の提出（<a href="/sheets/{{sheet_id}}/receipt">{{receipt}}</a>）が有効です。{{#was_typed}}{{>typed}}。{{/was_typed}}</p></div>{{/revised}}
{{#requests}}<div class="notice warn" role="status"><h2>「該当なし」の見直しのお願い</h2><p>所属長から、次の設問を確かめてほしいとのお願いがあります。所属長には、だれの回答かは知らされていません。</p>
<ul>{{#request}}<li><a href="#q-{{id}}">{{number}}．{{text}}</a></li>{{/request}}</ul>
<p>直す必要がなければ、そのままもう一度「提出する」を押してください。</p></div>{{/requests}}
<dl class="facts small"><dt>回答する人</dt><dd>{{sheet_department}} {{account_name}}</dd>
<dt>締切</dt><dd>{{due}}{{#days_left}}（あと{{days}}日）{{/days_left}}{{#due_today}}<strong>（本日まで）</strong>{{/due_today}}{{#overdue}}<strong class="bad-text">（期限を過ぎています。提出はできます）</strong>{{/overdue}}</dd></dl>
<details{{#fresh}} open{{/fresh}}><summary>この点検について（約{{minutes}}分）</summary><p class="small">{{purpose}}</p>
<p class="small">途中で「一時保存」すれば、いつでも続きから回答できます。迷ったら「分からない」を選んでください。</p>
<h2 class="small">回答を見る人</h2>
<p class="small">{{#personal}}あなたの回答は、所属長には見えません。所属長に見えるのは、提出したかどうかと、一人ひとりが分からないようにまとめた集計だけです。{{/personal}}{{#individual}}<strong>この実施回では、所属長が一人ひとりの回答も見られます。</strong>見たことは記録に残ります。{{/individual}}{{#for_office}}所属・施設などの立場で答える点検票です。回答と証跡は、所属長・事務局・監査人が見ます。{{/for_office}}{{#personal}}事務局は、集計と、紙の回答の入力、理由・自由記述の確認のために扱います。{{/personal}}{{#individual}}事務局は、集計と、紙の回答の入力、理由・自由記述の確認のために扱います。{{/individual}}報告書には、一人の回答と分かる形では載りません。画面を開いていた時間は、設問の見直しのために、まとめた形でだけ使います。</p>
{{#contact}}<h2 class="small">問合せ先</h2><p class="small">{{#contact_line}}{{line}}<br>{{/contact_line}}</p>{{/contact}}</details>
<form method="post" action="/sheets/{{sheet_id}}" id="sheet" data-sheet>
<input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}"><input type="hidden" name="shown" value="{{shown}}">{{#kept}}<input type="hidden" name="kept" value="{{kept_at}}">{{/kept}}
<button name="do" value="save" hidden></button>
<div class="notice warn" id="others" tabindex="-1" data-others hidden><h2>別の画面でも保存されていました</h2><p>この画面の回答を保存しました。次の設問は、別の画面では違う回答でした。別の画面の回答にするときは、選び直してください。</p><ul data-other="別の画面の回答"></ul></div>
<div class="meter"><p><span>全{{asked}}問のうち <strong data-given>{{given}}</strong>問に回答</span><span><span data-saved role="status" data-done="保存しました {at} ({given}/{asked})" data-merged="。別の画面で保存された回答も、この画面に取り込みました" data-standing="。正しい答えを表示した知識問題の答えは変えていません" data-ended="サインインの有効期限が切れました。入力した内容はお預かりしています。「一時保存」を押して、もう一度サインインしてください" data-failed="まだ保存できていません（通信できないか、混み合っています）。入力した内容はこの画面に残っています。つながりしだい、もう一度保存します" data-number="設問{number}" data-faulty="まだ保存していません。{numbers}の入力を直すと、すべて保存します" data-closed="受付が終わったか、所属長の確認が済んだため、保存できません。入力した内容はこの画面に残っています。「一時保存」を押すと、入力した内容を控えるための画面を表示します" data-refused="保存できませんでした。入力した内容はこの画面に残っています。書き写してから、画面を読み込み直してください">{{#was_saved}}保存しました {{saved_at}} ({{given}}/{{asked}}){{/was_saved}}</span> <a href="#others" data-to-others hidden>別の画面と違う回答があります</a></span></p>
<progress value="{{given}}" max="{{asked}}" aria-label="回答の進み具合">{{given}}／{{asked}}</progress></div>
<p class="small">{{#with_before}}<button name="do" value="current" class="quiet">前回の回答を隠す</button>{{#some_before}} {{before_year}}の回答を並べて表示しています。今回の回答には写しません。{{/some_before}}{{#no_before}} 前回の回答はありません。{{/no_before}}{{/with_before}}{{#without_before}}<button name="do" value="previous" class="quiet">前回の回答を表示</button>{{/without_before}}</p>
{{>questions}}
<div class="submit"><p class="small">提出した後も、締切までは直して提出し直せます。{{#teaches}}知識問題の答えは、正しい答えを表示した後は直せません。{{/teaches}}</p>
<div class="actions"><button name="do" value="submit">提出する</button><button name="do" value="save" class="second">一時保存</button></div></div>
</form>
</div>
