CREATE TABLE staff_invitation (
  account_id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  phone TEXT NOT NULL,
  hpr_number TEXT,
  authorisation TEXT,
  department TEXT,
  legal_entity TEXT,
  point_of_care TEXT,
  from_at TEXT NOT NULL,
  access_until TEXT,
  invited_by TEXT,
  invited_at TEXT NOT NULL,
  link_until TEXT NOT NULL,
  taken_at TEXT,
  withdrawn_at TEXT
);
CREATE INDEX staff_invitation_by_organisation ON staff_invitation (organisation_id, invited_at);

CREATE TABLE staff_pin (
  account_id TEXT NOT NULL PRIMARY KEY,
  kept TEXT NOT NULL,
  chosen_at TEXT NOT NULL
);

CREATE TABLE staff_code (
  code_hash BLOB NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  used_at TEXT
);
CREATE INDEX staff_code_by_account ON staff_code (account_id, until_at);

CREATE TABLE staff_same (
  account_id TEXT NOT NULL PRIMARY KEY,
  somebody TEXT NOT NULL
);
CREATE INDEX staff_same_by_somebody ON staff_same (somebody);

CREATE TABLE staff_change (
  change_id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  by_account TEXT,
  what TEXT NOT NULL,
  about_account TEXT,
  about_organisation TEXT
);
CREATE INDEX staff_change_by_time ON staff_change (at, change_id);
