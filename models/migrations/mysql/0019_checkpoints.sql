-- +goose Up
CREATE TABLE checkpoints (
  id varchar(36) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  sequence bigint NOT NULL,
  head binary(32) NOT NULL,
  created_at datetime(6) NOT NULL,
  signature varchar(2048) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_checkpoints_chain (tenant_id, sequence)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE checkpoints;
