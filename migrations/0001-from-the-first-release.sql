-- From the first release, which had no look-ups, to the one that knows migrations. Databases made between the two have
-- some of it already: the checks see that. How a migration is written: README.md beside this file.

-- step: a table of migrations
-- done: table migration
CREATE TABLE migration (
  number      INT UNSIGNED NOT NULL COMMENT 'what the name of its file in migrations/ begins with',
  name        VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'that name',
  checksum    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the file as it was carried out',
  step        INT UNSIGNED NOT NULL COMMENT 'how many of its steps are done',
  started_at  DATETIME NOT NULL COMMENT 'when its first step was done',
  done_at     DATETIME NULL COMMENT 'when its last step was done; NULL = upcard migrate goes on with it',
  PRIMARY KEY (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='how new this database is; programs meet no other than theirs';

-- step: a table of jobs
-- done: table job
CREATE TABLE job (
  name    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a job of lib/task/job_list.c',
  ran_at  DATETIME NOT NULL COMMENT 'when a process took it last; for the next hour or so no other does',
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='work that comes up again and again, done by one process at a time';

-- step: what a right's code is
-- done: column role_right.right_code AND COLUMN_COMMENT LIKE '%lib/domain/staff/right.c%'
ALTER TABLE role_right MODIFY right_code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
  COMMENT 'a code of lib/domain/staff/right.c, e.g. ssn.reveal';

-- step: a table of addresses typed for want of one
-- done: table placeholder
CREATE TABLE placeholder (
  pattern  VARCHAR(254) NOT NULL COMMENT 'e-mail addresses as LIKE knows them: none@% or %@our-own-domain.com',
  PRIMARY KEY (pattern)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='addresses typed for want of one; nobody outside is asked about them';

-- step: the first of those addresses
-- done: SELECT EXISTS (SELECT 1 FROM placeholder) OR
--   EXISTS (SELECT 1 FROM setting WHERE name = 'access_social_media')
INSERT INTO placeholder (pattern) VALUES
  ('none@%'), ('noemail@%'), ('no-email@%'), ('no.email@%'), ('nomail@%'), ('no@%'), ('na@%'), ('n/a@%'), ('test@%'),
  ('unknown@%'), ('declined@%'), ('refused@%'), ('noreply@%');

-- step: settings of the look-ups
-- done: SELECT COUNT(*) FROM setting WHERE name = 'access_social_media'
INSERT INTO setting (name, value) VALUES
  ('access_social_media', '0'),
  ('social_providers', 'gravatar,github,fediverse,libravatar,fullcontact,peopledata');

-- step: managers and administrators may change settings
-- done: SELECT EXISTS (SELECT 1 FROM role_right WHERE right_code = 'setting.change') OR
--   NOT EXISTS (SELECT 1 FROM role WHERE role IN ('Manager', 'Administrator'))
INSERT INTO role_right (role, right_code)
SELECT role, 'setting.change' FROM role WHERE role IN ('Manager', 'Administrator');

-- step: where customers work
-- done: column customer.job_title
ALTER TABLE customer
  ADD COLUMN company VARCHAR(120) NULL COMMENT 'where an individual works, as text; employers on record are connections'
    AFTER marital_status,
  ADD COLUMN job_title VARCHAR(120) NULL COMMENT 'what an individual does there'
    AFTER company;

-- step: what lists show of a customer
-- done: column customer.primary_city
ALTER TABLE customer
  ADD COLUMN primary_phone VARCHAR(20) CHARACTER SET ascii NULL COMMENT 'phone.number of the primary one: lists read one table'
    AFTER preferred_contact,
  ADD COLUMN primary_email VARCHAR(254) NULL COMMENT 'email.address of the primary one, for lists as well'
    AFTER primary_phone,
  ADD COLUMN primary_city VARCHAR(92) NULL COMMENT 'city and state of the primary address, for lists as well'
    AFTER primary_email;

-- step: what lists show of the customers there are
-- done: SELECT NOT EXISTS (SELECT 1 FROM phone JOIN customer c ON c.id = primary_of WHERE primary_phone IS NULL)
--   AND NOT EXISTS (SELECT 1 FROM email JOIN customer c ON c.id = primary_of WHERE primary_email IS NULL)
--   AND NOT EXISTS (SELECT 1 FROM address JOIN customer c ON c.id = primary_of
--     WHERE primary_city IS NULL AND CONCAT_WS('', city, state) <> '')
UPDATE customer c SET
  primary_phone = (SELECT number FROM phone WHERE primary_of = c.id),
  primary_email = (SELECT address FROM email WHERE primary_of = c.id),
  primary_city = (SELECT NULLIF(CONCAT_WS(', ', NULLIF(city, ''), NULLIF(state, '')), '') FROM address WHERE primary_of = c.id);

-- step: a table of look-ups
-- done: table lookup
CREATE TABLE lookup (
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'who is looked up; the latest look-up only',
  state        ENUM('ordered','opened','waiting','news','done') NOT NULL
               COMMENT 'to be carried out; its pop-up has been shown; a provider still searches; its late answer has come; seen',
  email        VARCHAR(254) NULL COMMENT 'the address typed to search by; NULL = all of the record',
  ordered_at   DATETIME NOT NULL COMMENT 'when it was asked for',
  ordered_by   INT UNSIGNED NOT NULL COMMENT 'staff who asked for it, or saved the customer',
  PRIMARY KEY (customer_id),
  CONSTRAINT lookup_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT lookup_staff FOREIGN KEY (ordered_by) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='look-ups that forms asked for; the look-up program carries them out';

-- step: a table of providers' answers
-- done: table lookup_answer
CREATE TABLE lookup_answer (
  provider     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who answered, a code of lib/rules/vocab.c',
  email_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the address in small letters',
  outcome      ENUM('found','nothing','queued','late','busy','refused','broken','resting') NOT NULL
               COMMENT 'how it ended; found and nothing are good for a day',
  found        MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what was found, sealed',
  answered_at  DATETIME NOT NULL COMMENT 'when; forgotten a day later',
  PRIMARY KEY (provider, email_hash),
  KEY lookup_answer_when (answered_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='answers of providers, kept a day so that nobody is asked twice';

-- step: a table of providers to leave alone
-- done: table provider_state
CREATE TABLE provider_state (
  provider    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a code of lib/rules/vocab.c',
  failures    INT UNSIGNED NOT NULL COMMENT 'answers in a row that were late or broken; five open the breaker',
  wait_until  DATETIME NULL COMMENT 'not asked before: the breaker is open for a minute, or its rate limit is used up',
  PRIMARY KEY (provider)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='whom to leave alone for a while';

-- step: a table of tickets for late answers
-- done: table ticket
CREATE TABLE ticket (
  id           CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
               COMMENT 'BLAKE2b-256 in hexadecimal of the secret in the address that the provider was given',
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'whose look-up it belongs to',
  provider     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who may use it',
  email_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which address its answer is about',
  made_at      DATETIME NOT NULL COMMENT 'good for a day',
  PRIMARY KEY (id),
  KEY ticket_made (made_at),
  CONSTRAINT ticket_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='lets a provider send a late answer, once';

-- step: a table of public accounts
-- done: table social_profile
CREATE TABLE social_profile (
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'whose',
  service      VARCHAR(40) NOT NULL COMMENT 'in small letters, such as linkedin',
  handle       VARCHAR(120) NOT NULL COMMENT 'what the customer is called there',
  link         VARCHAR(500) NOT NULL COMMENT 'http or https only',
  source       VARCHAR(120) NOT NULL COMMENT 'which providers said so',
  accepted_at  DATETIME NOT NULL COMMENT 'when it was taken into the record',
  accepted_by  INT UNSIGNED NOT NULL COMMENT 'staff who ticked it',
  PRIMARY KEY (customer_id, service, handle),
  CONSTRAINT social_profile_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT social_profile_staff FOREIGN KEY (accepted_by) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='public accounts of customers';

-- step: a table of where values came from
-- done: table value_source
CREATE TABLE value_source (
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'whose',
  field        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which field got its value from a look-up',
  source       VARCHAR(120) NOT NULL COMMENT 'which providers said so',
  accepted_at  DATETIME NOT NULL COMMENT 'when it was taken into the record',
  accepted_by  INT UNSIGNED NOT NULL COMMENT 'staff who ticked it',
  PRIMARY KEY (customer_id, field),
  CONSTRAINT value_source_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT value_source_staff FOREIGN KEY (accepted_by) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='where values came from that nobody at the desk typed';

-- step: a table of profile images
-- done: table photo
CREATE TABLE photo (
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'whose',
  picture      MEDIUMBLOB NOT NULL COMMENT 'JPEG of at most 512 x 512 without metadata, made by bin/image.c',
  source       VARCHAR(120) NOT NULL COMMENT 'which providers showed it',
  accepted_at  DATETIME NOT NULL COMMENT 'when it was taken into the record',
  accepted_by  INT UNSIGNED NOT NULL COMMENT 'staff who ticked it',
  PRIMARY KEY (customer_id),
  CONSTRAINT photo_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT photo_staff FOREIGN KEY (accepted_by) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='profile images';

-- step: a table of found images
-- done: table found_picture
CREATE TABLE found_picture (
  link_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of where it was fetched',
  picture     MEDIUMBLOB NULL COMMENT 'as in photo; NULL = what was there is no picture that can be used',
  fetched_at  DATETIME NOT NULL COMMENT 'when; forgotten a day later',
  PRIMARY KEY (link_hash),
  KEY found_picture_when (fetched_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='found images on their way into a record, so that each is fetched once';

-- step: a look-up whose pop-up has been shown
-- done: column lookup.state AND COLUMN_TYPE LIKE '%opened%'
ALTER TABLE lookup MODIFY state ENUM('ordered','opened','waiting','news','done') NOT NULL
  COMMENT 'to be carried out; its pop-up has been shown; a provider still searches; its late answer has come; seen';

-- step: what makes profile images
-- done: column photo.picture AND COLUMN_COMMENT LIKE '%bin/image.c%'
ALTER TABLE photo MODIFY picture MEDIUMBLOB NOT NULL COMMENT 'JPEG of at most 512 x 512 without metadata, made by bin/image.c';

-- step: what the log tells of look-ups
-- done: column activity.action AND COLUMN_TYPE LIKE '%setting_changed%'
ALTER TABLE activity
  MODIFY action ENUM('signed_in','sign_in_refused','signed_out','password_changed',
                    'customer_added','customer_changed','set_inactive','set_active','ssn_shown',
                    'contact_copied','connection_added','connection_changed','connection_removed',
                    'primary_contact','social_asked','social_searched','social_updated','profile_removed',
                    'photo_removed','setting_changed') NOT NULL
               COMMENT 'what happened',
  MODIFY fields VARCHAR(600) NULL
  COMMENT 'labels of what changed, who was connected, or provider, hash and outcome; never values of fields';
