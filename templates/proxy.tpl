{{%AUTOESCAPE context="HTML"}}<h1>代理入力</h1>
<p>紙で出された回答を入力します。入力した人と日時は操作記録に残り、報告書には載りません。</p>
{{#fault}}<div class="notice bad" role="alert"><p>{{sentence}}</p></div>{{/fault}}
{{#done}}<div class="notice good" role="status"><p>入力しました（受付番号 {{receipt}}）。{{#some_kept}}紙と違う{{kept}}問は、すでにあった回答のままです。{{/some_kept}}次の票のコードを入れてください。</p></div>{{/done}}
<form method="get" action="/proxy"><input type="hidden" name="day" value="{{day}}"><p><label for="code">票のコード</label> <span class="hint" id="code-h">紙の右上にあります。例 R08-7K3F-29。ハイフンと大文字・小文字は気にしなくて構いません。</span></p>
<p><input type="text" id="code" name="code" value="{{typed}}" size="16" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-h" autofocus> <button>開く</button></p></form>
<h2>コードが分からないとき</h2>
<form method="get" action="/proxy"><p><label for="q">氏名・職員番号・対象の名前</label></p>
<p><input type="search" id="q" name="q" value="{{words}}" size="16"> <button class="second">探す</button></p></form>
{{#none}}<p role="status">見つかりませんでした。</p>{{/none}}
{{#found}}<div class="scroll" tabindex="0" role="region" aria-label="見つかった票"><table><caption>見つかった票</caption>
<thead><tr><th scope="col">部署</th><th scope="col">対象</th><th scope="col">点検票</th><th scope="col">状態</th><th scope="col">コード</th></tr></thead>
<tbody>{{#sheet}}<tr><td>{{department}}</td><th scope="row">{{unit_name}}{{#whole_body}}団体全体{{/whole_body}}</th><td>{{set_title}}</td><td>{{>state}}</td><td>{{#typable}}<a href="/proxy/{{code}}">{{code}}<span class="hidden-visually">を入力する</span></a>{{/typable}}</td></tr>
{{/sheet}}</tbody></table></div>{{/found}}
