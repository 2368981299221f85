{{%AUTOESCAPE context="HTML"}}<details class="small"><summary>目盛りの意味</summary>
<div class="scroll" tabindex="0" role="region" aria-label="起こりやすさと損失の目盛り"><table><caption>起こりやすさと損失の目盛り</caption><thead><tr><th scope="col" class="number">段階</th><th scope="col">起こりやすさ</th><th scope="col">損失</th></tr></thead><tbody>{{#step}}<tr><th scope="row" class="number">{{number}}</th><td>{{likelihood_word}}</td><td>{{loss_word}}</td></tr>
{{/step}}</tbody></table></div>
<p>値＝起こりやすさ×損失。1〜4は{{low}}、5〜9は{{middle}}、10〜15は{{high}}、16〜25は{{extreme}}。</p></details>
