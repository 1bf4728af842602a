ALTER TABLE session ADD COLUMN device TEXT;
ALTER TABLE session ADD COLUMN came_by TEXT;
ALTER TABLE session ADD COLUMN last_used_at TEXT;
ALTER TABLE session ADD COLUMN kiosk_at TEXT;
ALTER TABLE session ADD COLUMN locked_at TEXT;
ALTER TABLE session ADD COLUMN lock_after_s INTEGER;
ALTER TABLE session ADD COLUMN ended_why TEXT;
