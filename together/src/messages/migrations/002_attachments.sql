CREATE TABLE messages_rule (
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (name, from_day)
);

INSERT INTO messages_rule (name, from_day, value, source) VALUES
  ('file-megabytes', '2020-01-01', 5, 'A choice of the product: a photo or a letter, on a slow line');

CREATE TABLE messages_file (
  person_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  file_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name BLOB NOT NULL,
  bytes INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, thread_id, number)
);
CREATE INDEX messages_file_by_id ON messages_file (person_id, file_id);

CREATE TABLE messages_chunk (
  person_id TEXT NOT NULL,
  file_id TEXT NOT NULL,
  chunk INTEGER NOT NULL,
  staged_at TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (person_id, file_id, chunk)
);
CREATE INDEX messages_chunk_by_time ON messages_chunk (chunk, staged_at);
