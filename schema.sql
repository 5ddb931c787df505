-- Every table of Upcard. Load it once into an empty database with an account that may create tables.
-- MariaDB 10.11 or later, STRICT mode, utf8mb4, times in UTC.
-- A column's comment says what it holds; the words in an ENUM, a SET or the CHECK of contact are the codes of
-- lib/rules/vocab.c (tests/house compares them). All times are the database's clock.

SET NAMES utf8mb4;

-- ---------------------------------------------------------------- the database itself

CREATE TABLE migration (
  number      INT UNSIGNED NOT NULL COMMENT 'what the name of its file in migrations/ begins with',
  name        VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'that name',
  checksum    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the file as it was carried out',
  step        INT UNSIGNED NOT NULL COMMENT 'how many of its steps are done',
  started_at  DATETIME NOT NULL COMMENT 'when its first step was done',
  done_at     DATETIME NULL COMMENT 'when its last step was done; NULL = upcard migrate goes on with it',
  PRIMARY KEY (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='how new this database is; programs meet no other than theirs';

CREATE TABLE job (
  name    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a job of lib/task/job_list.c',
  ran_at  DATETIME NOT NULL COMMENT 'when a process took it last; for the next hour or so no other does',
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='work that comes up again and again, done by one process at a time';

-- ---------------------------------------------------------------- people who sign in

CREATE TABLE role (
  role  VARCHAR(30) NOT NULL COMMENT 'what the role is called, shown to administrators',
  PRIMARY KEY (role)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='named sets of rights';

CREATE TABLE role_right (
  role        VARCHAR(30) NOT NULL COMMENT 'the role that holds it',
  right_code  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
              COMMENT 'a code of lib/domain/staff/right.c, e.g. ssn.reveal',
  PRIMARY KEY (role, right_code),
  CONSTRAINT role_right_role FOREIGN KEY (role) REFERENCES role (role) ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='which role may do what; what is not here is denied';

CREATE TABLE staff (
  id              INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'internal',
  user_name       VARCHAR(40) NOT NULL COMMENT 'typed at sign-in; case does not matter',
  first_name      VARCHAR(60) NOT NULL COMMENT 'shown in the upper right corner',
  last_name       VARCHAR(60) NOT NULL COMMENT 'shown in the history of a record',
  password_hash   VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                  COMMENT 'Argon2id, as crypto_pwhash_str of libsodium writes it',
  role            VARCHAR(30) NOT NULL COMMENT 'what this person may do',
  simple_search   BOOLEAN NOT NULL DEFAULT TRUE
                  COMMENT 'preference Customer Search Filters: 1 simple field, 0 advanced fields',
  inactive        BOOLEAN NOT NULL DEFAULT FALSE COMMENT '1 = may no longer sign in',
  created_at      DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'when the account was made',
  PRIMARY KEY (id),
  UNIQUE KEY staff_user_name (user_name),
  CONSTRAINT staff_role FOREIGN KEY (role) REFERENCES role (role) ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='people of the dealership who sign in';

CREATE TABLE session (
  id                 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
                     COMMENT 'BLAKE2b-256 in hexadecimal of the secret in the cookie',
  staff_id           INT UNSIGNED NOT NULL COMMENT 'who signed in',
  address            VARCHAR(45) CHARACTER SET ascii NOT NULL COMMENT 'REMOTE_ADDR at sign-in',
  started_at         DATETIME NOT NULL COMMENT 'sign-in; a session ends 12 hours later whatever happens',
  seen_at            DATETIME NOT NULL COMMENT 'last request, written at most once a minute',
  find               VARCHAR(4000) CHARACTER SET ascii COLLATE ascii_bin NULL
                     COMMENT 'the latest customer search, sealed, as it stands in the address',
  shown_customer_id  BIGINT UNSIGNED NULL COMMENT 'whose SSN this session revealed last',
  shown_at           DATETIME(6) NULL COMMENT 'when; the number is masked again 60 seconds later',
  PRIMARY KEY (id),
  KEY session_staff (staff_id),
  KEY session_started (started_at),
  CONSTRAINT session_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='who is signed in; deleting a row signs out';

CREATE TABLE sign_in_attempt (
  subject     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
              COMMENT 'hash of what is counted: a user name, REMOTE_ADDR or its network, a person on a device, a session',
  failures    INT UNSIGNED NOT NULL COMMENT 'failed tries in a row, or in the window (address), with those that are looked at now',
  since       DATETIME NOT NULL COMMENT 'latest failure, or the first one in the window (address)',
  wait_until  DATETIME NULL COMMENT 'before this no password is even looked at',
  PRIMARY KEY (subject),
  KEY sign_in_attempt_since (since)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='slows down guessing; the same for names that do not exist';

CREATE TABLE once (
  once_key    CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'hash of a random word in the form and of what it was sent to',
  staff_id    INT UNSIGNED NOT NULL COMMENT 'who sent the form',
  words       CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'hash of what was typed, salted with that random word',
  location    VARCHAR(300) CHARACTER SET ascii NOT NULL COMMENT 'where its sender was led; led there again if re-sent',
  customer_id BIGINT UNSIGNED NULL COMMENT 'whom the form added, for when it comes again with other words',
  created_at  DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'may be forgotten after two days',
  PRIMARY KEY (once_key, staff_id),
  KEY once_created (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
  COMMENT='forms already carried out, written in the same transaction as what they did';

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

CREATE TABLE setting (
  name   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which switch or text',
  value  VARCHAR(200) NOT NULL COMMENT 'its value as text',
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='settings of the dealership';

CREATE TABLE placeholder (
  pattern  VARCHAR(254) NOT NULL COMMENT 'e-mail addresses as LIKE knows them: none@% or %@our-own-domain.com',
  PRIMARY KEY (pattern)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='addresses typed for want of one; nobody outside is asked about them';

-- ---------------------------------------------------------------- customers

CREATE TABLE customer (
  id                 BIGINT UNSIGNED NOT NULL AUTO_INCREMENT
                     COMMENT 'the customer number: assigned, shown to everybody, never reused',
  customer_type      ENUM('individual','business') NOT NULL COMMENT 'person or company',
  first_name         VARCHAR(60) NULL COMMENT 'individuals',
  middle_name        VARCHAR(60) NULL COMMENT 'individuals',
  last_name          VARCHAR(60) NULL COMMENT 'individuals',
  suffix             VARCHAR(20) NULL COMMENT 'Jr., III ...; individuals',
  business_name      VARCHAR(120) NULL COMMENT 'businesses',
  gender             ENUM('female','male','nonbinary','unspecified') NULL COMMENT 'individuals; NULL = not asked',
  date_of_birth      DATE NULL COMMENT 'individuals',
  marital_status     ENUM('single','married','separated','divorced','widowed') NULL
                     COMMENT 'individuals; NULL = not asked',
  company            VARCHAR(120) NULL COMMENT 'where an individual works, as text; employers on record are connections',
  job_title          VARCHAR(120) NULL COMMENT 'what an individual does there',
  privacy            SET('no_email','no_mail','no_phone_calls') NULL
                     COMMENT 'how the customer must not be contacted; NULL = no restrictions',
  preferred_contact  ENUM('email','mail','phone','text') NULL COMMENT 'how the customer likes to be contacted',
  primary_phone      VARCHAR(30) CHARACTER SET ascii NULL COMMENT 'contact.number of the primary phone: lists read one table',
  primary_phone_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'its type, for the summary of a record',
  primary_email      VARCHAR(254) NULL COMMENT 'contact.address of the primary e-mail, for lists as well',
  primary_address    VARCHAR(230) NULL COMMENT 'the primary address in one line, for the summary',
  primary_city       VARCHAR(92) NULL COMMENT 'its city and state, for lists',
  is_connected       BOOLEAN NOT NULL DEFAULT FALSE COMMENT '1 = there are connections: pages ask for none in vain',
  has_taken          BOOLEAN NOT NULL DEFAULT FALSE COMMENT '1 = there are social profiles or sources of values',
  photo              BIGINT NULL COMMENT 'when the profile image was taken, in seconds since 1970, for its address; NULL = none',
  inactive           BOOLEAN NOT NULL DEFAULT FALSE COMMENT '1 = hidden from searches unless asked for',
  row_version        INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'goes up with every change; a form with an older one is stale',
  created_at         DATETIME NOT NULL COMMENT 'when the record was made',
  created_by         INT UNSIGNED NOT NULL COMMENT 'staff who made it',
  changed_at         DATETIME NOT NULL COMMENT 'last change of the record or of what hangs on it',
  changed_by         INT UNSIGNED NOT NULL COMMENT 'staff who made that change',
  PRIMARY KEY (id),
  KEY customer_recent (inactive, changed_at, id),
  KEY customer_recent_all (changed_at, id),
  CONSTRAINT customer_named CHECK (customer_type = 'business' AND business_name IS NOT NULL
    OR customer_type = 'individual' AND first_name IS NOT NULL AND last_name IS NOT NULL),
  CONSTRAINT customer_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
  CONSTRAINT customer_changed_by FOREIGN KEY (changed_by) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 AUTO_INCREMENT=10001 COMMENT='everybody the dealership knows';

CREATE TABLE contact (
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'whose',
  kind         ENUM('addresses','phones','emails') NOT NULL COMMENT 'the card of the form on which it stands',
  type         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'one of each at most, by kind',
  street       VARCHAR(120) NULL COMMENT 'addresses: number and street, with unit',
  city         VARCHAR(60) NULL COMMENT 'addresses: city',
  state        VARCHAR(30) NULL COMMENT 'addresses: two letters in the US',
  zip          VARCHAR(10) NULL COMMENT 'addresses: 12345 or 12345-6789',
  number       VARCHAR(30) CHARACTER SET ascii NULL COMMENT 'phones: ten digits, or + and digits from abroad; behind them an extension as x123',
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

CREATE TABLE ssn (
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'whose',
  key_id       CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'which line of the key file opens it',
  sealed       VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
               COMMENT 'nonce and XChaCha20-Poly1305 ciphertext, base64; bound to table, column, customer and key',
  PRIMARY KEY (customer_id),
  KEY ssn_key (key_id),
  CONSTRAINT ssn_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='social security numbers, never in the clear';

CREATE TABLE search_key (
  inactive     BOOLEAN NOT NULL COMMENT 'the customer''s, so that one range serves one search',
  word         VARCHAR(100) COLLATE utf8mb4_bin NOT NULL
               COMMENT 'one way to begin typing this customer, folded by lib/base/fold.c',
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'who is found by it',
  PRIMARY KEY (inactive, word, customer_id),
  KEY search_key_customer (customer_id, word),
  CONSTRAINT search_key_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='every way a customer may be looked up; written with the customer';

CREATE TABLE connection (
  customer_id   BIGINT UNSIGNED NOT NULL COMMENT 'on whose record; each pair has two rows, one a side',
  other_id      BIGINT UNSIGNED NOT NULL COMMENT 'the customer it is connected with',
  relationship  ENUM('employee','friend','relative','other') NOT NULL COMMENT 'the same on both sides',
  title         VARCHAR(60) NULL COMMENT 'what the other is to this one, such as mother; with a business the job, the same on both sides',
  is_primary    BOOLEAN NOT NULL DEFAULT FALSE COMMENT '1 on exactly one row of a business that has any: its primary contact',
  other_name    VARCHAR(100) COLLATE utf8mb4_bin NOT NULL
                COMMENT 'the other''s name, last name first, folded: the order of the list; follows when it is renamed',
  added_at      DATETIME(6) NOT NULL COMMENT 'the longest-standing one becomes primary when the primary one goes',
  primary_of    BIGINT UNSIGNED AS (IF(is_primary, customer_id, NULL)) STORED COMMENT 'lets the index allow one primary only',
  PRIMARY KEY (customer_id, other_id),
  UNIQUE KEY connection_primary (primary_of),
  KEY connection_list (customer_id, is_primary DESC, other_name, other_id),
  KEY connection_other (other_id),
  CONSTRAINT connection_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT connection_other FOREIGN KEY (other_id) REFERENCES customer (id),
  CONSTRAINT connection_not_self CHECK (customer_id <> other_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='who belongs to whom: family, employer, contacts of a business';

-- ---------------------------------------------------------------- the social media look-up

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

CREATE TABLE provider_state (
  provider    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a code of lib/rules/vocab.c',
  failures    INT UNSIGNED NOT NULL COMMENT 'answers in a row that were late or broken; five open the breaker',
  wait_until  DATETIME NULL COMMENT 'not asked before: the breaker is open for a minute, or its rate limit is used up',
  PRIMARY KEY (provider)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='whom to leave alone for a while';

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

CREATE TABLE photo (
  customer_id  BIGINT UNSIGNED NOT NULL COMMENT 'whose',
  image        MEDIUMBLOB NOT NULL COMMENT 'JPEG of at most 512 x 512 without metadata, made by bin/image.c',
  source       VARCHAR(120) NOT NULL COMMENT 'which providers showed it',
  accepted_at  DATETIME NOT NULL COMMENT 'when it was taken into the record',
  accepted_by  INT UNSIGNED NOT NULL COMMENT 'staff who ticked it',
  PRIMARY KEY (customer_id),
  CONSTRAINT photo_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT photo_staff FOREIGN KEY (accepted_by) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='profile images';

CREATE TABLE found_image (
  link_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of where it was fetched',
  image       MEDIUMBLOB NULL COMMENT 'as in photo; NULL = what was there is no image that can be used',
  fetched_at  DATETIME NOT NULL COMMENT 'when; forgotten a day later',
  PRIMARY KEY (link_hash),
  KEY found_image_when (fetched_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='found images on their way into a record, so that each is fetched once';

CREATE TABLE activity (
  id           BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'order of writing',
  happened_at  DATETIME(6) NOT NULL COMMENT 'when',
  staff_id     INT UNSIGNED NULL COMMENT 'who; NULL = nobody was signed in',
  session_id   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'in which session',
  address      VARCHAR(45) CHARACTER SET ascii NULL COMMENT 'REMOTE_ADDR',
  customer_id  BIGINT UNSIGNED NULL COMMENT 'on which record',
  action       ENUM('signed_in','sign_in_refused','signed_out','password_changed',
                    'customer_added','customer_changed','set_inactive','set_active','ssn_shown',
                    'contact_copied','connection_added','connection_changed','connection_removed',
                    'primary_contact','social_asked','social_searched','social_updated','profile_removed',
                    'photo_removed','setting_changed') NOT NULL
               COMMENT 'what happened',
  fields       VARCHAR(600) NULL
               COMMENT 'labels of what changed, who was connected, or provider, hash and outcome; never values of fields',
  row_version  INT UNSIGNED NULL COMMENT 'the record''s version afterwards',
  PRIMARY KEY (id),
  KEY activity_customer (customer_id, id),
  KEY activity_when (happened_at),
  CONSTRAINT activity_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT activity_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='what happened; the programs may add and read, never change it';

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

-- ---------------------------------------------------------------- first rows

INSERT INTO role (role) VALUES ('Manager'), ('Salesperson'), ('Administrator');

INSERT INTO role_right (role, right_code) VALUES
  ('Manager', 'customer.see'), ('Manager', 'customer.add'), ('Manager', 'customer.edit'),
  ('Manager', 'customer.status'), ('Manager', 'ssn.last4'), ('Manager', 'ssn.reveal'), ('Manager', 'staff.manage'),
  ('Manager', 'setting.change'),
  ('Salesperson', 'customer.see'), ('Salesperson', 'customer.add'), ('Salesperson', 'customer.edit'),
  ('Salesperson', 'customer.status'),
  ('Administrator', 'staff.manage'), ('Administrator', 'setting.change');

INSERT INTO setting (name, value) VALUES
  ('dealership_name', 'Hillside Motors'),
  ('session_idle_minutes', '30'),
  ('session_hours', '12'),
  ('access_social_media', '0'),
  ('social_providers', 'gravatar,github,fediverse,libravatar,fullcontact,peopledata');

INSERT INTO placeholder (pattern) VALUES
  ('none@%'), ('noemail@%'), ('no-email@%'), ('no.email@%'), ('nomail@%'), ('no@%'), ('na@%'), ('n/a@%'), ('test@%'),
  ('unknown@%'), ('declined@%'), ('refused@%'), ('noreply@%');

-- Every migration is in the tables above. One line a file of migrations/, with its checksum (sha256sum) and steps.
INSERT INTO migration (number, name, checksum, step, started_at, done_at) VALUES
  (1, '0001-from-the-first-release.sql', '769e4715a7f821123ee729fabbbe101c5d3ace8f1d62041db4ebd44f257de1d0', 21, NOW(), NOW()),
  (2, '0002-contact.sql', 'eaa175f912ce66aea1145f693cd15c6174ebd08dad85aa1b8f4c8faef8e92cd4', 7, NOW(), NOW()),
  (3, '0003-found-image.sql', '85756bcea4e68ac710c66b7598d643750c9a84075b3dd255c04a0e4c54d8ce9d', 2, NOW(), NOW()),
  (4, '0004-form-words.sql', '3fe28c48c160ce24cff8ca75a5dab64c21c558bfabbb1aef8d96ddc758aaa9fe', 1, NOW(), NOW()),
  (5, '0005-phone-extension.sql', 'c5e9102203abad46c4825e6f8558b06e00dd39438e5cd00780be98b3bdbf24e0', 2, NOW(), NOW()),
  (6, '0006-visit.sql', 'bce33ede2aa384432020e02c1dee474ead785212fe9c92c84ae33b789625ae9c', 2, NOW(), NOW()),
  (7, '0007-draft.sql', '58152d4dc4fe0d388adfd9d560f932e3b84013a3cf0d2de9baa39372d8152083', 1, NOW(), NOW()),
  (8, '0008-title-each-side.sql', '20026fbed23f41ed10783e590555b1afd936557a34ac1987add300889a365a31', 1, NOW(), NOW());
