-- +goose Up
CREATE TABLE recovery_codes (
  id varchar(36) NOT NULL,
  user_id varchar(36) NOT NULL,
  mac binary(32) NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  used_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_recovery_codes_mac (mac),
  KEY idx_recovery_codes_user_id (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE recovery_codes;
