-- +goose Up
CREATE TABLE credentials (
  user_id varchar(36) NOT NULL,
  hash_encoded varchar(512) NOT NULL,
  hash_key_id varchar(16) NOT NULL,
  version bigint NOT NULL,
  must_change tinyint(1) NOT NULL,
  temporary tinyint(1) NOT NULL,
  used_at datetime(6) DEFAULT NULL,
  changed_at datetime(6) DEFAULT NULL,
  expires_at datetime(6) DEFAULT NULL,
  warn_at datetime(6) DEFAULT NULL,
  session_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (user_id),
  KEY idx_credentials_warn_at (warn_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE credentials;
