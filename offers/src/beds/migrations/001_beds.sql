CREATE TABLE beds_unit (
  unit_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  target TEXT NOT NULL,
  phone TEXT NOT NULL,
  total INTEGER NOT NULL,
  free INTEGER NOT NULL,
  expected_free INTEGER,
  expected_at TEXT,
  confirmed_at TEXT,
  confirmed_by TEXT,
  without_referral_since TEXT,
  closed_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (unit_id)
);
CREATE INDEX beds_unit_by_name ON beds_unit (name, unit_id);
CREATE INDEX beds_unit_by_organisation ON beds_unit (organisation_id, name);

CREATE TABLE beds_day (
  unit_id TEXT NOT NULL,
  day TEXT NOT NULL,
  total INTEGER NOT NULL,
  free INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  PRIMARY KEY (unit_id, day)
);

CREATE TABLE beds_stay (
  person_id TEXT NOT NULL,
  stay_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  area TEXT NOT NULL,
  state TEXT NOT NULL,
  place INTEGER NOT NULL,
  turn_at TEXT NOT NULL,
  acute_at TEXT,
  next_step TEXT NOT NULL,
  words BLOB,
  asked_at TEXT NOT NULL,
  asked_by TEXT,
  asked_from TEXT,
  agreed TEXT NOT NULL,
  no_at TEXT,
  no_why TEXT,
  come_at TEXT,
  coming_at TEXT,
  begun_at TEXT,
  leaving_on TEXT,
  over_at TEXT,
  ended_how TEXT,
  acted_by TEXT,
  handover_id TEXT,
  handover TEXT NOT NULL,
  gap_id TEXT,
  relation_id TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, stay_id)
);
CREATE INDEX beds_stay_by_list ON beds_stay (organisation_id, state, place, turn_at, stay_id);
CREATE INDEX beds_stay_by_id ON beds_stay (stay_id);

CREATE TABLE beds_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO beds_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('ageing-minutes', 'NO', '2020-01-01', 240,
  'A proposal of the product: half a shift', 'The wards must set the time together with those who ask them'),
  ('grey-minutes', 'NO', '2020-01-01', 720,
  'A proposal of the product: a shift and a half, so that a number confirmed in the evening holds until the morning round',
  'The wards must set the time together with those who ask them'),
  ('come-days', 'NO', '2020-01-01', 30,
  'A choice of the product: a place is held for a time one can foresee', NULL),
  ('asking-days', 'NO', '2020-01-01', 60,
  'A choice of the product: how long a ward that was asked may know who it is about before somebody asks again',
  'A lawyer must say how long a question to a ward may stand'),
  ('following-days', 'NO', '2020-01-01', 30,
  'A choice of the product: whoever is discharged has the ward to call until the next service has met them (R-18)',
  'A lawyer must say how long a ward may know whom it has discharged'),
  ('figures-days', 'NO', '2020-01-01', 14,
  'A choice of the product: how far back the figures of a unit are shown', NULL);
