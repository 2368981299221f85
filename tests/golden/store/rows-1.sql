-- A small body as the first program left it: one closed year with one submission.
INSERT INTO department VALUES (1, '010', '総務課', 'internal', 1, 6, 17897, NULL);
INSERT INTO department VALUES (2, '020', '工務課', 'internal', 2, 0, 17897, 20453);
INSERT INTO person VALUES (1, '001', '山田　太郎', 'ヤマダ　タロウ', '正規', 1, 1);
INSERT INTO person VALUES (2, '002', '髙橋　花子', '', '会計年度任用', 2, 0);
INSERT INTO account VALUES (1, '001', 1, 17, NULL, 1, 1790000000);
INSERT INTO account VALUES (2, '002', 2, 1, NULL, 0, 1790000000);
INSERT INTO question_set VALUES (1, 'staff', '令和7年度版', '職員票', 'd1', 'key: staff', 1790000000);
INSERT INTO cycle VALUES (1, 2025, '令和7年度', 'closed', 20179, 20330, 20360, 1, 5, 900, 750, 600, 1790000000, 1792600000);
INSERT INTO cycle_set VALUES (1, 'staff', 1, 1);
INSERT INTO cycle_department VALUES (1, 1, '総務課', 'internal', 1, 6);
INSERT INTO cycle_department VALUES (1, 2, '工務課', 'internal', 2, 0);
INSERT INTO sheet VALUES (1, 1, 'staff', 1, 1, '山田　太郎', '正規', 1, NULL, NULL, '{"S611":"yes"}', 1790000100, 1790000100, 0);
INSERT INTO sheet VALUES (2, 1, 'staff', 2, 2, '髙橋　花子', '会計年度任用', 1, '{"S611":"no"}', 1790000200, NULL, NULL, NULL, 0);
INSERT INTO receipt VALUES ('R07-000001-1', 1, 1790000100, 1, 'd2');
INSERT INTO tally (cycle_id, set_key, department_id, item, s0) VALUES (1, 'staff', 1, 'S611', 1);
INSERT INTO progress VALUES (1, 'staff', 1, 1, 0, 1, 0);
INSERT INTO progress VALUES (1, 'staff', 2, 1, 1, 0, 0);
INSERT INTO event VALUES (1, 1774720800, NULL, 'roster_imported', 'roster.csv', '2');
