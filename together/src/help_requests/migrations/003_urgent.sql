-- The urgent ones are read by what was promised, a page at a time, as the others are.
DROP INDEX help_requests_request_by_urgency;
CREATE INDEX help_requests_request_by_urgency ON help_requests_request (organisation_id, state, promised_until, request_id)
  WHERE urgent_at IS NOT NULL;
