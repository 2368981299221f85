{{%AUTOESCAPE context="HTML"}}<h1>証跡</h1>
<p>{{cycle_title}}　回答に添えられたファイルです。開くと、だれがいつ見たかが記録に残ります。</p>
<form method="get" action="/evidence" class="filter"><label for="cycle">実施回</label><select id="cycle" name="cycle">{{#cycle_choice}}<option value="{{value}}" {{selected}}>{{cycle_title}}</option>{{/cycle_choice}}</select>{{#sections}}<label for="department">部署</label><select id="department" name="department">{{#section_choice}}<option value="{{value}}" {{selected}}>{{name}}</option>{{/section_choice}}</select>{{/sections}}<button class="second">表示</button></form>
{{#none}}<div class="notice"><p>まだありません。</p></div>{{/none}}
{{#list}}<div class="scroll" tabindex="0" role="region" aria-label="証跡のファイル"><table><caption>証跡のファイル</caption>
<thead><tr><th scope="col">部署</th><th scope="col">点検票</th><th scope="col">対象</th><th scope="col">設問</th><th scope="col">ファイル</th><th scope="col">大きさ</th><th scope="col">機密性</th><th scope="col">添えた日時</th></tr></thead>
<tbody>{{#file}}<tr><td>{{department_name}}</td><td>{{set_title}}</td><td><a href="/sheets/{{sheet_id}}/evidence">{{unit_name}}{{#whole_body}}団体全体{{/whole_body}}<span class="hidden-visually">のファイル</span></a></td><td>{{item}}</td><th scope="row">{{#opens}}<a href="/sheets/{{sheet_id}}/evidence/{{file_id}}">{{name}}</a>{{/opens}}{{#closed}}<span class="muted">非公開（所属長には開けません）</span>{{/closed}}</th><td class="number">{{size}}</td><td>{{secrecy}}</td><td>{{added_at}}</td></tr>
{{/file}}</tbody></table></div>{{/list}}
<p class="actions">{{#earlier}}<a href="/evidence?cycle={{cycle_id}}&amp;department={{department_key:u}}&amp;page={{page}}">前の100件</a>{{/earlier}}{{#later}}<a href="/evidence?cycle={{cycle_id}}&amp;department={{department_key:u}}&amp;page={{page}}">次の100件</a>{{/later}}</p>
