CREATE TABLE referrals_rule (
  rule TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  amount INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (rule, jurisdiction, valid_from)
);

INSERT INTO referrals_rule (rule, jurisdiction, valid_from, amount, source, to_be_checked) VALUES
  ('link-days', 'NO', '2020-01-01', 14,
  'A choice of the product: long enough for a small organisation to answer, short enough to be forgotten', NULL),
  ('share-days', 'NO', '2020-01-01', 180,
  'A choice of the product: what is shared for a referral is asked about twice a year, like other shares', NULL),
  ('link-tries', 'NO', '2020-01-01', 5,
  'A choice of the product: wrong tries of one link before it is looked at no more for a while', NULL),
  ('link-window-minutes', 'NO', '2020-01-01', 10,
  'A choice of the product: how long that while is', NULL),
  ('link-alarm', 'NO', '2020-01-01', 300,
  'A choice of the product: wrong tries over the whole house in that while before those who operate it are told', NULL);

CREATE TABLE referrals_referral (
  person_id TEXT NOT NULL,
  referral_id TEXT NOT NULL,
  area TEXT NOT NULL,
  areas INTEGER NOT NULL,
  sender_id TEXT,
  sender_account TEXT,
  receiver_id TEXT,
  receiver_name BLOB,
  words BLOB NOT NULL,
  facts BLOB NOT NULL,
  phone_shown TEXT,
  state TEXT NOT NULL,
  why TEXT,
  holder TEXT,
  grant_id TEXT,
  relation_id TEXT,
  made_at TEXT NOT NULL,
  sent_at TEXT,
  share_until TEXT,
  closed_at TEXT,
  open_since TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, referral_id)
);
CREATE INDEX referrals_referral_to ON referrals_referral (receiver_id, open_since, referral_id);
CREATE INDEX referrals_referral_from ON referrals_referral (sender_id, open_since, referral_id);
CREATE INDEX referrals_referral_held ON referrals_referral (holder, open_since);

CREATE TABLE referrals_event (
  person_id TEXT NOT NULL,
  referral_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  what TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  account_id TEXT,
  words BLOB,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, referral_id, number)
);

CREATE TABLE referrals_link (
  person_id TEXT NOT NULL,
  referral_id TEXT NOT NULL,
  link_hash BLOB NOT NULL,
  made_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  opened_at TEXT,
  used_at TEXT,
  PRIMARY KEY (person_id, referral_id, link_hash)
);
CREATE UNIQUE INDEX referrals_link_by_hash ON referrals_link (link_hash);
CREATE INDEX referrals_link_by_end ON referrals_link (until_at);
