CREATE TABLE feedback_ask (
  person_id TEXT NOT NULL,
  ask_id TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  PRIMARY KEY (person_id, ask_id)
);
CREATE INDEX feedback_ask_by_time ON feedback_ask (asked_at);

CREATE TABLE feedback_count (
  organisation_id TEXT NOT NULL,
  month TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, month, question, answer)
);

CREATE TABLE feedback_reply (
  organisation_id TEXT NOT NULL,
  month TEXT NOT NULL,
  said TEXT NOT NULL,
  did TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, month)
);
