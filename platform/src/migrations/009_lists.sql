-- Who shares with an organisation or an account is read in the order of persons, and no further than the page.
DROP INDEX access_grant_by_organisation;
DROP INDEX access_grant_by_account;
CREATE INDEX access_grant_by_organisation ON access_grant (organisation_id, person_id, until_at);
CREATE INDEX access_grant_by_account ON access_grant (account_id, person_id, until_at);
-- At the door a person is looked for by first name and year of birth.
CREATE INDEX person_by_birth_year ON person (birth_year, person_id);
-- Provisional persons whose time is over.
CREATE INDEX person_by_provisional ON person (provisional_until, person_id);
-- Whoever has a certain work: the office that answers tonight, the privacy contact.
CREATE INDEX account_by_role ON account (role, organisation_id);
-- Emergencies of the last days, reviewed or not.
CREATE INDEX access_emergency_by_time ON access_emergency (opened_at);
