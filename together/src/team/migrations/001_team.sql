CREATE TABLE team_appointment (
  person_id TEXT NOT NULL,
  relation_id TEXT NOT NULL,
  account_id TEXT,
  note BLOB,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, relation_id)
);

CREATE TABLE team_ending (
  person_id TEXT NOT NULL,
  ending_id TEXT NOT NULL,
  relation_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  duty TEXT NOT NULL,
  how TEXT NOT NULL,
  note BLOB,
  account_id TEXT,
  at TEXT NOT NULL,
  filled_at TEXT,
  PRIMARY KEY (person_id, ending_id)
);

CREATE TABLE team_wish (
  person_id TEXT NOT NULL,
  wish_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  words BLOB NOT NULL,
  at TEXT NOT NULL,
  seen_at TEXT,
  seen_by TEXT,
  PRIMARY KEY (person_id, wish_id)
);
CREATE INDEX team_wish_by_organisation ON team_wish (organisation_id, seen_at, at);
