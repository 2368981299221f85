{{%AUTOESCAPE context="HTML"}}<div class="report">
{{#section}}
<div class="report-section">
{{#heading_2}}<h2>{{text}}</h2>{{/heading_2}}{{#heading_3}}<h3>{{text}}</h3>{{/heading_3}}
{{#paragraph}}<p>{{text}}</p>
{{/paragraph}}
{{#chart}}<figure class="report-chart" tabindex="0" role="region" aria-label="{{label}}">{{svg:none}}</figure>
{{/chart}}
{{#table}}<div class="report-table scroll" tabindex="0" role="region" aria-label="{{label}}"><table><caption>{{caption}}</caption>
<thead><tr>{{#column}}<th scope="col" class="{{align}}">{{title}}</th>{{/column}}</tr></thead>
<tbody>
{{#row}}<tr>{{#cell}}{{#heads}}<th scope="row" class="{{align}}">{{#linked}}<a href="{{link}}">{{text}}</a>{{/linked}}{{#plain}}{{text}}{{/plain}}</th>{{/heads}}{{#holds}}<td class="{{align}}">{{#linked}}<a href="{{link}}">{{text}}</a>{{/linked}}{{#plain}}{{text}}{{/plain}}</td>{{/holds}}{{/cell}}</tr>
{{/row}}
</tbody></table></div>
{{/table}}
{{#note}}<p class="report-note small">{{text}}</p>
{{/note}}
</div>
{{/section}}
</div>
