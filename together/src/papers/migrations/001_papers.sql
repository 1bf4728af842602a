-- One delivery of papers to one person. Nothing of it is seen before live_at is set, for the whole run in one commit.
CREATE TABLE papers_import (
  person_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  sender BLOB,
  language TEXT NOT NULL,
  received_at TEXT NOT NULL,
  live_at TEXT,
  PRIMARY KEY (person_id, import_id)
);
CREATE INDEX papers_import_by_run ON papers_import (run_id);
CREATE INDEX papers_import_by_live ON papers_import (live_at);

-- The id is a keyed hash of person, type, id and bytes, so that the same paper is the same row however often it comes.
CREATE TABLE papers_paper (
  person_id TEXT NOT NULL,
  paper_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  resource_type TEXT NOT NULL,
  area TEXT,
  happened_on TEXT NOT NULL,
  raw BLOB NOT NULL,
  PRIMARY KEY (person_id, paper_id)
);
CREATE INDEX papers_paper_by_kind ON papers_paper (person_id, kind, happened_on, paper_id);
CREATE INDEX papers_paper_by_import ON papers_paper (person_id, import_id);

CREATE TABLE papers_proposal (
  person_id TEXT NOT NULL,
  proposal_id TEXT NOT NULL,
  paper_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  accept TEXT NOT NULL,
  line BLOB NOT NULL,
  content BLOB NOT NULL,
  answer TEXT,
  answer_id TEXT,
  answered_at TEXT,
  made_id TEXT,
  PRIMARY KEY (person_id, proposal_id)
);
CREATE INDEX papers_proposal_by_import ON papers_proposal (person_id, import_id);
CREATE INDEX papers_proposal_by_answer ON papers_proposal (person_id, answer_id);
