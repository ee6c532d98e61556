-- +goose Up
CREATE TABLE sessions (
  id varchar(36) NOT NULL,
  application_id varchar(26) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  user_id varchar(36) NOT NULL,
  token_digest binary(32) NOT NULL,
  sequence bigint NOT NULL,
  metadata text NOT NULL,
  checked_at datetime(6) NOT NULL,
  password_at datetime(6) DEFAULT NULL,
  second_at datetime(6) DEFAULT NULL,
  created_at datetime(6) DEFAULT NULL,
  updated_at datetime(6) DEFAULT NULL,
  expires_at datetime(6) NOT NULL,
  ends_at datetime(6) NOT NULL,
  idle_minutes bigint NOT NULL,
  ended_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_sessions_token_digest (token_digest),
  KEY idx_sessions_tenant_id (tenant_id),
  KEY idx_sessions_user_id (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE sessions;
