CREATE TABLE complaints_letter (
  person_id TEXT NOT NULL,
  about_id TEXT NOT NULL,
  receiver_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  words BLOB NOT NULL,
  signed BLOB,
  sent_at TEXT NOT NULL,
  answer_by TEXT NOT NULL,
  answered_at TEXT,
  answered_by TEXT,
  answer BLOB,
  PRIMARY KEY (person_id)
);
CREATE INDEX complaints_letter_by_receiver ON complaints_letter (receiver_id, answered_at, answer_by);

CREATE TABLE complaints_mine (
  person_id TEXT NOT NULL,
  letter_id TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  PRIMARY KEY (person_id, letter_id)
);
CREATE INDEX complaints_mine_by_letter ON complaints_mine (letter_id);

CREATE TABLE complaints_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO complaints_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('answer-days', 'NO', '2020-01-01', 28,
  'Forvaltningsloven § 11 a: without undue delay, and an interim answer within a month where it takes longer',
  'A lawyer must confirm that the time holds for each kind of service, and under the act that replaces this one'),
  ('kept-days', 'NO', '2020-01-01', 365,
  'A choice of the product: a letter is kept for a year, so that it can be followed up and taken further',
  'A lawyer must say which letters the archive law keeps longer');

CREATE TABLE complaints_body (
  body TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  place INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (body, jurisdiction, valid_from)
);

INSERT INTO complaints_body (body, jurisdiction, valid_from, place, source, to_be_checked) VALUES
  ('ombud', 'NO', '2020-01-01', 1, 'Pasient- og brukerrettighetsloven kap. 8', 'Professional knowledge, not read again: scope and how to reach it'),
  ('governor', 'NO', '2020-01-01', 2, 'Pasient- og brukerrettighetsloven §§ 7-2 and 7-4; sosialtjenesteloven § 47', 'Professional knowledge, not read again: which complaints go there first'),
  ('data-authority', 'NO', '2020-01-01', 3, 'GDPR art. 77; personopplysningsloven § 20', 'Professional knowledge, not read again'),
  ('civil-ombud', 'NO', '2020-01-01', 4, 'Sivilombudsloven', 'Professional knowledge, not read again: only after other ways have been tried');
