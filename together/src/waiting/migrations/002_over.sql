-- Clocks past their limit are counted over all services.
CREATE INDEX waiting_clock_by_end ON waiting_clock (ended_on, due_on);
