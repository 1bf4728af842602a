DROP INDEX audit_line_by_subject;
CREATE INDEX audit_line_by_subject ON audit_line (subject, at, line_id);
