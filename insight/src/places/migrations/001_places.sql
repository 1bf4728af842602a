CREATE TABLE places_place (
  place_key TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  phone TEXT,
  offers TEXT NOT NULL,
  door TEXT NOT NULL,
  holiday_hours TEXT NOT NULL,
  eve_hours TEXT NOT NULL,
  message TEXT,
  message_until TEXT,
  confirmed_at TEXT NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX places_place_by_organisation ON places_place (organisation_id, position);

CREATE TABLE places_week (
  place_key TEXT NOT NULL,
  weekday INTEGER NOT NULL,
  hours TEXT NOT NULL,
  PRIMARY KEY (place_key, weekday)
);

CREATE TABLE places_exception (
  place_key TEXT NOT NULL,
  day TEXT NOT NULL,
  hours TEXT NOT NULL,
  PRIMARY KEY (place_key, day)
);

CREATE TABLE places_directions (
  place_key TEXT NOT NULL,
  language TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (place_key, language)
);

CREATE TABLE places_change (
  place_key TEXT NOT NULL,
  version INTEGER NOT NULL,
  field TEXT NOT NULL,
  before_text TEXT NOT NULL,
  after_text TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  PRIMARY KEY (place_key, version, field)
);
