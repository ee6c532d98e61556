-- +goose Up
CREATE TABLE api_keys (
  id varchar(36) NOT NULL,
  name varchar(200) NOT NULL,
  boundary varchar(24) NOT NULL,
  application_id varchar(26) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  user_id varchar(36) NOT NULL,
  tenant_ids text NOT NULL,
  permissions text NOT NULL,
  digest binary(32) NOT NULL,
  previous_digest binary(32) DEFAULT NULL,
  previous_until datetime(6) DEFAULT NULL,
  rotated_at datetime(6) DEFAULT NULL,
  version bigint NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  updated_at datetime(6) DEFAULT NULL,
  expires_at datetime(6) DEFAULT NULL,
  revoked_at datetime(6) DEFAULT NULL,
  last_used_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_api_keys_digest (digest),
  KEY idx_api_keys_user_id (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE api_keys;
