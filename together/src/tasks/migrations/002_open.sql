-- What is open is read by key, without going through all that has been done.
DROP INDEX tasks_by_owner;
DROP INDEX tasks_by_maker;
CREATE INDEX tasks_by_owner ON tasks_task (organisation_id, done_at, due_key, task_id);
CREATE INDEX tasks_by_maker ON tasks_task (made_org, done_at, due_key, task_id);
