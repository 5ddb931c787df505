-- A title says what the other customer is to this one, so each side has its own. Titles that stand on both sides from before stay:
-- nobody but the desk knows which way round they were meant.

-- step: what a connection's title means
-- done: column connection.title AND COLUMN_COMMENT LIKE 'what the other is to this one%'
ALTER TABLE connection
  MODIFY title VARCHAR(60) NULL COMMENT 'what the other is to this one, such as mother; with a business the job, the same on both sides';
