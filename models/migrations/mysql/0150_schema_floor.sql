-- +goose Up
CREATE TABLE schema_floor (
  id bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE schema_floor;
