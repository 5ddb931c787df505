-- A form that comes again is known by what was typed into it: the same words lead to the first result, others do not.

-- step: what was typed, and whom it added
-- done: column once.customer_id
ALTER TABLE once
  MODIFY once_key CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'hash of a random word in the form and of what it was sent to',
  ADD COLUMN words CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'hash of what was typed, salted with that random word'
    AFTER staff_id,
  ADD COLUMN customer_id BIGINT UNSIGNED NULL COMMENT 'whom the form added, for when it comes again with other words'
    AFTER location;
