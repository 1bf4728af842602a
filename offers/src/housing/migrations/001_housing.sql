CREATE TABLE housing_desk (
  municipality TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  default_account_id TEXT NOT NULL
);

CREATE TABLE housing_unit (
  unit_id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  name TEXT NOT NULL,
  part_of_town TEXT NOT NULL,
  traits TEXT NOT NULL,
  support TEXT NOT NULL,
  support_hours INTEGER NOT NULL,
  house_rules TEXT NOT NULL,
  landlord TEXT NOT NULL,
  free_from TEXT,
  held_by TEXT,
  confirmed_at TEXT,
  confirmed_by TEXT,
  closed_at TEXT,
  version INTEGER NOT NULL
);
CREATE INDEX housing_unit_by_name ON housing_unit (organisation_id, name, unit_id);

CREATE TABLE housing_need (
  person_id TEXT NOT NULL,
  need_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  filled_with TEXT,
  words BLOB,
  wishes TEXT NOT NULL,
  musts TEXT NOT NULL,
  support TEXT NOT NULL,
  state TEXT NOT NULL,
  holder_id TEXT NOT NULL,
  closed_at TEXT,
  relation_id TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, need_id)
);
CREATE INDEX housing_need_by_date ON housing_need (organisation_id, state, asked_at, need_id);

CREATE TABLE housing_offer (
  person_id TEXT NOT NULL,
  offer_id TEXT NOT NULL,
  need_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  support TEXT NOT NULL,
  support_hours INTEGER NOT NULL,
  why TEXT,
  offered_at TEXT NOT NULL,
  offered_by TEXT NOT NULL,
  answer_by TEXT NOT NULL,
  state TEXT NOT NULL,
  answered_at TEXT,
  reason TEXT,
  words BLOB,
  PRIMARY KEY (person_id, offer_id)
);
CREATE INDEX housing_offer_by_unit ON housing_offer (unit_id, state);

CREATE TABLE housing_tenancy (
  person_id TEXT NOT NULL,
  tenancy_id TEXT NOT NULL,
  need_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  began_on TEXT NOT NULL,
  support TEXT NOT NULL,
  support_hours INTEGER NOT NULL,
  plan BLOB,
  visit_on TEXT NOT NULL,
  holder_id TEXT NOT NULL,
  ended_on TEXT,
  end_reason TEXT,
  end_words BLOB,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, tenancy_id)
);
CREATE INDEX housing_tenancy_by_visit ON housing_tenancy (organisation_id, visit_on, tenancy_id);

CREATE TABLE housing_visit (
  person_id TEXT NOT NULL,
  visit_id TEXT NOT NULL,
  tenancy_id TEXT NOT NULL,
  on_day TEXT NOT NULL,
  how TEXT NOT NULL,
  words BLOB,
  account_id TEXT NOT NULL,
  PRIMARY KEY (person_id, visit_id)
);

CREATE TABLE housing_warning (
  person_id TEXT NOT NULL,
  warning_id TEXT NOT NULL,
  tenancy_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  words BLOB,
  noted_at TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  helper_id TEXT NOT NULL,
  help_by TEXT NOT NULL,
  task_id TEXT,
  settled_at TEXT,
  settled_words BLOB,
  PRIMARY KEY (person_id, warning_id)
);
CREATE INDEX housing_warning_by_day ON housing_warning (organisation_id, help_by, warning_id);

CREATE TABLE housing_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  certainty TEXT NOT NULL,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO housing_rule (rule, jurisdiction, valid_from, amount, source, certainty) VALUES
  ('answer-days', 'NO', '2020-01-01', 14,
  'A choice of the product: so long an offer stands before somebody calls. No answer is not a no', 'own-choice'),
  ('visit-days', 'NO', '2020-01-01', 14,
  'A choice of the product: so long between visits where nothing else has been agreed', 'own-choice'),
  ('help-days', 'NO', '2020-01-01', 3,
  'A choice of the product: a warning is met within three days', 'own-choice'),
  ('ageing-minutes', 'NO', '2020-01-01', 10080,
  'A choice of the product: after a week a home that stands free is worth a call', 'own-choice'),
  ('grey-minutes', 'NO', '2020-01-01', 43200,
  'A choice of the product: after a month nobody knows', 'own-choice');
