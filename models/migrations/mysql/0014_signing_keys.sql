-- +goose Up
CREATE TABLE signing_keys (
  id varchar(36) NOT NULL,
  sealed blob NOT NULL,
  public blob NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  retired_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE signing_keys;
