-- +goose Up
CREATE TABLE readiness (
  id bigint NOT NULL,
  checked_at datetime(6) NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE readiness;
