-- Addresses, phones and e-mails become one table, and the row of a customer says what hangs on it, so that pages ask for
-- nothing in vain.

-- step: what a customer's row says of what hangs on it
-- done: column customer.has_taken
ALTER TABLE customer
  MODIFY primary_phone VARCHAR(20) CHARACTER SET ascii NULL COMMENT 'contact.number of the primary phone: lists read one table',
  ADD COLUMN primary_phone_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'its type, for the summary of a record'
    AFTER primary_phone,
  MODIFY primary_email VARCHAR(254) NULL COMMENT 'contact.address of the primary e-mail, for lists as well',
  ADD COLUMN primary_address VARCHAR(230) NULL COMMENT 'the primary address in one line, for the summary'
    AFTER primary_email,
  MODIFY primary_city VARCHAR(92) NULL COMMENT 'its city and state, for lists',
  ADD COLUMN is_connected BOOLEAN NOT NULL DEFAULT FALSE COMMENT '1 = there are connections: pages ask for none in vain'
    AFTER primary_city,
  ADD COLUMN has_taken BOOLEAN NOT NULL DEFAULT FALSE COMMENT '1 = there are social profiles or sources of values'
    AFTER is_connected,
  ADD COLUMN photo BIGINT NULL COMMENT 'when the profile image was taken, in seconds since 1970, for its address; NULL = none'
    AFTER has_taken;

-- step: a table of contacts
-- done: table contact
CREATE TABLE contact (
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'whose',
  kind         ENUM('addresses','phones','emails') NOT NULL COMMENT 'the card of the form on which it stands',
  type         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'one of each at most, by kind',
  street       VARCHAR(120) NULL COMMENT 'addresses: number and street, with unit',
  city         VARCHAR(60) NULL COMMENT 'addresses: city',
  state        VARCHAR(30) NULL COMMENT 'addresses: two letters in the US',
  zip          VARCHAR(10) NULL COMMENT 'addresses: 12345 or 12345-6789',
  number       VARCHAR(20) CHARACTER SET ascii NULL COMMENT 'phones: ten digits, or + and digits from abroad',
  address      VARCHAR(254) NULL COMMENT 'emails: as typed, the part after @ in lower case',
  is_primary   BOOLEAN NOT NULL COMMENT '1 on exactly one of a customer''s rows of a kind',
  primary_of   BIGINT UNSIGNED AS (IF(is_primary, customer_id, NULL)) STORED COMMENT 'lets the index allow one primary only',
  PRIMARY KEY (customer_id, kind, type),
  UNIQUE KEY contact_primary (primary_of, kind),
  CONSTRAINT contact_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT contact_type CHECK (
    kind = 'addresses' AND type IN ('garage','mailing','physical','previous','work') OR
    kind = 'phones' AND number IS NOT NULL AND type IN ('cell','fax','home','work') OR
    kind = 'emails' AND address IS NOT NULL AND type IN ('personal','work'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='how customers are reached: addresses, phones and e-mails';

-- step: the contacts there are
-- done: SELECT EXISTS (SELECT 1 FROM contact) OR NOT EXISTS (SELECT 1 FROM address)
--   AND NOT EXISTS (SELECT 1 FROM phone) AND NOT EXISTS (SELECT 1 FROM email)
INSERT INTO contact (customer_id, kind, type, street, city, state, zip, number, address, is_primary)
SELECT customer_id, 'addresses', type, street, city, state, zip, NULL, NULL, is_primary FROM address
UNION ALL SELECT customer_id, 'phones', type, NULL, NULL, NULL, NULL, number, NULL, is_primary FROM phone
UNION ALL SELECT customer_id, 'emails', type, NULL, NULL, NULL, NULL, NULL, address, is_primary FROM email;

-- step: what hangs on the customers there are
-- done: SELECT NOT EXISTS (SELECT 1 FROM customer c WHERE
--   is_connected <> EXISTS (SELECT 1 FROM connection WHERE customer_id = c.id)
--   OR has_taken <> (EXISTS (SELECT 1 FROM social_profile WHERE customer_id = c.id)
--     OR EXISTS (SELECT 1 FROM value_source WHERE customer_id = c.id))
--   OR photo IS NULL AND EXISTS (SELECT 1 FROM photo WHERE customer_id = c.id)
--   OR primary_phone_type IS NULL AND EXISTS (SELECT 1 FROM contact WHERE primary_of = c.id AND kind = 'phones')
--   OR primary_address IS NULL AND EXISTS (SELECT 1 FROM contact WHERE primary_of = c.id AND kind = 'addresses'
--     AND CONCAT_WS('', street, city, state, zip) <> ''))
UPDATE customer c SET
  is_connected = EXISTS (SELECT 1 FROM connection WHERE customer_id = c.id),
  has_taken = EXISTS (SELECT 1 FROM social_profile WHERE customer_id = c.id)
    OR EXISTS (SELECT 1 FROM value_source WHERE customer_id = c.id),
  photo = (SELECT UNIX_TIMESTAMP(accepted_at) FROM photo WHERE customer_id = c.id),
  primary_phone_type = (SELECT type FROM contact WHERE primary_of = c.id AND kind = 'phones'),
  primary_address = (SELECT NULLIF(CONCAT_WS(', ', NULLIF(street, ''), NULLIF(city, ''),
    NULLIF(CONCAT_WS(' ', NULLIF(state, ''), NULLIF(zip, '')), '')), '')
    FROM contact WHERE primary_of = c.id AND kind = 'addresses');

-- step: the table address is no more
-- done: no table address
DROP TABLE address;

-- step: the table phone is no more
-- done: no table phone
DROP TABLE phone;

-- step: the table email is no more
-- done: no table email
DROP TABLE email;
