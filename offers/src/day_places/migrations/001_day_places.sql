CREATE TABLE day_places_unit (
  unit_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  what TEXT NOT NULL,
  days TEXT NOT NULL,
  phone TEXT NOT NULL,
  total INTEGER NOT NULL,
  free INTEGER NOT NULL,
  confirmed_at TEXT,
  confirmed_by TEXT,
  clear_headed_since TEXT,
  closed_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (unit_id)
);
CREATE INDEX day_places_unit_by_name ON day_places_unit (name, unit_id);

CREATE TABLE day_places_ask (
  person_id TEXT NOT NULL,
  ask_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  state TEXT NOT NULL,
  place INTEGER NOT NULL,
  asked_at TEXT NOT NULL,
  called BLOB NOT NULL,
  words BLOB,
  asked_by TEXT,
  asked_from TEXT,
  no_at TEXT,
  no_why TEXT,
  start_on TEXT,
  over_at TEXT,
  acted_by TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, ask_id)
);
CREATE INDEX day_places_ask_by_list ON day_places_ask (organisation_id, state, place, asked_at, ask_id);
CREATE INDEX day_places_ask_by_id ON day_places_ask (ask_id);

CREATE TABLE day_places_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO day_places_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('ageing-minutes', 'NO', '2020-01-01', 4320,
  'A proposal of the product: places in a day offer move by the week, so a number holds for three days',
  'Those who run day offers must set the time together with those who ask them'),
  ('grey-minutes', 'NO', '2020-01-01', 10080,
  'A proposal of the product: a number nobody has confirmed for a week is shown as old',
  'Those who run day offers must set the time together with those who ask them'),
  ('start-days', 'NO', '2020-01-01', 90,
  'A choice of the product: a first day is one that can be foreseen', NULL);
