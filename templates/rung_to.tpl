{{%AUTOESCAPE context="HTML"}}{{#person}}本人{{/person}}{{#manager}}所属長{{/manager}}{{#head}}責任者（上位の部署の長）{{/head}}
