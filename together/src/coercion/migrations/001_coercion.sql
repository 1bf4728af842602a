CREATE TABLE coercion_decision (
  person_id TEXT NOT NULL,
  decision_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  holder TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  body BLOB NOT NULL,
  told BLOB NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  review_on TEXT NOT NULL,
  state TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  ended_at TEXT,
  review_reminded_at TEXT,
  end_reminded_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, decision_id)
);
CREATE INDEX coercion_decision_by_organisation ON coercion_decision (organisation_id, state, until_on, decision_id);
CREATE INDEX coercion_decision_by_end ON coercion_decision (state, until_on);

CREATE TABLE coercion_step (
  person_id TEXT NOT NULL,
  decision_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  words BLOB,
  account_id TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, decision_id, number)
);

CREATE TABLE coercion_paragraph (
  paragraph TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  place INTEGER NOT NULL,
  longest INTEGER,
  unit TEXT,
  certainty TEXT NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (paragraph, jurisdiction, valid_from)
);

INSERT INTO coercion_paragraph (paragraph, jurisdiction, valid_from, place, longest, unit, certainty, source, to_be_checked) VALUES
  ('hol-10-2', 'NO', '2012-01-01', 1, 3, 'months', 'unsure',
  'Helse- og omsorgstjenesteloven § 10-2; up to three months was read in the text of the act before it',
  'A lawyer must confirm the longest time in the act that holds today'),
  ('hol-10-3', 'NO', '2012-01-01', 2, NULL, NULL, 'unsure',
  'Helse- og omsorgstjenesteloven § 10-3: pregnant, and the whole pregnancy is possible',
  'A lawyer must confirm how the end is set, and how often it is looked at again'),
  ('hol-10-4', 'NO', '2012-01-01', 3, 3, 'weeks', 'unsure',
  'Helse- og omsorgstjenesteloven § 10-4: held back on consent given beforehand; three weeks is professional knowledge, not read',
  'A lawyer must confirm the longest time, and what counts as consent');

CREATE TABLE coercion_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO coercion_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('remind-days', 'NO', '2020-01-01', 7,
  'A choice of the product: a week before it is looked at again, and a week before it ends', NULL);
