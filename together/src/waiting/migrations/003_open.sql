-- What still waits is read without going through all that has waited.
DROP INDEX waiting_clock_by_receiver;
DROP INDEX waiting_clock_by_sender;
CREATE INDEX waiting_clock_by_receiver ON waiting_clock (receiver_id, due_on, clock_id) WHERE ended_on IS NULL;
CREATE INDEX waiting_clock_by_sender ON waiting_clock (sender_id, due_on, clock_id) WHERE ended_on IS NULL;
