-- +goose Up
CREATE TABLE secret_keys (
  id varchar(16) NOT NULL,
  check_value binary(32) DEFAULT NULL,
  generation bigint DEFAULT NULL,
  created_at datetime(6) NOT NULL,
  current_at datetime(6) DEFAULT NULL,
  given_up_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_secret_keys_generation (generation)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE secret_keys;
