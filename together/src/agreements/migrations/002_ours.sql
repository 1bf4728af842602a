-- What an organisation has proposed and been asked is read by key from both sides.
DROP INDEX agreement_by_proposer;
DROP INDEX agreement_by_other;
CREATE INDEX agreement_by_proposer ON agreement (proposer_id, changed_at, agreement_id);
CREATE INDEX agreement_by_other ON agreement (other_id, changed_at, agreement_id);
