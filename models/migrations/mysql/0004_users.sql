-- +goose Up
CREATE TABLE users (
  id varchar(36) NOT NULL,
  application_id varchar(26) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  number int NOT NULL,
  username varchar(255) NOT NULL,
  username_key binary(32) NOT NULL,
  given_name varchar(200) NOT NULL,
  locale varchar(35) NOT NULL,
  mfa tinyint(1) NOT NULL,
  directory tinyint(1) NOT NULL,
  boundary varchar(24) NOT NULL,
  permissions text NOT NULL,
  metadata text NOT NULL,
  disabled_at datetime(6) DEFAULT NULL,
  locked_at datetime(6) DEFAULT NULL,
  sequence bigint NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  updated_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_users_username (username_key, tenant_id),
  UNIQUE KEY idx_users_number (number),
  KEY idx_users_application_id (application_id),
  KEY idx_users_tenant_id (tenant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE users;
