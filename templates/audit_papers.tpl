{{%AUTOESCAPE context="HTML"}}<ul>{{#paper}}<li><a href="{{link}}">{{paper_title}}{{#auditee}}（被監査部署用）{{/auditee}}{{#public}}（概要版）{{/public}}</a>{{#draft}}　<span class="tag">案</span>{{/draft}}{{#settled}}　<span class="tag">確定</span>{{/settled}}{{#unissued}}　<span class="tag todo">未発行</span>{{/unissued}}</li>
{{/paper}}</ul>
