{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/proxy">代理入力へ戻る</a></p>
<h1>代理入力：{{unit_name}}{{#whole_body}}団体全体{{/whole_body}}</h1>
<p>{{department}}　{{set_title}}　{{code}}</p>
{{#again}}<div class="notice warn" role="status"><p>この票は {{submitted_at}} に提出されています。ここで登録すると、この内容に置き換わります。</p></div>{{/again}}
{{#faults}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>まだ登録していません。{{fault_count}}か所を直してください</h2><p>紙に答えがないところは、本人に確かめてください。</p></div>{{/faults}}
<form method="get" action="/proxy" class="proxy-next"><input type="hidden" name="day" value="{{day}}"><label for="next-code">登録しないで別の票を開く（コード）</label> <input type="text" id="next-code" name="code" size="12" autocomplete="off" autocapitalize="characters" spellcheck="false"> <button class="second">開く</button></form>
<p class="small">設問は紙の順に並んでいます。数字のキー（○はo、△はs、×はx、該当なしは-、分からないは?でもよい）を押すと、答えを選んで次へ進みます。理由の欄は、必要な答えのときだけ開きます。Enterは次へ、Shift+Enterは前へ進みます。</p>
<form method="post" action="/proxy/{{code}}" class="proxy" data-proxy>
<input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="revision" value="{{revision}}">
<button name="do" value="submit" hidden></button>
<div class="line{{#no_day}} missing{{/no_day}}"><label for="day">紙の記入日</label><input type="date" id="day" name="day" value="{{day}}" autofocus>{{#no_day}}<p class="complaint">{{first}}から今日までの日付を入力してください。</p>{{/no_day}}</div>
{{#section}}{{#item}}<div class="line{{#faulty}} missing{{/faulty}}"><label for="{{id}}-{{#free_text}}x{{/free_text}}{{#choices}}1{{/choices}}">{{id}}　{{text}}</label>
{{#choices}}<select id="{{id}}-1" name="{{id}}" {{disabled}}><option value=""></option>{{#choice}}<option value="{{code}}" data-key="{{digit}}{{mark}}"{{#why}} class="why"{{/why}}{{#na}} class="why na"{{/na}} {{checked}}>{{digit}} {{label}}</option>{{/choice}}</select>{{/choices}}{{#knowledge_stands}}<span class="small">本人に正しい答えを表示したため、変えられません。</span>{{/knowledge_stands}}
{{#date}}<span class="more"><label for="{{id}}-x">年月日</label><input type="date" id="{{id}}-x" name="{{id}}-x" value="{{extra}}"></span>{{/date}}{{#number_field}}<span class="more"><label for="{{id}}-x">数</label><input type="text" inputmode="numeric" size="6" id="{{id}}-x" name="{{id}}-x" value="{{extra}}"></span>{{/number_field}}{{#free_text}}<input type="text" id="{{id}}-x" name="{{id}}-x" value="{{extra}}">{{/free_text}}
{{#reason_field}}{{#na_field}}<span class="more na-field"><label for="{{id}}-n">該当しない理由</label><select id="{{id}}-n" name="{{id}}-n"><option value=""></option>{{#na_reason}}<option value="{{key}}" data-key="{{digit}}" {{selected}}>{{digit}} {{na_name}}</option>{{/na_reason}}</select></span>{{/na_field}}<span class="more reason"><label for="{{id}}-r">理由・状況</label><input type="text" id="{{id}}-r" name="{{id}}-r" value="{{reason}}"></span>{{/reason_field}}
{{#lack_answer}}<p class="complaint">答えを選んでください。</p>{{/lack_answer}}{{#lack_na}}<p class="complaint">該当しない理由を選んでください。</p>{{/lack_na}}{{#lack_reason}}<p class="complaint">理由・状況を書いてください。</p>{{/lack_reason}}{{#lack_extra}}<p class="complaint">日付・数を入力してください。</p>{{/lack_extra}}{{#no_date}}<p class="complaint">実在する日付を入力してください。</p>{{/no_date}}{{#no_number}}<p class="complaint">0以上の数を半角数字で入力してください。</p>{{/no_number}}{{#reason_long}}<p class="complaint">1,000字までにしてください。</p>{{/reason_long}}{{#text_long}}<p class="complaint">2,000字までにしてください。</p>{{/text_long}}</div>
{{/item}}{{/section}}
<div class="actions"><button name="do" value="submit">登録する</button></div>
</form>
