-- +goose Up
CREATE TABLE credentials (
  user_id text,
  hash_encoded text NOT NULL,
  hash_key_id text NOT NULL,
  version integer NOT NULL,
  must_change numeric NOT NULL,
  temporary numeric NOT NULL,
  used_at datetime,
  changed_at datetime,
  expires_at datetime,
  warned_at datetime,
  session_at datetime,
  PRIMARY KEY (user_id)
);

-- +goose Down
DROP TABLE credentials;
