-- Since when something may wait for a member: set with every new message, empty when they or a colleague have read to its end. What
-- waits is found by it and then looked at, so that the day's page costs the same however many threads there have been.
ALTER TABLE messages_member ADD COLUMN waits_since TEXT;
UPDATE messages_member SET waits_since = at;
DROP INDEX messages_member_by_account;
DROP INDEX messages_member_by_organisation;
CREATE INDEX messages_member_by_account ON messages_member (account_id, waits_since);
CREATE INDEX messages_member_by_organisation ON messages_member (organisation_id, waits_since);
