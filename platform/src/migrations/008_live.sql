-- Boards that update themselves read the newest facts.
CREATE INDEX fact_by_time ON fact (at);
