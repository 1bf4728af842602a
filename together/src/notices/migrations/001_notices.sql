-- One owner a row: the person (then account_id is empty) or an employee (then person_id is empty).
CREATE TABLE notices_way (
  person_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  address BLOB NOT NULL,
  code_hash BLOB,
  code_until TEXT,
  verified_at TEXT,
  refused_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, account_id, channel)
);
CREATE INDEX notices_way_by_account ON notices_way (account_id, channel);

CREATE TABLE notices_choice (
  person_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  switched_off TEXT NOT NULL,
  quiet_from INTEGER NOT NULL,
  quiet_until INTEGER NOT NULL,
  language TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, account_id)
);

-- A notice holds no word: only for whom, where to, and how far it came.
CREATE TABLE notices_outbox (
  person_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  notice_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  made_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  held_until TEXT,
  tries INTEGER NOT NULL,
  refused_since TEXT,
  done_at TEXT,
  ended TEXT,
  PRIMARY KEY (person_id, account_id, notice_id)
);
CREATE UNIQUE INDEX notices_outbox_by_id ON notices_outbox (notice_id);
CREATE INDEX notices_outbox_by_due ON notices_outbox (channel, done_at, due_at);

-- Which event went into which notice: the key lets one event make one notice a channel and no more.
CREATE TABLE notices_heard (
  person_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  event_id TEXT NOT NULL,
  notice_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, account_id, channel, event_id)
);
CREATE INDEX notices_heard_by_time ON notices_heard (at);

CREATE TABLE notices_feed (
  person_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  feed_hash BLOB NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (person_id, account_id)
);
CREATE UNIQUE INDEX notices_feed_by_hash ON notices_feed (feed_hash);

CREATE TABLE notices_rule (
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (name, from_day)
);

INSERT INTO notices_rule (name, from_day, value, source) VALUES
  ('fold-minutes', '2020-01-01', 30, 'A choice of the product: what happens close together is one notice (ux.md 2.13)'),
  ('quiet-from', '2020-01-01', 21, 'ux.md 6.7: none between 21 and 8 unless the person says otherwise'),
  ('quiet-until', '2020-01-01', 8, 'ux.md 6.7'),
  ('code-minutes', '2020-01-01', 15, 'A choice of the product: long enough for a slow line, short enough to be guessed at in vain'),
  ('codes-an-hour', '2020-01-01', 5, 'A choice of the product: nobody is flooded with codes'),
  ('refused-hours', '2020-01-01', 24, 'A choice of the product: a no that lasts a day is about the address'),
  ('kept-days', '2020-01-01', 30, 'GDPR art. 5 (1) e: who was told when is of no use longer than that');
