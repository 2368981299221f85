{{%AUTOESCAPE context="HTML"}}<div class="report">
{{#section}}
<div class="report-section{{#half}} half{{/half}}">
{{#heading_2}}<h2>{{text}}</h2>{{/heading_2}}{{#heading_3}}<h3>{{text}}</h3>{{/heading_3}}
{{#paragraph}}<p>{{text}}</p>
{{/paragraph}}
{{#chart}}<figure class="report-chart" tabindex="0" role="region" aria-label="{{label}}">{{svg:none}}</figure>
{{/chart}}
{{#table}}<div class="report-table scroll" tabindex="0" role="region" aria-label="{{label}}"><table><caption{{#named}} class="hidden-visually"{{/named}}>{{caption}}</caption>
{{#titled}}<thead><tr>{{#column}}<th scope="col" class="{{align}}">{{title}}</th>{{/column}}</tr></thead>{{/titled}}
<tbody>
{{#row}}<tr>{{#cell}}{{#heads}}<th scope="row" class="{{align}}">{{#linked}}<a href="{{link}}">{{text}}</a>{{/linked}}{{#plain}}{{text}}{{/plain}}</th>{{/heads}}{{#holds}}<td{{#classed}} class="{{align}}{{#strong}} strong{{/strong}}"{{/classed}}>{{#linked}}<a href="{{link}}">{{text}}</a>{{/linked}}{{#plain}}{{text}}{{/plain}}</td>{{/holds}}{{/cell}}</tr>
{{/row}}
</tbody></table></div>
{{/table}}
{{#pager}}<nav class="pager" aria-label="{{label}}"><span>{{first}}～{{last}}番目の部署（全{{all}}部署）</span>{{#before}}<a class="button second" href="{{link}}">前の部署</a>{{/before}}{{#after}}<a class="button second" href="{{link}}">次の部署</a>{{/after}}</nav>
{{/pager}}{{#note}}<p class="report-note small">{{text}}</p>
{{/note}}
</div>
{{/section}}
</div>
