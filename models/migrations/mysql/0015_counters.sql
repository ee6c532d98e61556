-- +goose Up
CREATE TABLE counters (
  counter_key binary(32) NOT NULL,
  hits bigint NOT NULL,
  window_ends_at datetime(6) NOT NULL,
  blocked_until datetime(6) DEFAULT NULL,
  PRIMARY KEY (counter_key),
  KEY idx_counters_window_ends_at (window_ends_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE counters;
