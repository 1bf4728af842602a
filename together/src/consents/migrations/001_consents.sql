CREATE TABLE consents_rule (
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  sure TEXT NOT NULL,
  PRIMARY KEY (name, from_day)
);

INSERT INTO consents_rule (name, from_day, value, source, sure) VALUES
  ('short-days', '2020-01-01', 7, 'A choice of the product: one week', 'sure'),
  ('long-months', '2020-01-01', 6, 'A choice of the product: a share is asked about twice a year', 'sure'),
  ('longest-months', '2020-01-01', 12, 'A choice of the product: no share outlives a year without being asked about', 'sure'),
  ('remind-days', '2020-01-01', 14, 'A choice of the product: two weeks before the end', 'sure'),
  ('undo-days', '2020-01-01', 7, 'A choice of the product: a change made in a bad hour can be taken back for a week', 'sure'),
  ('emergency-hours', '2020-01-01', 4, 'Not settled: the pattern of the national summary record names no hours. A lawyer and a doctor must say', 'unsure'),
  ('review-working-days', '2020-01-01', 1, 'A choice of the product: reviewed within one working day', 'sure');

CREATE TABLE consents_change (
  person_id TEXT NOT NULL,
  change_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  areas INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  undoes TEXT,
  undone_at TEXT,
  confirmed_at TEXT,
  PRIMARY KEY (person_id, change_id)
);
CREATE INDEX consents_change_by_number ON consents_change (person_id, number);

CREATE TABLE consents_change_grant (
  person_id TEXT NOT NULL,
  change_id TEXT NOT NULL,
  grant_id TEXT NOT NULL,
  PRIMARY KEY (person_id, change_id, grant_id)
);
