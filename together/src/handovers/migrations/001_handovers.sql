CREATE TABLE handovers_baton (
  person_id TEXT NOT NULL,
  handover_id TEXT NOT NULL,
  cause TEXT NOT NULL,
  area TEXT NOT NULL,
  stay_id TEXT,
  sender TEXT NOT NULL,
  sender_organisation TEXT NOT NULL,
  phase TEXT NOT NULL,
  how TEXT,
  receiver TEXT,
  receiver_organisation TEXT,
  round INTEGER NOT NULL,
  step INTEGER NOT NULL,
  due_at TEXT,
  meet_at TEXT,
  ready_at TEXT,
  agreed_at TEXT,
  departed_at TEXT,
  departs_at TEXT,
  looks_at TEXT,
  way_back_at TEXT,
  way_back_by TEXT,
  grant_id TEXT,
  hidden INTEGER NOT NULL,
  leader_organisation TEXT,
  unit_organisation TEXT,
  made_at TEXT NOT NULL,
  done_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, handover_id)
);
CREATE INDEX handovers_baton_by_id ON handovers_baton (handover_id);
CREATE INDEX handovers_baton_by_sender ON handovers_baton (sender_organisation, done_at, due_at, handover_id);
CREATE INDEX handovers_baton_by_receiver ON handovers_baton (receiver_organisation, done_at, due_at, handover_id);
CREATE INDEX handovers_baton_by_leader ON handovers_baton (leader_organisation, done_at, due_at, handover_id);
CREATE INDEX handovers_baton_by_unit ON handovers_baton (unit_organisation, done_at, due_at, handover_id);
CREATE INDEX handovers_baton_by_clock ON handovers_baton (done_at, due_at);

CREATE TABLE handovers_lines (
  person_id TEXT NOT NULL,
  handover_id TEXT NOT NULL,
  tonight BLOB,
  tonight_knows BLOB,
  meet_who BLOB,
  medicine_until BLOB,
  medicine_at BLOB,
  spray_at TEXT,
  tolerance_at TEXT,
  reach BLOB,
  night_name BLOB,
  night_phone BLOB,
  written_at TEXT NOT NULL,
  PRIMARY KEY (person_id, handover_id)
);

CREATE TABLE handovers_departure (
  person_id TEXT NOT NULL,
  handover_id TEXT NOT NULL,
  left_at TEXT NOT NULL,
  medicines BLOB,
  tolerance TEXT NOT NULL,
  spray TEXT NOT NULL,
  contact BLOB,
  recorded_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (person_id, handover_id)
);

CREATE TABLE handovers_event (
  person_id TEXT NOT NULL,
  handover_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  account_id TEXT,
  organisation_id TEXT,
  words BLOB,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, handover_id, number)
);

CREATE TABLE handovers_search (
  person_id TEXT NOT NULL,
  search_id TEXT NOT NULL,
  handover_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  why TEXT NOT NULL,
  due_at TEXT NOT NULL,
  made_at TEXT NOT NULL,
  done_at TEXT,
  done_by TEXT,
  outcome TEXT,
  PRIMARY KEY (person_id, search_id)
);
CREATE INDEX handovers_search_by_organisation ON handovers_search (organisation_id, done_at, due_at, search_id);

CREATE TABLE handovers_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO handovers_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('answer-working-minutes', 'NO', '2020-01-01', 240,
  'A choice of the product (journey J6): an offer that nobody has answered in four working hours goes up',
  'The services must agree on it'),
  ('day-opens-minute', 'NO', '2020-01-01', 480,
  'A choice of the product: a working day begins at eight', 'The services must agree on it'),
  ('day-closes-minute', 'NO', '2020-01-01', 960,
  'A choice of the product: a working day ends at four in the afternoon', 'The services must agree on it'),
  ('meet-minutes', 'NO', '2020-01-01', 240,
  'A choice of the product: four hours after the agreed time somebody must have said met or not met', NULL),
  ('share-days', 'NO', '2020-01-01', 30,
  'A choice of the product: what is shown to a receiver is shown for so many days after the first meeting', NULL),
  ('way-back-hours', 'NO', '2020-01-01', 48,
  'National guidance on acute help after an overdose (S19): a way back for 48 hours where the specialist doctor has agreed to it',
  'A specialist doctor must confirm the hours'),
  ('shown-days', 'NO', '2020-01-01', 14,
  'A choice of the product: a baton that was passed stands on the page of the person for so many days', NULL),
  ('look-days', 'NO', '2020-01-01', 2,
  'A choice of the product: whoever looks for somebody knows who it is for so many days', NULL);
