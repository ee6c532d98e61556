-- +goose Up
CREATE TABLE intentions (
  id binary(32) NOT NULL,
  request binary(32) NOT NULL,
  attempt varchar(36) NOT NULL,
  leased_until datetime(6) NOT NULL,
  committed_at datetime(6) DEFAULT NULL,
  answered_at datetime(6) DEFAULT NULL,
  sealed blob,
  keep_until datetime(6) NOT NULL,
  expires_at datetime(6) NOT NULL,
  PRIMARY KEY (id),
  KEY idx_intentions_keep_until (keep_until),
  KEY idx_intentions_expires_at (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE intentions;
