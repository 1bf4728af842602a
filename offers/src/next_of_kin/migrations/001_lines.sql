CREATE TABLE next_of_kin_line (
  line_key TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT,
  position INTEGER NOT NULL,
  whom TEXT NOT NULL,
  number TEXT NOT NULL,
  certainty TEXT NOT NULL,
  seen_on TEXT,
  source TEXT NOT NULL,
  PRIMARY KEY (line_key, valid_from)
);

INSERT INTO next_of_kin_line (line_key, valid_from, valid_until, position, whom, number, certainty, seen_on, source) VALUES
  ('kin', '2026-01-01', NULL, 1, 'adult', '80040567', 'read', '2026-11-22', 'helsenorge.no, services for next of kin'),
  ('mental-health', '2026-01-01', NULL, 2, 'everyone', '116123', 'read', '2021-11-01', 'nrk.no, November 2021'),
  ('drugs', '2026-01-01', NULL, 3, 'adult', '08588', 'unsure', NULL, 'the number of RUStelefonen, which became RUSinfo in 2021'),
  ('children', '2026-01-01', NULL, 4, 'young', '116111', 'read', '2021-11-01', 'nrk.no, November 2021'),
  ('poison', '2026-01-01', NULL, 5, 'overdose', '22591300', 'read', '2026-11-22', 'helsenorge.no, Giftinformasjonen');
