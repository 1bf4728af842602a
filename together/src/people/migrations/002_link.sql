CREATE TABLE people_link (
  person_id TEXT NOT NULL,
  link_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  how TEXT NOT NULL,
  proven_at TEXT NOT NULL,
  linked_at TEXT,
  undone_at TEXT,
  PRIMARY KEY (person_id, link_id)
);
CREATE INDEX people_link_by_other ON people_link (other_id, undone_at);

CREATE TABLE people_link_relation (
  person_id TEXT NOT NULL,
  link_id TEXT NOT NULL,
  relation_id TEXT NOT NULL,
  PRIMARY KEY (person_id, link_id, relation_id)
);

CREATE TABLE people_link_offer (
  person_id TEXT NOT NULL PRIMARY KEY,
  code_hash BLOB NOT NULL,
  until_at TEXT NOT NULL
);
CREATE INDEX people_link_offer_by_code ON people_link_offer (code_hash);
