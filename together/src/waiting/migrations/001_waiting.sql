CREATE TABLE waiting_rule (
  rule TEXT NOT NULL,
  route TEXT NOT NULL,
  problem TEXT NOT NULL,
  ground TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  threshold INTEGER,
  amount INTEGER NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, route, problem, ground, jurisdiction, valid_from)
);

INSERT INTO waiting_rule (rule, route, problem, ground, jurisdiction, valid_from, threshold, amount, unit, kind, source, to_be_checked) VALUES
  ('assessment', 'specialist', 'any', 'any', 'NO', '2015-11-01', NULL, 10, 'working-days', 'law',
  'pasient- og brukerrettighetsloven § 2-2, as told in Prop. 55 L (2018-2019) chapter 5',
  'The act of 2023 (Prop. 40 L 2022-2023) numbers the paragraphs anew; its entry into force was not found'),
  ('answer', 'other', 'any', 'any', 'NO', '2020-01-01', NULL, 5, 'working-days', 'habit',
  'A choice of the product: a service that is asked answers within a week', NULL),
  ('guideline', 'specialist', 'alcohol', 'any', 'NO', '2015-11-01', NULL, 6, 'weeks', 'advice',
  'Prioriteringsveileder TSB, alcohol (Helsedirektoratet; reviewed June 2024)', NULL),
  ('guideline', 'specialist', 'alcohol', 'units-over', 'NO', '2015-11-01', 20, 2, 'weeks', 'advice',
  'Prioriteringsveileder TSB, alcohol: more than 20 units a day', NULL),
  ('guideline', 'specialist', 'alcohol', 'younger-than', 'NO', '2015-11-01', 23, 4, 'weeks', 'advice',
  'Prioriteringsveileder TSB, alcohol: younger than 23 years', NULL),
  ('guideline', 'specialist', 'opioids', 'any', 'NO', '2015-11-01', NULL, 12, 'weeks', 'advice',
  'Prioriteringsveileder TSB, opiates (as published October 2015)', 'The copy read is of 2015: check against the guide of today'),
  ('guideline', 'specialist', 'opioids', 'injecting', 'NO', '2015-11-01', NULL, 4, 'weeks', 'advice',
  'Prioriteringsveileder TSB, opiates: injecting (October 2015)', 'The copy read is of 2015: check against the guide of today'),
  ('guideline', 'specialist', 'opioids', 'groin-or-neck', 'NO', '2015-11-01', NULL, 2, 'weeks', 'advice',
  'Prioriteringsveileder TSB, opiates: injecting in groin or neck (October 2015)',
  'The copy read is of 2015: check against the guide of today'),
  ('guideline', 'specialist', 'opioids', 'younger-than', 'NO', '2015-11-01', 23, 4, 'weeks', 'advice',
  'Prioriteringsveileder TSB, opiates: younger than 23 years (October 2015)',
  'The copy read is of 2015: check against the guide of today'),
  ('decision', 'specialist', 'any', 'outpatient', 'NO', '2019-02-01', NULL, 21, 'days', 'advice',
  'Pakkeforløp TSB chapter 5: first attendance to clinical decision, outpatient', 'The page read is of February 2019'),
  ('decision', 'specialist', 'any', 'inpatient', 'NO', '2019-02-01', NULL, 7, 'days', 'advice',
  'Pakkeforløp TSB chapter 5: first attendance to clinical decision, inpatient', 'The page read is of February 2019'),
  ('decision', 'specialist', 'any', 'pregnant-outpatient', 'NO', '2019-02-01', NULL, 7, 'days', 'advice',
  'Gravide og rusmidler (Helsedirektoratet): outpatient', NULL),
  ('decision', 'specialist', 'any', 'pregnant-inpatient', 'NO', '2019-02-01', NULL, 7, 'days', 'advice',
  'Gravide og rusmidler (Helsedirektoratet): inpatient, 3 to 7 days', 'The source gives a span; the row holds its end'),
  ('first-evaluation', 'specialist', 'any', 'outpatient', 'NO', '2019-02-01', NULL, 7, 'days', 'advice',
  'Pakkeforløp TSB chapter 5: decision to first evaluation', 'The page read is of February 2019'),
  ('first-evaluation', 'specialist', 'any', 'inpatient', 'NO', '2019-02-01', NULL, 7, 'days', 'advice',
  'Pakkeforløp TSB chapter 5: decision to first evaluation', 'The page read is of February 2019'),
  ('first-evaluation', 'specialist', 'any', 'pregnant-outpatient', 'NO', '2019-02-01', NULL, 14, 'days', 'advice',
  'Gravide og rusmidler (Helsedirektoratet): outpatient', NULL),
  ('first-evaluation', 'specialist', 'any', 'pregnant-inpatient', 'NO', '2019-02-01', NULL, 7, 'days', 'advice',
  'Gravide og rusmidler (Helsedirektoratet): inpatient', NULL),
  ('next-evaluation', 'specialist', 'any', 'outpatient', 'NO', '2019-02-01', NULL, 56, 'days', 'advice',
  'Pakkeforløp TSB chapter 5: between evaluations, outpatient', 'The page read is of February 2019'),
  ('next-evaluation', 'specialist', 'any', 'inpatient', 'NO', '2019-02-01', NULL, 42, 'days', 'advice',
  'Pakkeforløp TSB chapter 5: between evaluations, inpatient', 'The page read is of February 2019'),
  ('next-evaluation', 'specialist', 'any', 'pregnant-outpatient', 'NO', '2019-02-01', NULL, 42, 'days', 'advice',
  'Gravide og rusmidler (Helsedirektoratet)', NULL),
  ('next-evaluation', 'specialist', 'any', 'pregnant-inpatient', 'NO', '2019-02-01', NULL, 42, 'days', 'advice',
  'Gravide og rusmidler (Helsedirektoratet)', NULL),
  ('after-detox', 'specialist', 'any', 'outpatient', 'NO', '2019-02-01', NULL, 3, 'days', 'advice',
  'Pakkeforløp TSB chapter 5: end of detoxification to other treatment, outpatient', 'The page read is of February 2019'),
  ('after-detox', 'specialist', 'any', 'inpatient', 'NO', '2019-02-01', NULL, 0, 'days', 'advice',
  'Pakkeforløp TSB chapter 5: end of detoxification to other treatment, inpatient', 'The page read is of February 2019'),
  ('after-detox', 'specialist', 'any', 'pregnant-outpatient', 'NO', '2019-02-01', NULL, 0, 'days', 'advice',
  'Gravide og rusmidler (Helsedirektoratet)', NULL),
  ('after-detox', 'specialist', 'any', 'pregnant-inpatient', 'NO', '2019-02-01', NULL, 0, 'days', 'advice',
  'Gravide og rusmidler (Helsedirektoratet)', NULL);

CREATE TABLE waiting_rule_set (
  rule_set TEXT NOT NULL,
  frozen TEXT NOT NULL,
  first_used_at TEXT NOT NULL,
  PRIMARY KEY (rule_set)
);

CREATE TABLE waiting_clock (
  person_id TEXT NOT NULL,
  clock_id TEXT NOT NULL,
  referral_id TEXT NOT NULL,
  route TEXT NOT NULL,
  area TEXT NOT NULL,
  sender_id TEXT,
  receiver_id TEXT,
  receiver_name BLOB,
  holder TEXT,
  facts BLOB NOT NULL,
  rule_set TEXT NOT NULL,
  received_on TEXT NOT NULL,
  state TEXT NOT NULL,
  assessed_on TEXT,
  suggested_on TEXT,
  latest_on TEXT,
  later_why BLOB,
  offered_on TEXT,
  started_on TEXT,
  care TEXT,
  decided_on TEXT,
  evaluated_on TEXT,
  ended_on TEXT,
  ending TEXT,
  due_name TEXT,
  due_kind TEXT,
  due_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, clock_id)
);
CREATE UNIQUE INDEX waiting_clock_by_referral ON waiting_clock (person_id, referral_id);
CREATE INDEX waiting_clock_by_receiver ON waiting_clock (receiver_id, due_on, clock_id);
CREATE INDEX waiting_clock_by_sender ON waiting_clock (sender_id, due_on, clock_id);
CREATE INDEX waiting_clock_by_due ON waiting_clock (due_kind, due_on, clock_id);
CREATE INDEX waiting_clock_by_person ON waiting_clock (person_id, due_on, clock_id);

CREATE TABLE waiting_step (
  person_id TEXT NOT NULL,
  clock_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  on_day TEXT,
  was_on TEXT,
  caused_by TEXT,
  words BLOB,
  account_id TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, clock_id, number)
);

CREATE TABLE waiting_breach (
  person_id TEXT NOT NULL,
  clock_id TEXT NOT NULL,
  name TEXT NOT NULL,
  due_on TEXT NOT NULL,
  found_at TEXT NOT NULL,
  PRIMARY KEY (person_id, clock_id, name)
);
