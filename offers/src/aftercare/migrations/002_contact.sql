-- First contacts that nobody has made are read by the day they are due, without the plans where they have met.
CREATE INDEX aftercare_plan_by_contact ON aftercare_plan (organisation_id, contact_by, plan_id)
  WHERE stage = 'running' AND met_at IS NULL;
