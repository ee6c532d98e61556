-- +goose Up
CREATE TABLE refresh_tokens (
  id varchar(36) NOT NULL,
  family_id varchar(36) NOT NULL,
  session_id varchar(36) NOT NULL,
  application_id varchar(26) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  user_id varchar(36) NOT NULL,
  client_id varchar(36) NOT NULL,
  digest binary(32) NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  expires_at datetime(6) NOT NULL,
  used_at datetime(6) DEFAULT NULL,
  revoked_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_refresh_tokens_digest (digest),
  KEY idx_refresh_tokens_family_id (family_id),
  KEY idx_refresh_tokens_user_id (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE refresh_tokens;
