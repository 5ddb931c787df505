-- A dealership that began with the first release: people, customers with everything there was, and what happened.
INSERT INTO staff (id, user_name, first_name, last_name, password_hash, role)
VALUES (1, 'dana', 'Dana', 'Kim', '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA', 'Manager');
INSERT INTO customer (id, customer_type, first_name, last_name, business_name, created_at, created_by, changed_at, changed_by) VALUES
  (10001, 'individual', 'José', 'Castellanos', NULL, '2026-11-25 20:00:00', 1, '2026-11-25 20:00:00', 1),
  (10002, 'business', NULL, NULL, 'Fernbank Design', '2026-11-25 20:00:00', 1, '2026-11-25 20:00:00', 1),
  (10003, 'individual', 'Nobody', 'Reached', NULL, '2026-11-25 20:00:00', 1, '2026-11-25 20:00:00', 1);
INSERT INTO address (customer_id, type, street, city, state, zip, is_primary) VALUES
  (10001, 'mailing', '12 Main St', 'Dublin', 'OH', '43017', TRUE), (10001, 'work', NULL, 'Elsewhere', NULL, NULL, FALSE),
  (10002, 'physical', '1 Elm St', NULL, 'OH', NULL, TRUE), (10003, 'garage', 'Behind the barn', NULL, NULL, NULL, TRUE);
INSERT INTO phone (customer_id, type, number, is_primary)
VALUES (10001, 'cell', '6145550142', TRUE), (10001, 'home', '6145550143', FALSE);
INSERT INTO email (customer_id, type, address, is_primary) VALUES (10002, 'work', 'info@fernbank.example', TRUE);
INSERT INTO ssn (customer_id, key_id, sealed) VALUES (10001, '0a1b2c3d', 'c2VhbGVk');
INSERT INTO search_key (inactive, word, customer_id) VALUES (FALSE, 'castellanos jose', 10001);
INSERT INTO connection (customer_id, other_id, relationship, is_primary, other_name, added_at) VALUES
  (10001, 10002, 'employee', FALSE, 'fernbank design', NOW(6)), (10002, 10001, 'employee', TRUE, 'castellanos jose', NOW(6));
INSERT INTO activity (happened_at, staff_id, customer_id, action) VALUES (NOW(6), 1, 10001, 'customer_added');
