CREATE TABLE appointments_appointment (
  person_id TEXT NOT NULL,
  appointment_id TEXT NOT NULL,
  area TEXT,
  title BLOB NOT NULL,
  with_name BLOB NOT NULL,
  account_id TEXT,
  organisation_id TEXT NOT NULL,
  place BLOB NOT NULL,
  way BLOB,
  at TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT,
  was_at TEXT,
  changed_at TEXT,
  changed_by BLOB,
  soon_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, appointment_id)
);
CREATE INDEX appointments_by_person ON appointments_appointment (person_id, at, appointment_id);
CREATE INDEX appointments_by_organisation ON appointments_appointment (organisation_id, at, appointment_id);
CREATE INDEX appointments_by_account ON appointments_appointment (account_id, at, appointment_id);
CREATE INDEX appointments_by_time ON appointments_appointment (state, at);

CREATE TABLE appointments_rule (
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  to_be_checked TEXT,
  PRIMARY KEY (name, from_day)
);

INSERT INTO appointments_rule (name, from_day, value, source) VALUES
  ('remind-hours', '2020-01-01', 24, 'A choice of the product: the day before, while there is time to ask for another');
