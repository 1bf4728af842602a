CREATE TABLE gaps_item (
  person_id TEXT NOT NULL,
  gap_id TEXT NOT NULL,
  cause TEXT NOT NULL,
  subject TEXT NOT NULL,
  owner TEXT NOT NULL,
  owner_organisation TEXT NOT NULL,
  ground TEXT NOT NULL,
  leader_organisation TEXT,
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  how TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, gap_id)
);
CREATE INDEX gaps_item_by_id ON gaps_item (gap_id);
CREATE INDEX gaps_item_by_owner ON gaps_item (owner, closed_at, opened_at, gap_id);
CREATE INDEX gaps_item_by_organisation ON gaps_item (owner_organisation, closed_at, opened_at, gap_id);
CREATE INDEX gaps_item_by_leader ON gaps_item (leader_organisation, closed_at, opened_at, gap_id);

CREATE TABLE gaps_step (
  person_id TEXT NOT NULL,
  step_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  words BLOB,
  accepted_at TEXT NOT NULL,
  lost_at TEXT,
  PRIMARY KEY (person_id, step_id)
);

CREATE TABLE gaps_event (
  person_id TEXT NOT NULL,
  gap_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  account_id TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, gap_id, number)
);

CREATE TABLE gaps_contact (
  person_id TEXT NOT NULL,
  last_at TEXT NOT NULL,
  look_at TEXT NOT NULL,
  PRIMARY KEY (person_id)
);
CREATE INDEX gaps_contact_by_look ON gaps_contact (look_at, person_id);

CREATE TABLE gaps_miss (
  person_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, subject)
);

CREATE TABLE gaps_quiet (
  organisation_id TEXT NOT NULL,
  from_at TEXT NOT NULL,
  days INTEGER NOT NULL,
  set_by TEXT NOT NULL,
  PRIMARY KEY (organisation_id, from_at)
);

CREATE TABLE gaps_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO gaps_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('silence-days', 'NO', '2020-01-01', 14,
  'A choice of the product (opening 17): nobody has been in touch for two weeks', 'Each service sets its own number'),
  ('step-days', 'NO', '2020-01-01', 14,
  'A choice of the product (R-18): a next step that was accepted so many days before an end counts for it', NULL),
  ('missed-times', 'NO', '2020-01-01', 3,
  'A choice of the product (R-18): a series that came to nothing', 'The services must agree on it'),
  ('missed-days', 'NO', '2020-01-01', 60,
  'A choice of the product (R-18): within so many days', 'The services must agree on it');
