-- Reads leave traces, and tries of signing in are counted by device and session as well.

-- step: a table of who was shown whom
-- done: table visit
CREATE TABLE visit (
  id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'order of writing',
  happened_at    DATETIME NOT NULL COMMENT 'when',
  staff_id       INT UNSIGNED NULL COMMENT 'who; NULL = nobody was signed in',
  session_id     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'in which session',
  address        VARCHAR(45) CHARACTER SET ascii NOT NULL COMMENT 'REMOTE_ADDR',
  page           VARCHAR(120) NOT NULL COMMENT 'what was asked for, numbers as #',
  status         SMALLINT UNSIGNED NOT NULL COMMENT 'how it was answered; 403, 429 and 500 are refusals and faults',
  customer_id    BIGINT UNSIGNED NULL COMMENT 'the number in that address, whether it is a customer''s or not',
  shown          TEXT CHARACTER SET ascii NULL COMMENT 'the customers on the page, as a list of JSON; NULL = none',
  once_a_minute  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL
                 COMMENT 'hash of minute, address, status and page of somebody who is not signed in, so that they fill no disk',
  PRIMARY KEY (id),
  KEY visit_staff (staff_id, happened_at),
  UNIQUE KEY visit_once_a_minute (once_a_minute)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
  COMMENT='who was shown whom, and refused what, a row a page; the programs may add and read, never change it';

-- step: what wrong tries are counted by
-- done: column sign_in_attempt.subject AND COLUMN_COMMENT LIKE '%a person on a device%'
ALTER TABLE sign_in_attempt
  MODIFY subject CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    COMMENT 'hash of what is counted: a user name, REMOTE_ADDR or its network, a person on a device, a session',
  MODIFY failures INT UNSIGNED NOT NULL COMMENT 'failed tries in a row, or in the window (address), with those that are looked at now',
  MODIFY since DATETIME NOT NULL COMMENT 'latest failure, or the first one in the window (address)';
