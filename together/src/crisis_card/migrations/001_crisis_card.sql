CREATE TABLE crisis_card_card (
  person_id TEXT NOT NULL,
  looked_at TEXT NOT NULL,
  PRIMARY KEY (person_id)
);

CREATE TABLE crisis_card_entry (
  person_id TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  zone TEXT NOT NULL,
  slot TEXT NOT NULL,
  words BLOB NOT NULL,
  phone BLOB,
  shown_at TEXT,
  gone_at TEXT,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, entry_id)
);

CREATE TABLE crisis_card_version (
  person_id TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  change_id TEXT NOT NULL,
  what TEXT NOT NULL,
  words BLOB NOT NULL,
  phone BLOB,
  shown_at TEXT,
  gone_at TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, entry_id, number)
);
CREATE INDEX crisis_card_version_by_time ON crisis_card_version (person_id, at, entry_id);

CREATE TABLE crisis_card_follow_up (
  person_id TEXT NOT NULL,
  follow_up_id TEXT NOT NULL,
  cause TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  begun_by TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  holder TEXT NOT NULL,
  offered_to TEXT,
  tried_at TEXT,
  done_at TEXT,
  outcome TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, follow_up_id)
);
CREATE INDEX crisis_card_follow_up_by_organisation ON crisis_card_follow_up (organisation_id, done_at, due_at);

CREATE TABLE crisis_card_hand_over (
  person_id TEXT NOT NULL,
  follow_up_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, follow_up_id, number)
);

CREATE TABLE crisis_card_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO crisis_card_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('look-again-days', 'NO', '2020-01-01', 90,
  'A choice of the product: the person is asked four times a year whether the card still fits', NULL),
  ('undo-minutes', 'NO', '2020-01-01', 60,
  'A choice of the product: at least ten minutes, so that what was done in a bad hour is easy to take back', NULL),
  ('concern-hours', 'NO', '2020-01-01', 24,
  'A proposal of the product: R-14 asks for a follow-up after a suicide-risk flag and names no time',
  'A clinician who answers for suicide prevention must set the time'),
  ('overdose-hours', 'NO', '2020-01-01', 48,
  'A proposal of the product: R-14 asks for a follow-up after a non-fatal overdose and names no time',
  'A clinician who answers for the overdose strategy must set the time');
