{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/admin">事務局</a></p>
<h1>職員名簿の取込み</h1>
{{#done_applied}}<div class="notice good" role="status"><p>名簿を取り込みました。部署の業務（フラグ）は<a href="/admin/departments">部署</a>で確かめてください。</p></div>{{/done_applied}}
{{#expired}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>確認してから時間がたったか、別の名簿を確認したため、取り込んでいません。もう一度ファイルを選んでください。</p></div>{{/expired}}
{{#no_file}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>ファイルが選ばれていません。<a href="#roster">ファイルを選んで</a>ください。</p></div>{{/no_file}}
{{#bad_day}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><p>適用日が正しい日付ではないため、何も取り込んでいません。<a href="#on">適用日を直して</a>ください。</p></div>{{/bad_day}}
{{#faults}}<div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>取り込めません（{{fault_count}}件の誤り）</h2><p>{{filename}} は何も取り込んでいません。次の行を直して、もう一度選んでください。</p></div>
<div class="scroll" tabindex="0" role="region" aria-label="誤りの一覧"><table><caption>誤りの一覧</caption><thead><tr><th scope="col" class="number">行</th><th scope="col">内容</th></tr></thead>
<tbody>{{#fault}}<tr><td class="number">{{#at_line}}{{line}}{{/at_line}}</td><td>{{text}}</td></tr>
{{/fault}}</tbody></table></div>{{/faults}}
{{#dry_run}}
<div class="notice" role="status"><h2>まだ取り込んでいません。内容を確かめてください</h2>
<p>{{filename}}（{{charset}}、{{row_count}}人、適用日 {{on_words}}）：追加 <strong>{{new_count}}人</strong>、変更 <strong>{{changed_count}}人</strong>、退職など <strong>{{gone_count}}人</strong></p></div>
{{#no_difference}}<p>適用日の名簿と違いはありません。取込みは不要です。</p>{{/no_difference}}
{{#differences}}
<form method="post" action="/admin/roster/apply" class="actions"><input type="hidden" name="form_key" value="{{form_key}}"><input type="hidden" name="digest" value="{{digest}}"><input type="hidden" name="people" value="{{people}}"><input type="hidden" name="on" value="{{on}}"><button>この内容で取り込む</button><a class="button second" href="/admin/roster">やめる</a></form>
{{#departments}}<h2>部署の変わるところ</h2>
<p>追加 <strong>{{begin_count}}部署</strong>、名称の変更 <strong>{{renamed_count}}部署</strong>、廃止 <strong>{{end_count}}部署</strong></p>
{{#reorganised}}<div class="notice warn"><p>なくなる部署と新しい部署があります。分割・統合のときは、取り込む前に<a href="/admin/departments">部署</a>の画面で「分割する」「統合する」を行うと、前年度との比較と台帳の所管が引き継がれます。取り込んだ後でも、新しい部署の画面の「前身を記録する」で引き継げます。</p></div>{{/reorganised}}
<div class="scroll" tabindex="0" role="region" aria-label="部署の変わるところ"><table><caption>部署の変わるところ</caption><thead><tr><th scope="col">区分</th><th scope="col">所属コード</th><th scope="col">部署</th><th scope="col">内容</th></tr></thead>
<tbody>{{#changing}}<tr><td>{{#begins}}<span class="tag done">追加</span>{{/begins}}{{#renamed}}<span class="tag draft">名称の変更</span>{{/renamed}}{{#returns}}<span class="tag draft">復活</span>{{/returns}}{{#ends}}<span class="tag late">廃止</span>{{/ends}}</td><td>{{key}}</td><th scope="row">{{name}}</th><td>{{#begins}}年度の初日から{{/begins}}{{#renamed}}{{was}} → {{name}}{{/renamed}}{{#returns}}廃止した部署が、また使われます{{/returns}}{{#ends}}職員がいなくなるため、適用日の前日で終わります{{/ends}}</td></tr>
{{/changing}}</tbody></table></div>
<h2>職員の変わるところ</h2>{{/departments}}
{{#more}}<p class="small">先頭の{{shown}}人だけを表示しています。</p>{{/more}}
<div class="scroll" tabindex="0" role="region" aria-label="名簿の違い"><table><caption>適用日の名簿との違い</caption><thead><tr><th scope="col">区分</th><th scope="col">職員番号</th><th scope="col">氏名</th><th scope="col">所属</th><th scope="col">変わるところ</th></tr></thead>
<tbody>{{#difference}}<tr><td>{{#new}}<span class="tag done">追加</span>{{/new}}{{#changed}}<span class="tag draft">変更</span>{{/changed}}{{#gone}}<span class="tag late">退職など</span>{{/gone}}</td><td>{{staff_number}}</td><th scope="row">{{name}}</th><td>{{department}}</td><td>{{#changed}}{{#field}}<span class="change">{{title}}：{{#was_none}}（なし）{{/was_none}}{{was}} → {{#is_none}}（なし）{{/is_none}}{{is}}</span><br>{{/field}}{{/changed}}{{#gone}}適用日の前日で所属を終え、サインインできなくなります（記録は残ります）{{/gone}}</td></tr>
{{/difference}}</tbody></table></div>
{{/differences}}
{{/dry_run}}
<form method="post" action="/admin/roster" enctype="multipart/form-data" class="card narrow"><h2>ファイルを選ぶ</h2>
<input type="hidden" name="form_key" value="{{form_key}}">
<div class="field"><label for="roster">職員名簿（CSV または Excel の .xlsx）</label><p class="help" id="roster-h">CSVの文字コードは UTF-8 でも、Excel の「CSV」（CP932）でもかまいません。.xlsx は最初のシートを読みます。</p><input type="file" id="roster" name="roster" accept=".csv,.xlsx,text/csv" aria-describedby="roster-h"></div>
<div class="field"><label for="on">適用日</label><p class="help" id="on-h">名簿の内容がいつからのものか。異動する人の前の所属は、この日の前日で終わります。過去の日（基準日など）も選べます。先の日は選べません。</p><input type="date" id="on" name="on" value="{{on}}" aria-describedby="on-h"{{#bad_day}} aria-invalid="true"{{/bad_day}}></div>
<p class="actions"><button>違いを確かめる</button></p></form>
<p class="actions"><a class="button second" href="/admin/roster/file?as=xlsx">今日の名簿をExcelで取り出す</a><a class="button second" href="/admin/roster/file?as=csv">CSVで取り出す</a></p>
<p class="small">取り出したファイルを直して、そのまま取り込めます。職員番号が0で始まるときは、Excelの形を使ってください（CSVをExcelで開くと、先頭の0が消えます）。</p>
<details><summary>ファイルの書き方</summary>
<p>1行目は列の名前です。順番は自由です。職員番号、氏名、所属コード、所属名のほかの列はなくてもかまいません。<strong>列がないときは、登録されている内容のまま</strong>です。列があって欄が空のときは、空にします。</p>
<p>実施中の回の回答は、基準日の所属のまま動きません。</p>
<div class="scroll" tabindex="0" role="region" aria-label="名簿の列"><table><caption>名簿の列</caption><thead><tr><th scope="col">列の名前</th><th scope="col">内容</th></tr></thead><tbody>
<tr><th scope="row">職員番号</th><td>一人ひとり異なる番号。同じ番号の人は同じ人として扱います</td></tr>
<tr><th scope="row">氏名</th><td>「髙」「﨑」などの字形はそのまま残ります</td></tr>
<tr><th scope="row">フリガナ</th><td>空でもかまいません</td></tr>
<tr><th scope="row">職員種別</th><td>正規、再任用、会計年度任用、派遣 など、団体の呼び方のまま</td></tr>
<tr><th scope="row">所属コード、所属名</th><td>新しい所属コードがあれば、部署を追加します</td></tr>
<tr><th scope="row">サインイン名</th><td>空のときは職員番号を使います</td></tr>
<tr><th scope="row">権限</th><td>空のときは職員。manager（所属長）、auditor（監査人）、lead（監査責任者）、management（管理者層）、admin（事務局）。所属長、監査人、監査責任者、管理者層、事務局と書くこともできます</td></tr>
<tr><th scope="row">メール</th><td>催促を送る宛先</td></tr>
<tr><th scope="row">職名</th><td>課長、主任主事 など</td></tr>
<tr><th scope="row">兼務</th><td>兼務する部署の所属コード。いくつもあるときは空白で区切ります</td></tr>
<tr><th scope="row">採用日、退職日</th><td>2026-04-01 または 2026/4/1。退職日は最後の日です</td></tr>
<tr><th scope="row">休職開始日、休職終了日、休職事由</th><td>休職、育休、長期派遣など。終わる日が決まっていないときは空にします</td></tr>
</tbody></table></div></details>
