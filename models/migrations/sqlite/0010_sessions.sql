-- +goose Up
CREATE TABLE sessions (
  id text,
  application_id text NOT NULL,
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  token_digest binary(32) NOT NULL,
  sequence integer NOT NULL,
  metadata text NOT NULL,
  checked_at datetime NOT NULL,
  password_at datetime,
  second_at datetime,
  created_at datetime,
  updated_at datetime,
  expires_at datetime NOT NULL,
  ends_at datetime NOT NULL,
  idle_minutes integer NOT NULL,
  ended_at datetime,
  PRIMARY KEY (id)
);
CREATE INDEX idx_sessions_tenant_id ON sessions(tenant_id);
CREATE UNIQUE INDEX idx_sessions_token_digest ON sessions(token_digest);
CREATE INDEX idx_sessions_user_id ON sessions(user_id);

-- +goose Down
DROP TABLE sessions;
