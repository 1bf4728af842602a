CREATE TABLE tonight_place (
  place_id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  municipality TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  part_of_town TEXT NOT NULL,
  traits TEXT NOT NULL,
  total INTEGER NOT NULL,
  free INTEGER NOT NULL,
  confirmed_at TEXT,
  confirmed_by TEXT,
  quality TEXT,
  quality_on TEXT,
  quality_words TEXT,
  open_to_all_at TEXT,
  closed_at TEXT,
  version INTEGER NOT NULL
);
CREATE INDEX tonight_place_by_name ON tonight_place (municipality, name, place_id);

CREATE TABLE tonight_slip (
  place_id TEXT NOT NULL,
  night TEXT NOT NULL,
  slip INTEGER NOT NULL,
  came_at TEXT,
  missed_at TEXT,
  freed_at TEXT,
  PRIMARY KEY (place_id, night, slip)
);

CREATE TABLE tonight_desk (
  municipality TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  default_account_id TEXT NOT NULL
);

CREATE TABLE tonight_duty (
  organisation_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  from_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  PRIMARY KEY (organisation_id, account_id, from_at)
);

CREATE TABLE tonight_request (
  person_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  asked_by TEXT,
  words BLOB,
  wishes TEXT NOT NULL,
  state TEXT NOT NULL,
  holder_id TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  decide_by TEXT NOT NULL,
  counted_from TEXT,
  closed_at TEXT,
  delete_at TEXT NOT NULL,
  relation_id TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, request_id)
);
CREATE UNIQUE INDEX tonight_request_by_id ON tonight_request (request_id);
CREATE INDEX tonight_request_by_time ON tonight_request (organisation_id, state, decide_by, request_id);
CREATE INDEX tonight_request_by_count ON tonight_request (organisation_id, state, counted_from, request_id);
CREATE INDEX tonight_request_by_end ON tonight_request (delete_at, request_id);

CREATE TABLE tonight_decision (
  person_id TEXT NOT NULL,
  decision_id TEXT NOT NULL,
  request_id TEXT NOT NULL,
  place_id TEXT,
  slip INTEGER,
  from_day TEXT NOT NULL,
  through_day TEXT NOT NULL,
  left_day TEXT,
  words BLOB,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  complain_by TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT,
  answer_words BLOB,
  PRIMARY KEY (person_id, decision_id)
);
CREATE INDEX tonight_decision_by_place ON tonight_decision (place_id, from_day, slip);

CREATE TABLE tonight_opened (
  person_id TEXT NOT NULL,
  session_hash BLOB NOT NULL,
  PRIMARY KEY (person_id, session_hash)
);

CREATE TABLE tonight_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  certainty TEXT NOT NULL,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO tonight_rule (rule, jurisdiction, valid_from, amount, source, certainty) VALUES
  ('decide-days', 'NO', '2020-01-01', 0,
  'Sosialtjenesteloven § 27: acute need of somewhere to stay is decided the same day. Read in a municipal guide, not in the act', 'old-or-local'),
  ('complaint-weeks', 'NO', '2020-01-01', 3,
  'Forvaltningsloven § 29: three weeks from when the decision reached the person. Read in a municipal guide, not in the act', 'old-or-local'),
  ('stay-months', 'NO', '2020-01-01', 3,
  'Guidance to sosialtjenesteloven § 27: a temporary place should not last longer than about three months. Not read again', 'old-or-local'),
  ('stay-warn-days', 'NO', '2020-01-01', 21,
  'A choice of the product: so long before the three months the one who holds it is told', 'own-choice'),
  ('series-gap-days', 'NO', '2020-01-01', 14,
  'A choice of the product: nights with a shorter break than this are counted together', 'own-choice'),
  ('ageing-minutes', 'NO', '2020-01-01', 180,
  'A choice of the product: after three hours a number is worth a call', 'own-choice'),
  ('grey-minutes', 'NO', '2020-01-01', 720,
  'A choice of the product: after half a day a number says nothing', 'own-choice'),
  ('kept-days', 'NO', '2020-01-01', 30,
  'GDPR art. 5 (1) e: somebody who has not said who they are is forgotten a month after the last contact', 'own-choice');
