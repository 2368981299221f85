{{%AUTOESCAPE context="HTML"}}<div class="sheet">
<p class="crumbs">{{#own}}<a href="/sheets/{{sheet_id}}">回答の画面へ戻る</a>{{/own}}{{#other}}<a href="/evidence">証跡の一覧へ戻る</a>{{/other}}</p>
<h1>証跡のファイル</h1>
{{#fault}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>追加していません</h2><p>{{sentence}}</p></div>{{/fault}}
{{#done_added}}<div class="notice good" role="status"><p>ファイルを追加しました。</p></div>{{/done_added}}
{{#done_removed}}<div class="notice good" role="status"><p>ファイルを取り下げました。</p></div>{{/done_removed}}
<p>{{set_title}}　{{unit_name}}{{#whole_body}}団体全体{{/whole_body}}</p>
{{#own}}<p class="small">添えられるのは、PDF、PNG・JPEGの画像、Word・Excel・PowerPoint（マクロのないもの）です。1件{{most}}MBまで、合わせて{{total}}MBまで。見る人は、所属長、監査人、事務局です（機密性3のものは、所属長には開けません）。手順書など公開しない文書は、機密性3にしてください。個人の名前や手順の詳しい内容が写っていないか、確かめてから添えてください。</p>{{/own}}
{{#locked}}<div class="notice" role="status"><p>いまは追加も取下げもできません。</p></div>{{/locked}}
{{#item}}
<section class="card" id="e-{{id}}"><h2>{{number}}．{{text}}</h2>
{{#records}}<p class="small">例：{{#record_name}}「{{record}}」{{/record_name}}</p>{{/records}}
{{#files}}<div class="scroll" tabindex="0" role="region" aria-label="{{number}}のファイル"><table><caption class="hidden-visually">{{number}}のファイル</caption>
<thead><tr><th scope="col">ファイル</th><th scope="col">大きさ</th><th scope="col">機密性</th><th scope="col">添えた日時</th>{{#open}}<th scope="col">取下げ</th>{{/open}}</tr></thead>
<tbody>{{#file}}<tr><th scope="row">{{#opens}}<a href="/sheets/{{sheet_id}}/evidence/{{file_id}}">{{name}}</a>{{/opens}}{{#closed}}<span class="muted">非公開（所属長には開けません）</span>{{/closed}}</th><td class="number">{{size}}</td><td>{{secrecy}}</td><td>{{added_at}}</td>{{#removable}}<td><form method="post" action="/sheets/{{sheet_id}}/evidence/{{file_id}}"><input type="hidden" name="form_key" value="{{form_key}}"><button class="quiet">取り下げる<span class="hidden-visually">：{{name}}</span></button></form></td>{{/removable}}</tr>
{{/file}}</tbody></table></div>{{/files}}
{{#none}}<p class="muted">まだありません。</p>{{/none}}
{{#add}}<form method="post" action="/sheets/{{sheet_id}}/evidence" enctype="multipart/form-data">
<input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="item" value="{{id}}">
<p><label for="file-{{id}}">ファイル（あと{{room}}件）</label><input type="file" id="file-{{id}}" name="file" required accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx"></p>
<p><label for="secrecy-{{id}}">機密性</label><select id="secrecy-{{id}}" name="secrecy"><option value="1" {{secrecy_1}}>1（公開してもよい）</option><option value="2" {{secrecy_2}}>2（組織の外へ出さない）</option><option value="3" {{secrecy_3}}>3（非公開。事務局と監査人だけが開ける）</option></select></p>
<p><button class="second">追加する<span class="hidden-visually">：{{number}}</span></button></p></form>{{/add}}
</section>
{{/item}}
</div>
