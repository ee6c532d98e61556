-- +goose Up
CREATE TABLE addresses (
  id varchar(36) NOT NULL,
  user_id varchar(36) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  kind varchar(8) NOT NULL,
  value varchar(320) NOT NULL,
  value_key binary(32) NOT NULL,
  verified_at datetime(6) DEFAULT NULL,
  is_primary tinyint(1) NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_addresses_value (value_key, tenant_id, kind),
  KEY idx_addresses_user_id (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE addresses;
