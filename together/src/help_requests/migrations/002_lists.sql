-- Whoever on duty holds fewest is asked for with every new request.
CREATE INDEX help_requests_request_by_holder ON help_requests_request (holder_id, state);
-- Those that were marked as urgent stand first.
CREATE INDEX help_requests_request_by_urgency ON help_requests_request (organisation_id, urgent_at);
