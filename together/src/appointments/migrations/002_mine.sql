-- One's own are read without going through a colleague's, and those nobody has told about without those that are told.
DROP INDEX appointments_by_organisation;
CREATE INDEX appointments_by_organisation ON appointments_appointment (organisation_id, account_id, at, appointment_id);
CREATE INDEX appointments_planned ON appointments_appointment (organisation_id, account_id, at, appointment_id)
  WHERE state = 'planned';
