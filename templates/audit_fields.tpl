{{%AUTOESCAPE context="HTML"}}{{#fresh}}<fieldset><legend>監査の種類</legend><label class="check"><input type="radio" name="kind" value="planned" {{planned_checked}}><span>計画監査</span></label> <label class="check"><input type="radio" name="kind" value="ordered" {{ordered_checked}}><span>特命監査（命令による臨時の監査）</span></label></fieldset>{{/fresh}}
{{#whole}}{{#order}}<div class="field"><label for="ordered_by">命じた人（特命監査のとき）</label><input type="text" id="ordered_by" name="ordered_by" value="{{ordered_by_typed}}" maxlength="100" autocomplete="off"></div>
<div class="field"><label for="order_reason">命じた理由（特命監査のとき）</label><textarea id="order_reason" name="order_reason" rows="2">{{order_reason_typed:p}}</textarea></div>{{/order}}
<div class="field"><label for="title">件名</label><input type="text" id="title" name="title" value="{{title_typed}}" maxlength="100" required></div>
<div class="field"><label for="department">被監査部署（所属コード）</label><input type="text" id="department" name="department" value="{{department_typed}}" list="departments" autocomplete="off" required><datalist id="departments">{{#department_choice}}<option value="{{value}}">{{choice_name}}</option>{{/department_choice}}</datalist></div>
<div class="field"><label for="system">対象のシステム（台帳の管理番号。部署全体のときは空）</label><input type="text" id="system" name="system" value="{{system_typed}}" list="systems" autocomplete="off"><datalist id="systems">{{#system_choice}}<option value="{{value}}">{{choice_name}}</option>{{/system_choice}}</datalist></div>
<div class="field"><label for="purpose">目的</label><textarea id="purpose" name="purpose" rows="3" required>{{purpose_typed:p}}</textarea></div>
<div class="field"><label for="theme">テーマ・重点</label><textarea id="theme" name="theme" rows="2">{{theme_typed:p}}</textarea></div>
<div class="field"><label for="depth">監査項目</label><select id="depth" name="depth"><option value="all" {{all_selected}}>全項目</option><option value="key" {{key_selected}}>重点のみ</option></select></div>
<div class="field"><label for="covers_from">対象期間の初日</label><input type="date" id="covers_from" name="covers_from" value="{{covers_from_typed}}"></div>
<div class="field"><label for="covers_to">対象期間の末日</label><input type="date" id="covers_to" name="covers_to" value="{{covers_to_typed}}"></div>
<div class="field"><label for="excluded">除外範囲</label><textarea id="excluded" name="excluded" rows="2">{{excluded_typed:p}}</textarea></div>{{/whole}}
<div class="field"><label for="begins_day">実施の初日</label><input type="date" id="begins_day" name="begins_day" value="{{begins_day_typed}}"></div>
<div class="field"><label for="ends_day">実施の末日</label><input type="date" id="ends_day" name="ends_day" value="{{ends_day_typed}}"></div>
<div class="field"><label for="place">場所</label><input type="text" id="place" name="place" value="{{place_typed}}" maxlength="100" autocomplete="off"></div>
