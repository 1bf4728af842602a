CREATE TABLE messages_thread (
  person_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  area TEXT NOT NULL,
  subject BLOB NOT NULL,
  started_by TEXT,
  at TEXT NOT NULL,
  last_number INTEGER NOT NULL,
  last_at TEXT NOT NULL,
  PRIMARY KEY (person_id, thread_id)
);
CREATE INDEX messages_thread_by_time ON messages_thread (person_id, last_at, thread_id);

CREATE TABLE messages_member (
  person_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  member TEXT NOT NULL,
  account_id TEXT,
  organisation_id TEXT,
  name BLOB NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, thread_id, member)
);
CREATE INDEX messages_member_by_account ON messages_member (account_id);
CREATE INDEX messages_member_by_organisation ON messages_member (organisation_id);

CREATE TABLE messages_message (
  person_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  account_id TEXT,
  name BLOB,
  kind TEXT NOT NULL,
  words BLOB,
  at TEXT NOT NULL,
  taken_back_at TEXT,
  PRIMARY KEY (person_id, thread_id, number)
);

CREATE TABLE messages_read (
  person_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  reader TEXT NOT NULL,
  seen_to INTEGER NOT NULL,
  organisation_id TEXT,
  name BLOB,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, thread_id, reader, seen_to)
);

CREATE TABLE messages_attempt (
  person_id TEXT NOT NULL,
  attempt_id TEXT NOT NULL,
  thread_id TEXT,
  organisation_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  name BLOB NOT NULL,
  way TEXT NOT NULL,
  why TEXT NOT NULL,
  tried_at TEXT NOT NULL,
  at TEXT NOT NULL,
  seen_at TEXT,
  PRIMARY KEY (person_id, attempt_id)
);
