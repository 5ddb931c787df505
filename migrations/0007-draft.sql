-- Pages that answered a form and saved nothing are kept, so that Back and reload never send the form again.

-- step: a table of them
-- done: table draft
CREATE TABLE draft (
  draft_key   CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random, in the address of the page',
  session_id  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who may see it: session.id',
  status      SMALLINT UNSIGNED NOT NULL COMMENT 'of the answer: 200, 409 or 422',
  sealed      MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the page, sealed, as it holds what was typed',
  key_id      CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which key sealed it',
  created_at  DATETIME NOT NULL COMMENT 'forgotten a day later',
  PRIMARY KEY (draft_key),
  KEY draft_created (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
  COMMENT='pages that answered a form and saved nothing: Back and reload lead to them and never send the form again';
