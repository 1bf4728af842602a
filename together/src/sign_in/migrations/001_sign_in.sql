CREATE TABLE sign_in_secret (
  person_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  kept TEXT NOT NULL,
  chosen_at TEXT NOT NULL
);

CREATE TABLE sign_in_card (
  person_id TEXT NOT NULL,
  card_id TEXT NOT NULL,
  code_hash BLOB NOT NULL,
  made_at TEXT NOT NULL,
  voided_at TEXT,
  PRIMARY KEY (person_id, card_id)
);
CREATE UNIQUE INDEX sign_in_card_by_code ON sign_in_card (code_hash);

CREATE TABLE sign_in_case (
  person_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  started_at TEXT NOT NULL,
  tries INTEGER NOT NULL,
  proof TEXT,
  proven_at TEXT,
  done_at TEXT,
  PRIMARY KEY (person_id, case_id)
);
CREATE UNIQUE INDEX sign_in_case_by_id ON sign_in_case (case_id);
CREATE INDEX sign_in_case_by_organisation ON sign_in_case (organisation_id, started_at);

CREATE TABLE sign_in_vouch (
  person_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  reason BLOB,
  spoken_at TEXT NOT NULL,
  PRIMARY KEY (person_id, case_id, account_id)
);

CREATE TABLE sign_in_digits (
  person_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  digits_hash BLOB NOT NULL,
  proof TEXT NOT NULL,
  made_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  used_at TEXT,
  PRIMARY KEY (person_id, case_id)
);
CREATE INDEX sign_in_digits_by_hash ON sign_in_digits (digits_hash);
