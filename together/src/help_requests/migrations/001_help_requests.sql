CREATE TABLE help_requests_desk (
  organisation_id TEXT NOT NULL PRIMARY KEY,
  municipality TEXT NOT NULL,
  default_account_id TEXT NOT NULL,
  promise_minutes INTEGER NOT NULL,
  place TEXT
);

CREATE TABLE help_requests_hours (
  organisation_id TEXT NOT NULL,
  weekday INTEGER NOT NULL,
  opens_minute INTEGER NOT NULL,
  closes_minute INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, weekday, opens_minute)
);

CREATE TABLE help_requests_route (
  municipality TEXT NOT NULL,
  need TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  PRIMARY KEY (municipality, need)
);

CREATE TABLE help_requests_duty (
  organisation_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  PRIMARY KEY (organisation_id, account_id, from_at)
);

CREATE TABLE help_requests_request (
  person_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  need TEXT NOT NULL,
  words BLOB,
  way TEXT NOT NULL,
  phone BLOB,
  may_leave_word_at TEXT,
  place TEXT,
  state TEXT NOT NULL,
  holder_id TEXT NOT NULL,
  promised_from TEXT NOT NULL,
  promised_until TEXT NOT NULL,
  urgent_at TEXT,
  asked_at TEXT NOT NULL,
  closed_at TEXT,
  delete_at TEXT NOT NULL,
  relation_id TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, request_id)
);
CREATE UNIQUE INDEX help_requests_request_by_id ON help_requests_request (request_id);
CREATE INDEX help_requests_request_by_promise ON help_requests_request (organisation_id, state, promised_until, request_id);
CREATE INDEX help_requests_request_by_asking ON help_requests_request (organisation_id, asked_at, request_id);
CREATE INDEX help_requests_request_by_end ON help_requests_request (delete_at, person_id);

CREATE TABLE help_requests_holder (
  person_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  step INTEGER NOT NULL,
  organisation_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  by_account_id TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, request_id, step)
);

CREATE TABLE help_requests_line (
  person_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  step INTEGER NOT NULL,
  account_id TEXT,
  words BLOB,
  answers TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, request_id, step)
);

CREATE TABLE help_requests_code (
  person_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  code_hash BLOB NOT NULL,
  PRIMARY KEY (person_id, request_id)
);
CREATE UNIQUE INDEX help_requests_code_by_hash ON help_requests_code (code_hash);

CREATE TABLE help_requests_opened (
  person_id TEXT NOT NULL,
  session_hash BLOB NOT NULL,
  request_id TEXT NOT NULL,
  PRIMARY KEY (person_id, session_hash)
);
