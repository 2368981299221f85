-- A final year as the second program left it: one document, issued again once.
INSERT INTO cycle (id, year, title, state, base_day, opens_day, due_day, k) VALUES (7, 2025, '令和7年度', 'reported', 20179, 20330, 20360, 5);
INSERT INTO document VALUES (3, 7, 'self-check-body', 'staff', 0, 1, 1, 2025, 12, '総', '', 1792600000, '事務局');
INSERT INTO document VALUES (4, 7, 'self-check-body', 'staff', 0, 2, 1, 2025, 12, '総', '誤字の訂正', 1792700000, '事務局');
INSERT INTO document_file VALUES (3, 'pdf', 'd3', 5), (4, 'pdf', 'd4', 6);
INSERT INTO document_counter VALUES (2025, 12);
