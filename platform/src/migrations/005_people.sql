ALTER TABLE person ADD COLUMN closed_at TEXT;
