CREATE TABLE tasks_task (
  person_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  area TEXT,
  words BLOB NOT NULL,
  organisation_id TEXT,
  account_id TEXT,
  owner BLOB,
  made_org TEXT,
  maker BLOB,
  due_key TEXT NOT NULL,
  status TEXT NOT NULL,
  standing TEXT NOT NULL,
  why BLOB,
  answered_by BLOB,
  answered_at TEXT,
  made_at TEXT NOT NULL,
  done_at TEXT,
  version INTEGER NOT NULL,
  PRIMARY KEY (person_id, task_id)
);
CREATE INDEX tasks_by_person ON tasks_task (person_id, due_key, task_id);
CREATE INDEX tasks_by_owner ON tasks_task (organisation_id, due_key, task_id);
CREATE INDEX tasks_by_maker ON tasks_task (made_org, due_key, task_id);
