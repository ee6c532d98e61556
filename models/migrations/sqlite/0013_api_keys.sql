-- +goose Up
CREATE TABLE api_keys (
  id text,
  name text NOT NULL,
  boundary text NOT NULL,
  application_id text NOT NULL,
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  tenant_ids text NOT NULL,
  permissions text NOT NULL,
  digest binary(32) NOT NULL,
  previous_digest binary(32),
  previous_until datetime,
  rotated_at datetime,
  version integer NOT NULL,
  created_at datetime,
  updated_at datetime,
  expires_at datetime,
  revoked_at datetime,
  last_used_at datetime,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_api_keys_digest ON api_keys(digest);
CREATE INDEX idx_api_keys_user_id ON api_keys(user_id);

-- +goose Down
DROP TABLE api_keys;
