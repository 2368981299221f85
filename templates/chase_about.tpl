{{%AUTOESCAPE context="HTML"}}{{#plan}}指摘：改善計画の提出{{/plan}}{{#measure}}指摘：改善の期限{{/measure}}{{#acceptance}}指摘：リスク受容の期限{{/acceptance}}{{#request}}資料依頼：提出の期限{{/request}}{{#urgent}}緊急報告{{/urgent}}
