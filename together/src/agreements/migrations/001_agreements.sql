CREATE TABLE agreement (
  agreement_id TEXT NOT NULL,
  proposer_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  title TEXT NOT NULL,
  words TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  state TEXT NOT NULL,
  waits_on TEXT,
  proposed_at TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  proposer_contact TEXT NOT NULL,
  other_contact TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (agreement_id)
);
CREATE INDEX agreement_by_state ON agreement (state, until_on, agreement_id);
CREATE INDEX agreement_by_proposer ON agreement (proposer_id, changed_at);
CREATE INDEX agreement_by_other ON agreement (other_id, changed_at);

CREATE TABLE agreement_step (
  agreement_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  organisation_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  words TEXT,
  title TEXT NOT NULL,
  terms TEXT NOT NULL,
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (agreement_id, number)
);

CREATE TABLE agreement_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO agreement_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('remind-days', 'NO', '2020-01-01', 60,
  'A choice of the product: two months, so that both have time to talk about how to go on',
  'Those who enter into agreements must say what suits their own rules'),
  ('longest-days', 'NO', '2020-01-01', 1827,
  'A choice of the product: five years, so that no agreement runs unread for ever',
  'Those who enter into agreements must say what suits their own rules');
