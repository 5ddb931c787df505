-- A phone number is stored with its extension behind it.

-- step: a contact's number with an extension
-- done: column contact.number AND COLUMN_TYPE = 'varchar(30)'
ALTER TABLE contact
  MODIFY number VARCHAR(30) CHARACTER SET ascii NULL COMMENT 'phones: ten digits, or + and digits from abroad; behind them an extension as x123';

-- step: the copy of the primary one
-- done: column customer.primary_phone AND COLUMN_TYPE = 'varchar(30)'
ALTER TABLE customer
  MODIFY primary_phone VARCHAR(30) CHARACTER SET ascii NULL COMMENT 'contact.number of the primary phone: lists read one table';
