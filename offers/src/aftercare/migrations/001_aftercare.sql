CREATE TABLE aftercare_plan (
  person_id TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  stage TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  holder TEXT,
  begun_at TEXT NOT NULL,
  begun_by TEXT,
  stay_id TEXT,
  leaves_on TEXT,
  contact_by TEXT,
  met_at TEXT,
  every_days INTEGER,
  next_at TEXT,
  until_on TEXT,
  yes_at TEXT,
  ended_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, plan_id)
);
CREATE INDEX aftercare_plan_by_organisation ON aftercare_plan (organisation_id, stage, begun_at, plan_id);
CREATE INDEX aftercare_plan_by_question ON aftercare_plan (stage, next_at);

CREATE TABLE aftercare_line (
  person_id TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  line TEXT NOT NULL,
  words BLOB,
  status TEXT NOT NULL,
  who BLOB,
  changed_at TEXT NOT NULL,
  changed_by TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, plan_id, line)
);

CREATE TABLE aftercare_check_in (
  person_id TEXT NOT NULL,
  check_in_id TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  answer BLOB,
  answered_at TEXT,
  closed_at TEXT,
  PRIMARY KEY (person_id, check_in_id)
);
CREATE INDEX aftercare_check_in_by_time ON aftercare_check_in (closed_at, asked_at);

CREATE TABLE aftercare_call (
  person_id TEXT NOT NULL,
  call_id TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  cause TEXT NOT NULL,
  made_at TEXT NOT NULL,
  due_on TEXT NOT NULL,
  tried_at TEXT,
  done_at TEXT,
  done_by TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, call_id)
);
CREATE INDEX aftercare_call_by_organisation ON aftercare_call (organisation_id, done_at, due_on, call_id);

CREATE TABLE aftercare_return (
  person_id TEXT NOT NULL,
  return_id TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  until_on TEXT NOT NULL,
  how BLOB NOT NULL,
  offered_at TEXT NOT NULL,
  offered_by TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT,
  ended_at TEXT,
  PRIMARY KEY (person_id, return_id)
);

CREATE TABLE aftercare_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO aftercare_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('first-contact-days', 'NO', '2020-01-01', 3,
  'A proposal of the product: R-26 asks for a contact within agreed days after leaving and names no number',
  'The municipality and the wards must agree on the number'),
  ('check-in-days', 'NO', '2020-01-01', 7,
  'A proposal of the product: a question a week, until the person says otherwise',
  'Those who have been through it must say what feels right'),
  ('answer-days', 'NO', '2020-01-01', 2,
  'A proposal of the product: whoever has not answered after two days is called',
  'Those who have been through it must say what feels right'),
  ('lasts-days', 'NO', '2020-01-01', 180,
  'A proposal of the product: after half a year person and holder talk about how to go on; nothing ends by itself',
  'The municipality must set the time');
