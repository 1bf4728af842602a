-- Somebody who is to be erased: at once, or when the time to change their mind is over. The row is gone with the person.
CREATE TABLE erasure (
  person_id TEXT NOT NULL PRIMARY KEY,
  asked_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  begun_at TEXT
);
CREATE INDEX erasure_by_due ON erasure (due_at);

-- How long rows are kept, and what an erasure does with them. The newest row that has begun holds; an older one stays, so
-- that one can see later by which rule something went. A table without a row here goes with the person and not before.
--
-- at_erasure: delete = the rows go with the person; unreadable = they stay, and say about nobody once the key is gone;
-- keep = the law keeps them readable until they fall due, and the key stays as long as they do.
CREATE TABLE retention_rule (
  table_name TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  days INTEGER,
  from_column TEXT,
  at_erasure TEXT NOT NULL,
  why TEXT NOT NULL,
  source TEXT NOT NULL,
  sure TEXT NOT NULL,
  PRIMARY KEY (table_name, valid_from)
);

INSERT INTO retention_rule (table_name, valid_from, days, from_column, at_erasure, why, source, sure) VALUES
  ('audit_line', '2020-01-01', NULL, NULL, 'unreadable',
  'the log is never changed; whom a line is about and what was open are unreadable when the key is gone',
  'Pasientjournalforskriften § 14 and GDPR art. 5 (2): looks must be accounted for. How many years is not settled', 'unsure'),
  ('audit_checkpoint', '2020-01-01', NULL, NULL, 'unreadable',
  'the seals of the log; they hold no word about anyone',
  'As the log', 'unsure'),
  ('form_use', '2020-01-01', 2, 'used_at', 'delete',
  'a form can come back for a day; after that nobody asks what it came to',
  'A choice of the product (GDPR art. 5 (1) e)', 'sure'),
  ('guess', '2020-01-01', 30, 'opened_at', 'delete',
  'wrong tries count within a window far shorter than this',
  'A choice of the product (GDPR art. 5 (1) e)', 'sure'),
  ('session', '2020-01-01', 30, 'ends_at', 'delete',
  'the person can see for a month where they have been signed in',
  'A choice of the product (GDPR art. 5 (1) e)', 'sure'),
  ('one_time_link', '2020-01-01', 30, 'until_at', 'delete',
  'a link that has ended opens nothing',
  'A choice of the product (GDPR art. 5 (1) e)', 'sure'),
  ('fact', '2020-01-01', 90, 'at', 'delete',
  'a fact is done with when those who heard it have done their work',
  'A choice of the product (GDPR art. 5 (1) e)', 'sure'),
  ('job', '2020-01-01', 90, 'done_at', 'delete',
  'work that is done is kept only so that it is not lined up twice',
  'A choice of the product', 'sure'),
  ('access_grant', '2020-01-01', NULL, NULL, 'delete',
  'a consent must be provable as long as the person has a plan here',
  'GDPR art. 7 (1)', 'sure'),
  ('access_consent', '2020-01-01', NULL, NULL, 'delete',
  'a consent must be provable as long as the person has a plan here',
  'GDPR art. 7 (1)', 'sure'),
  ('access_relation', '2020-01-01', NULL, NULL, 'delete',
  'who has served the person explains who has looked',
  'Not settled: how long after the end a municipality must be able to show who served whom', 'unsure'),
  ('access_emergency', '2020-01-01', NULL, NULL, 'delete',
  'why somebody opened in an emergency, and how it was judged',
  'Not settled: whether a reviewed emergency must be kept when the person leaves. The log keeps that it happened', 'unsure'),
  ('help_requests_request', '2020-01-01', NULL, NULL, 'delete',
  'goes 30 days after it was closed, by the part that keeps it',
  'Not settled: whether the archive law makes a municipality keep a request for help (arkivlova)', 'unsure');
