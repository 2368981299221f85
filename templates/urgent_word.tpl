{{%AUTOESCAPE context="HTML"}}{{#illegal}}法令違反の疑い{{/illegal}}{{#urgent}}緊急に対処を要すること{{/urgent}}{{#outside}}監査の対象外の重大なこと{{/outside}}
