-- How many homes stand free is asked without going through those that somebody lives in.
CREATE INDEX housing_unit_free ON housing_unit (organisation_id, free_from, unit_id) WHERE free_from IS NOT NULL AND closed_at IS NULL;
