CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE organisation (
  organisation_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  phone TEXT NOT NULL,
  municipality TEXT NOT NULL
);

CREATE TABLE account (
  account_id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  phone TEXT NOT NULL,
  hpr_number TEXT,
  department TEXT,
  started_at TEXT NOT NULL,
  ended_at TEXT
);
CREATE INDEX account_by_organisation ON account (organisation_id, role);

CREATE TABLE person (
  person_id TEXT NOT NULL PRIMARY KEY,
  name BLOB,
  phone BLOB,
  birth_year INTEGER,
  language TEXT NOT NULL,
  closed_areas INTEGER NOT NULL,
  objected_at TEXT,
  protected_at TEXT,
  provisional_until TEXT,
  erased_at TEXT,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL
);

CREATE TABLE person_lookup (
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (person_id, kind, hash)
);
CREATE INDEX person_lookup_by_hash ON person_lookup (hash, kind);

CREATE TABLE access_grant (
  person_id TEXT NOT NULL,
  grant_id TEXT NOT NULL,
  account_id TEXT,
  organisation_id TEXT,
  receiver_name BLOB,
  areas INTEGER NOT NULL,
  why TEXT NOT NULL,
  text_version TEXT NOT NULL,
  language TEXT NOT NULL,
  form TEXT NOT NULL,
  given_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  ended_at TEXT,
  end_seen_at TEXT,
  reminded_at TEXT,
  PRIMARY KEY (person_id, grant_id)
);
CREATE INDEX access_grant_by_organisation ON access_grant (organisation_id, until_at);
CREATE INDEX access_grant_by_account ON access_grant (account_id, until_at);
CREATE INDEX access_grant_by_end ON access_grant (until_at, person_id);

CREATE TABLE access_relation (
  person_id TEXT NOT NULL,
  relation_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  account_id TEXT,
  kind TEXT NOT NULL,
  from_at TEXT NOT NULL,
  until_at TEXT,
  ended_at TEXT,
  PRIMARY KEY (person_id, relation_id)
);
CREATE INDEX access_relation_by_organisation ON access_relation (organisation_id, kind, from_at, person_id);
CREATE INDEX access_relation_by_account ON access_relation (account_id, from_at);

CREATE TABLE access_block (
  person_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  block_id TEXT NOT NULL,
  blocked_at TEXT NOT NULL,
  lifted_at TEXT,
  PRIMARY KEY (person_id, account_id, block_id)
);

CREATE TABLE access_emergency (
  person_id TEXT NOT NULL,
  emergency_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  reason BLOB NOT NULL,
  opened_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  review_due_at TEXT NOT NULL,
  seen_by_person_at TEXT,
  reviewed_at TEXT,
  reviewed_by TEXT,
  verdict TEXT,
  PRIMARY KEY (person_id, emergency_id)
);
CREATE INDEX access_emergency_by_review ON access_emergency (reviewed_at, review_due_at);

CREATE TABLE session (
  session_hash BLOB NOT NULL PRIMARY KEY,
  role TEXT NOT NULL,
  door TEXT NOT NULL,
  person_id TEXT,
  account_id TEXT,
  started_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  ended_at TEXT
);
CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_account ON session (account_id);

CREATE TABLE one_time_link (
  link_hash BLOB NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL,
  made_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  used_at TEXT
);

CREATE TABLE form_use (
  token_hash BLOB NOT NULL PRIMARY KEY,
  used_at TEXT NOT NULL,
  outcome BLOB NOT NULL
);
CREATE INDEX form_use_by_time ON form_use (used_at);

CREATE TABLE guess (
  what TEXT NOT NULL,
  key BLOB NOT NULL,
  opened_at TEXT NOT NULL,
  tries INTEGER NOT NULL,
  PRIMARY KEY (what, key)
);

CREATE TABLE audit_line (
  line_id TEXT NOT NULL PRIMARY KEY,
  event_id TEXT NOT NULL,
  at TEXT NOT NULL,
  node TEXT NOT NULL,
  role TEXT NOT NULL,
  account_id TEXT,
  organisation_id TEXT,
  act TEXT NOT NULL,
  part TEXT NOT NULL,
  purpose TEXT NOT NULL,
  outcome TEXT NOT NULL,
  subject TEXT,
  detail BLOB,
  leaf BLOB NOT NULL,
  position INTEGER
);
CREATE UNIQUE INDEX audit_line_by_position ON audit_line (position);
CREATE INDEX audit_line_by_subject ON audit_line (subject, at);

CREATE TABLE audit_checkpoint (
  size INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  frontier TEXT NOT NULL,
  root TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE lease (
  name TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  until_at TEXT NOT NULL
);

CREATE TABLE fact (
  fact_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  person_id TEXT,
  subject TEXT NOT NULL,
  at TEXT NOT NULL
);

CREATE TABLE job (
  job_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  fact_id TEXT,
  due_at TEXT NOT NULL,
  holder TEXT,
  held_until TEXT,
  attempts INTEGER NOT NULL,
  done_at TEXT
);
CREATE INDEX job_by_due ON job (done_at, due_at);
