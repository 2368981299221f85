{{%AUTOESCAPE context="HTML"}}<p class="crumbs"><a href="/reports?cycle={{cycle_id}}">報告書</a></p>
<h1>{{recipe_title}}</h1>
<p>{{cycle_title}}</p>
{{#draft}}<div class="notice warn"><p>集計はまだ確定していません。</p></div>{{/draft}}
<div class="scroll" tabindex="0" role="region" aria-label="部署ごとの文書"><table><caption class="hidden-visually">部署ごとの文書</caption><thead><tr><th scope="col">対象</th><th scope="col">文書番号</th><th scope="col">版</th><th scope="col">日付</th><th scope="col">出力</th></tr></thead>
<tbody>{{>report_row}}</tbody></table></div>
