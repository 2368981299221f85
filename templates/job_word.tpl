{{%AUTOESCAPE context="HTML"}}{{#roster}}名簿の取込み{{/roster}}{{#remind}}督促の送信{{/remind}}
