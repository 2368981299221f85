{{%AUTOESCAPE context="HTML"}}<div class="notice warn"><h2>条項の一覧と結び付かなかったもの</h2>
<p>番号が点検の条項の一覧にないもの、または原文に見当たらないものです。原文はそのまま保存します。</p>
<ul>{{#unknown}}<li>原文の <strong>{{key}} {{clause_title}}</strong>：一覧にない番号です（設問と結び付きません）</li>{{/unknown}}{{#missing}}<li>一覧の <strong>{{key}} {{clause_title}}</strong>：原文に見当たりません</li>{{/missing}}</ul></div>
