{{%AUTOESCAPE context="HTML"}}{{#person}}本人{{/person}}{{#owner}}改善の担当者{{/owner}}{{#manager}}所属長{{/manager}}{{#head}}責任者（上位の部署の長）{{/head}}{{#lead}}監査責任者{{/lead}}{{#management}}管理者層{{/management}}
