CREATE TABLE access_log_rule (
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  sure TEXT NOT NULL,
  PRIMARY KEY (name, from_day)
);

INSERT INTO access_log_rule (name, from_day, value, source, sure) VALUES
  ('answer-days', '2020-01-01', 7, 'A promise of the product: an answer within seven days. The law gives a month (GDPR art. 12 (3))', 'sure'),
  ('open-questions', '2020-01-01', 20, 'A choice of the product: a limit on everything, far above what one person asks', 'sure'),
  ('pattern-days', '2020-01-01', 7, 'A choice of the product: one week is looked at together', 'sure'),
  ('tally-kept-days', '2020-01-01', 30, 'A choice of the product: what is not worth a question after a month is not kept', 'unsure'),
  ('day-persons', '2020-01-01', 60, 'Not settled: more persons in one day than a shift meets. The municipality must say', 'unsure'),
  ('same-person', '2020-01-01', 20, 'Not settled: looks at one person with nothing written. The municipality must say', 'unsure'),
  ('outside-hours', '2020-01-01', 5, 'Not settled: looks at night; wards and rooms that are open at night will show', 'unsure'),
  ('denied-tries', '2020-01-01', 5, 'Not settled: tries that were denied', 'unsure'),
  ('night-from', '2020-01-01', 22, 'A choice of the product: from 22 in the evening', 'sure'),
  ('night-until', '2020-01-01', 6, 'A choice of the product: until 6 in the morning', 'sure');

CREATE TABLE access_log_question (
  person_id TEXT NOT NULL,
  question_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  account_id TEXT,
  words BLOB,
  asked_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  answered_at TEXT,
  answered_by TEXT,
  answer BLOB,
  read_at TEXT,
  PRIMARY KEY (person_id, question_id)
);
CREATE INDEX access_log_question_by_due ON access_log_question (due_at, question_id);
CREATE INDEX access_log_question_by_id ON access_log_question (question_id);

CREATE TABLE access_log_tally (
  account_id TEXT NOT NULL,
  day TEXT NOT NULL,
  number TEXT NOT NULL,
  looks INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  denied INTEGER NOT NULL,
  night INTEGER NOT NULL,
  PRIMARY KEY (account_id, day, number)
);
CREATE INDEX access_log_tally_by_day ON access_log_tally (day, account_id);

CREATE TABLE access_log_reading (
  name TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL
);

CREATE TABLE access_log_spoken (
  account_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  PRIMARY KEY (account_id, kind)
);
