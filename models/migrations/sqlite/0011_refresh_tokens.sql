-- +goose Up
CREATE TABLE refresh_tokens (
  id text,
  family_id text NOT NULL,
  session_id text NOT NULL,
  application_id text NOT NULL,
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  client_id text NOT NULL,
  digest binary(32) NOT NULL,
  created_at datetime,
  expires_at datetime NOT NULL,
  used_at datetime,
  revoked_at datetime,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_refresh_tokens_digest ON refresh_tokens(digest);
CREATE INDEX idx_refresh_tokens_family_id ON refresh_tokens(family_id);
CREATE INDEX idx_refresh_tokens_user_id ON refresh_tokens(user_id);

-- +goose Down
DROP TABLE refresh_tokens;
