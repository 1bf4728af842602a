ALTER TABLE access_grant ADD COLUMN while_serving TEXT;

CREATE TABLE access_consent (
  person_id TEXT NOT NULL,
  consent_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  text_version TEXT NOT NULL,
  language TEXT NOT NULL,
  form TEXT NOT NULL,
  given_at TEXT NOT NULL,
  withdrawn_at TEXT,
  PRIMARY KEY (person_id, consent_id)
);
