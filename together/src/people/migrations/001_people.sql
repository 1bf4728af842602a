CREATE TABLE people_rule (
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  sure TEXT NOT NULL,
  PRIMARY KEY (name, from_day)
);

INSERT INTO people_rule (name, from_day, value, source, sure) VALUES
  ('closing-days', '2020-01-01', 30, 'The pattern of the national summary record (P-16): unavailable at once, deleted after 30 days, can be undone within them', 'sure'),
  ('link-undo-days', '2020-01-01', 30, 'A choice of the product: two records put together can be taken apart for as long as a closed account can be opened', 'sure'),
  ('link-code-minutes', '2020-01-01', 15, 'A choice of the product: long enough to sign out and in again on one screen', 'sure'),
  ('drop-in-days', '2020-01-01', 90, 'A choice of the product: a registration at the door lasts a season; GDPR art. 5(1)(e)', 'sure');

CREATE TABLE people_card (
  person_id TEXT NOT NULL PRIMARY KEY,
  about BLOB,
  place BLOB,
  living BLOB,
  letters BLOB,
  changed_at TEXT NOT NULL
);

CREATE TABLE people_alias (
  person_id TEXT NOT NULL,
  alias_id TEXT NOT NULL,
  name BLOB NOT NULL,
  PRIMARY KEY (person_id, alias_id)
);

CREATE TABLE people_drop_in (
  person_id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  number INTEGER,
  keep_until TEXT NOT NULL
);
CREATE INDEX people_drop_in_by_day ON people_drop_in (organisation_id, day);
CREATE INDEX people_drop_in_by_end ON people_drop_in (keep_until, person_id);

CREATE TABLE people_closing (
  person_id TEXT NOT NULL,
  closed_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  undone_at TEXT,
  PRIMARY KEY (person_id, closed_at)
);
CREATE INDEX people_closing_by_due ON people_closing (undone_at, due_at);

CREATE TABLE people_protection (
  person_id TEXT NOT NULL,
  protection_id TEXT NOT NULL,
  ground TEXT NOT NULL,
  account_id TEXT,
  set_at TEXT NOT NULL,
  lifted_at TEXT,
  lifted_by TEXT,
  PRIMARY KEY (person_id, protection_id)
);
