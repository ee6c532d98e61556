-- +goose Up
CREATE TABLE password_histories (
  id varchar(36) NOT NULL,
  user_id varchar(36) NOT NULL,
  hash_encoded varchar(512) NOT NULL,
  hash_key_id varchar(16) NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  KEY idx_password_histories_user (user_id, created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE password_histories;
