-- +goose Up
CREATE TABLE tries (
  tries_key binary(32) NOT NULL,
  user_id varchar(36) NOT NULL,
  kind varchar(16) NOT NULL,
  wrong bigint NOT NULL,
  open_tries text NOT NULL,
  wait_until datetime(6) DEFAULT NULL,
  shut_at datetime(6) DEFAULT NULL,
  told_at datetime(6) DEFAULT NULL,
  version bigint NOT NULL,
  changed_at datetime(6) NOT NULL,
  PRIMARY KEY (tries_key),
  KEY idx_tries_user_id (user_id),
  KEY idx_tries_changed_at (changed_at),
  KEY idx_tries_shut (shut_at,told_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE tries;
