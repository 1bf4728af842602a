CREATE TABLE passkeys_person (
  person_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  hash BLOB NOT NULL,
  kept BLOB NOT NULL,
  made_at TEXT NOT NULL,
  used_at TEXT,
  PRIMARY KEY (person_id, key_id)
);
CREATE UNIQUE INDEX passkeys_person_by_hash ON passkeys_person (hash);

CREATE TABLE passkeys_account (
  account_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  hash BLOB NOT NULL,
  kept BLOB NOT NULL,
  made_at TEXT NOT NULL,
  used_at TEXT,
  PRIMARY KEY (account_id, key_id)
);
CREATE UNIQUE INDEX passkeys_account_by_hash ON passkeys_account (hash);

CREATE TABLE passkeys_ceremony (
  ceremony_hash BLOB NOT NULL PRIMARY KEY,
  state BLOB NOT NULL,
  until_at TEXT NOT NULL
);
CREATE INDEX passkeys_ceremony_by_end ON passkeys_ceremony (until_at);
