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
  warn_at datetime,
  session_at datetime,
  PRIMARY KEY (user_id)
);
CREATE INDEX idx_credentials_warn_at ON credentials(warn_at);

-- +goose Down
DROP TABLE credentials;
