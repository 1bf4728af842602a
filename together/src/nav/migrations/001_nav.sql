CREATE TABLE nav_matter (
  person_id TEXT NOT NULL,
  matter_id TEXT NOT NULL,
  organisation_id TEXT,
  area TEXT NOT NULL,
  words BLOB NOT NULL,
  status TEXT NOT NULL,
  applied_on TEXT,
  answer_by TEXT,
  answer BLOB,
  answered_on TEXT,
  made_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT,
  gone_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, matter_id)
);
CREATE INDEX nav_matter_by_answer ON nav_matter (organisation_id, answered_on, answer_by, matter_id);

CREATE TABLE nav_task (
  person_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  whose TEXT NOT NULL,
  area TEXT NOT NULL,
  words BLOB NOT NULL,
  due_on TEXT NOT NULL,
  made_by TEXT,
  made_at TEXT NOT NULL,
  done_at TEXT,
  ending TEXT,
  PRIMARY KEY (person_id, task_id)
);
CREATE INDEX nav_task_by_organisation ON nav_task (organisation_id, whose, done_at, due_on, task_id);

CREATE TABLE nav_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO nav_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('task-days', 'NO', '2020-01-01', 14,
  'A choice of the product: a task without a day of its own is due in two weeks, so that none lies for ever',
  'NAV must say what it can promise');
