{{%AUTOESCAPE context="HTML"}}{{#years}}{{number}}年{{/years}}{{#ever}}永年{{/ever}}{{#use}}常用{{/use}}
