-- What waits is read by when it is due, and what is answered from the newest.
DROP INDEX complaints_letter_by_receiver;
CREATE INDEX complaints_letter_by_receiver ON complaints_letter (receiver_id, answered_at, answer_by, person_id);
