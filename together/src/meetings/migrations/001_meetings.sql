CREATE TABLE meetings_meeting (
  person_id TEXT NOT NULL,
  meeting_id TEXT NOT NULL,
  title BLOB NOT NULL,
  place BLOB NOT NULL,
  phone BLOB,
  leader BLOB NOT NULL,
  organisation_id TEXT NOT NULL,
  called_by TEXT NOT NULL,
  at TEXT NOT NULL,
  phase TEXT NOT NULL,
  made_at TEXT NOT NULL,
  began_at TEXT,
  absent_at TEXT,
  read_at TEXT,
  closed_at TEXT,
  seen_at TEXT,
  cancelled_by BLOB,
  soon_at TEXT,
  appointment_id TEXT,
  next_id TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, meeting_id)
);
CREATE INDEX meetings_by_organisation ON meetings_meeting (organisation_id, at, meeting_id);
CREATE INDEX meetings_by_time ON meetings_meeting (phase, at);

CREATE TABLE meetings_member (
  person_id TEXT NOT NULL,
  meeting_id TEXT NOT NULL,
  member TEXT NOT NULL,
  account_id TEXT,
  organisation_id TEXT,
  name BLOB NOT NULL,
  answer TEXT NOT NULL,
  why BLOB,
  here_at TEXT,
  out_at TEXT,
  PRIMARY KEY (person_id, meeting_id, member)
);
CREATE INDEX meetings_member_by_account ON meetings_member (account_id, meeting_id);
CREATE INDEX meetings_member_by_organisation ON meetings_member (organisation_id, meeting_id);

CREATE TABLE meetings_item (
  person_id TEXT NOT NULL,
  meeting_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  area TEXT NOT NULL,
  words BLOB NOT NULL,
  origin TEXT NOT NULL,
  source TEXT,
  status TEXT,
  made_at TEXT NOT NULL,
  dropped_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, meeting_id, item_id)
);

CREATE TABLE meetings_decision (
  person_id TEXT NOT NULL,
  meeting_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  words BLOB NOT NULL,
  owner TEXT,
  due_on TEXT,
  disagrees BLOB,
  task_id TEXT,
  line_id TEXT,
  PRIMARY KEY (person_id, meeting_id, item_id, number)
);

CREATE TABLE meetings_exclusion (
  person_id TEXT NOT NULL,
  meeting_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  member TEXT NOT NULL,
  PRIMARY KEY (person_id, meeting_id, item_id, member)
);

CREATE TABLE meetings_change (
  person_id TEXT NOT NULL,
  meeting_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  item_id TEXT NOT NULL,
  account_id TEXT,
  was BLOB NOT NULL,
  automatic TEXT,
  at TEXT NOT NULL,
  undone_at TEXT,
  PRIMARY KEY (person_id, meeting_id, number)
);

CREATE TABLE meetings_rule (
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (name, from_day)
);

INSERT INTO meetings_rule (name, from_day, value, source) VALUES
  ('remind-hours', '2020-01-01', 48, 'ux.md J5: two days before');
