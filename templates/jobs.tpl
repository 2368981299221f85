{{%AUTOESCAPE context="HTML"}}<h1>処理の一覧</h1>
<p>時間のかかる処理を、新しい順に表示します。{{#everybody}}事務局には全員の分が見えます。{{/everybody}}{{#own}}あなたが始めたものです。{{/own}}</p>
{{#none}}<div class="notice"><p>処理はありません。</p></div>{{/none}}
<div class="scroll" tabindex="0" role="region" aria-label="処理の一覧"><table><caption>処理</caption><thead><tr><th scope="col">処理</th><th scope="col">対象</th><th scope="col">状態</th><th scope="col" class="number">進み</th><th scope="col">始めた人</th><th scope="col">受付</th></tr></thead>
<tbody>{{#job}}<tr><th scope="row"><a href="/jobs/{{job_id}}">{{>job_word}}</a></th><td>{{subject}}</td><td>{{>job_state}}</td><td class="number">{{#measure}}{{done_count}}／{{total}}{{/measure}}</td><td>{{who}}</td><td>{{created_at}}</td></tr>
{{/job}}</tbody></table></div>
<p class="actions">{{#earlier}}<a class="button second" href="/jobs?page={{page}}">前の50件</a>{{/earlier}}{{#later}}<a class="button second" href="/jobs?page={{page}}">次の50件</a>{{/later}}</p>
