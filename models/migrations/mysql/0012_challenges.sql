-- +goose Up
CREATE TABLE challenges (
  id varchar(36) NOT NULL,
  user_id varchar(36) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  lookup binary(32) NOT NULL,
  code_mac binary(32) NOT NULL,
  version bigint NOT NULL,
  failed_tries bigint NOT NULL,
  max_tries bigint NOT NULL,
  resends bigint NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  expires_at datetime(6) NOT NULL,
  consumed_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_challenges_lookup (lookup),
  KEY idx_challenges_user_id (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE challenges;
