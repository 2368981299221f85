{{%AUTOESCAPE context="HTML"}}<h1>所属の状況</h1>
<p><strong>{{section_name}}</strong>　{{cycle_title}}</p>
<dl class="facts"><dt>締切</dt><dd>{{due}}{{#open}}{{#days_left}}　あと{{days}}日{{/days_left}}{{#due_today}}　本日まで{{/due_today}}{{#overdue}}　<span class="bad-text">期限を過ぎています</span>{{/overdue}}{{/open}}{{#closed}}　受付は終了しました{{/closed}}</dd></dl>
<p class="small">ここで分かるのは、提出したかどうかと所属の集計だけです。一人ひとりの回答は、所属長にも表示しません。</p>
{{#set}}
<section class="card"><h2>{{set_title}}</h2>
<p>{{asked}}件のうち <strong>{{done}}件</strong>が提出済み（残り{{left}}件）</p>
<p><progress value="{{done}}" max="{{asked}}" aria-label="{{set_title}}の提出の進み具合">{{done}}／{{asked}}</progress></p>
<details{{#open}} open{{/open}}><summary>だれが提出したか</summary>
<table><caption>{{set_title}}の提出の状況</caption>
<thead><tr><th scope="col">氏名</th><th scope="col">職員種別</th><th scope="col">状態と日時</th></tr></thead>
<tbody>{{#person}}<tr><th scope="row">{{person_name}}</th><td>{{person_kind}}</td><td>{{#fresh}}<span class="tag todo">未着手</span>{{/fresh}}{{#draft}}<span class="tag draft">一時保存</span>{{/draft}}{{#submitted}}<span class="tag done">提出</span>{{/submitted}}{{#late}} <span class="tag late">期限後</span>{{/late}}<br><span class="small">{{at}}</span></td></tr>
{{/person}}</tbody></table></details></section>
{{/set}}
<p><a class="button second" href="/section/na?cycle={{cycle_id}}">該当なしの判断</a></p>
{{>report}}
{{>export}}
