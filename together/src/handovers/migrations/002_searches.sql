-- The clock finds the searches that nobody has reported without going through those that are over.
CREATE INDEX handovers_search_by_clock ON handovers_search (made_at, search_id) WHERE done_at IS NULL;
