-- What somebody is asked for, what is theirs, and what others said no to or are late with: each is read without the others.
DROP INDEX tasks_by_owner;
DROP INDEX tasks_of_others;
CREATE INDEX tasks_by_owner ON tasks_task (organisation_id, account_id, due_key, task_id)
  WHERE done_at IS NULL AND standing = 'taken';
CREATE INDEX tasks_asked ON tasks_task (organisation_id, account_id, made_at, task_id) WHERE standing = 'proposed';
CREATE INDEX tasks_of_others ON tasks_task (made_org, due_key, task_id)
  WHERE done_at IS NULL AND standing <> 'declined' AND (organisation_id IS NULL OR organisation_id <> made_org);
CREATE INDEX tasks_declined ON tasks_task (made_org, answered_at, task_id) WHERE standing = 'declined';
