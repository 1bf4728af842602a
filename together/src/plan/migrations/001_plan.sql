CREATE TABLE plan_plan (
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  started_at TEXT NOT NULL,
  period_from TEXT,
  period_until TEXT,
  revise_on TEXT,
  declined_at TEXT,
  completed_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id)
);

CREATE TABLE plan_goal (
  person_id TEXT NOT NULL,
  goal_id TEXT NOT NULL,
  area TEXT,
  words BLOB NOT NULL,
  origin TEXT NOT NULL,
  account_id TEXT,
  author BLOB,
  made_at TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT,
  retracted_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, goal_id)
);

CREATE TABLE plan_measure (
  person_id TEXT NOT NULL,
  measure_id TEXT NOT NULL,
  goal_id TEXT,
  area TEXT,
  words BLOB NOT NULL,
  origin TEXT NOT NULL,
  account_id TEXT,
  author BLOB,
  made_at TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT,
  retracted_at TEXT,
  version INTEGER NOT NULL,
  need TEXT NOT NULL,
  who_kind TEXT NOT NULL,
  who_id TEXT,
  who BLOB,
  due_on TEXT,
  due_words BLOB,
  status TEXT NOT NULL,
  PRIMARY KEY (person_id, measure_id)
);

CREATE TABLE plan_evaluation (
  person_id TEXT NOT NULL,
  evaluation_id TEXT NOT NULL,
  goal_id TEXT NOT NULL,
  achievement TEXT NOT NULL,
  words BLOB NOT NULL,
  account_id TEXT,
  author BLOB,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, evaluation_id)
);

CREATE TABLE plan_comment (
  person_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  words BLOB NOT NULL,
  account_id TEXT,
  author BLOB,
  at TEXT NOT NULL,
  retracted_at TEXT,
  PRIMARY KEY (person_id, comment_id)
);

CREATE TABLE plan_part (
  person_id TEXT NOT NULL,
  part TEXT NOT NULL,
  words BLOB NOT NULL,
  changed_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, part)
);

CREATE TABLE plan_revision (
  person_id TEXT NOT NULL,
  revision_id TEXT NOT NULL,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  line_id TEXT,
  area TEXT,
  words BLOB,
  account_id TEXT,
  author BLOB,
  PRIMARY KEY (person_id, revision_id)
);
CREATE INDEX plan_revision_by_time ON plan_revision (person_id, at, revision_id);

CREATE TABLE plan_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  setting TEXT NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO plan_rule (rule, jurisdiction, valid_from, setting, source, to_be_checked) VALUES
  ('individual-plan-parts',
  'NO',
  '2022-08-01',
  'needs participants coordinator contributions measures carrying-out period consent cooperation',
  'Forskrift om habilitering, rehabilitering, individuell plan og koordinator § 19 (forgjenger)',
  'Delene er lest av forgjengerens § 19. Nummer og ordlyd i den nye forskriften må sjekkes.');
