-- An employee's list is read by key: those they called, and those they or their workplace are invited to, each in the order
-- of time. A meeting keeps its time, so that of its members is written once.
CREATE INDEX meetings_by_caller ON meetings_meeting (called_by, at, meeting_id);
ALTER TABLE meetings_member ADD COLUMN at TEXT NOT NULL DEFAULT '';
UPDATE meetings_member SET at = (SELECT g.at FROM meetings_meeting g
  WHERE g.person_id = meetings_member.person_id AND g.meeting_id = meetings_member.meeting_id);
DROP INDEX meetings_member_by_account;
DROP INDEX meetings_member_by_organisation;
CREATE INDEX meetings_member_by_account ON meetings_member (account_id, at, meeting_id);
CREATE INDEX meetings_member_by_organisation ON meetings_member (organisation_id, at, meeting_id);
