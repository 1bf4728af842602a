-- How many homes stand free is asked without going through those that somebody lives in, and who lives somewhere without
-- those who have moved.
CREATE INDEX housing_unit_free ON housing_unit (organisation_id, free_from, unit_id) WHERE free_from IS NOT NULL AND closed_at IS NULL;
DROP INDEX housing_tenancy_by_visit;
CREATE INDEX housing_tenancy_by_visit ON housing_tenancy (organisation_id, visit_on, tenancy_id) WHERE ended_on IS NULL;
