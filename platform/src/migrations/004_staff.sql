ALTER TABLE account ADD COLUMN authorisation TEXT;
ALTER TABLE account ADD COLUMN legal_entity TEXT;
ALTER TABLE account ADD COLUMN point_of_care TEXT;
ALTER TABLE organisation ADD COLUMN organisation_number TEXT;
ALTER TABLE organisation ADD COLUMN closed_at TEXT;
ALTER TABLE account ADD COLUMN doors_from TEXT;
