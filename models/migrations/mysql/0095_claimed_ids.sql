-- +goose Up
CREATE TABLE claimed_ids (
  digest binary(32) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (digest),
  KEY idx_claimed_ids_tenant_id (tenant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE claimed_ids;
