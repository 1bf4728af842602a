-- One's own are read without going through a colleague's, and what others were asked for without what the house does itself.
DROP INDEX tasks_by_owner;
DROP INDEX tasks_by_maker;
CREATE INDEX tasks_by_owner ON tasks_task (organisation_id, account_id, due_key, task_id) WHERE done_at IS NULL;
CREATE INDEX tasks_of_others ON tasks_task (made_org, due_key, task_id)
  WHERE done_at IS NULL AND (organisation_id IS NULL OR organisation_id <> made_org);
