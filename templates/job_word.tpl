{{%AUTOESCAPE context="HTML"}}{{#documents}}全部署の報告書{{/documents}}{{#roster}}名簿の取込み{{/roster}}{{#remind}}督促の送信{{/remind}}{{#disposal}}記録の廃棄{{/disposal}}{{#archive}}保存ファイルの書出し{{/archive}}
