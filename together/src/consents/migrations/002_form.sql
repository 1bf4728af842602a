ALTER TABLE consents_change ADD COLUMN form TEXT;
