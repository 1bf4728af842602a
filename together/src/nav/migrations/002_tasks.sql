-- What waits between a person and NAV is read by its day, and what is over from the newest.
CREATE INDEX nav_task_by_person ON nav_task (person_id, done_at, due_on, task_id);
