-- +goose Up
CREATE TABLE totp_factors (
  user_id varchar(36) NOT NULL,
  sealed blob NOT NULL,
  mailed tinyint(1) NOT NULL,
  last_step bigint NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  confirmed_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE totp_factors;
