-- +goose Up
CREATE TABLE host_claims (
  id varchar(36) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  host varchar(255) NOT NULL,
  token varchar(64) NOT NULL,
  created_at datetime(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_host_claims_host (tenant_id, host)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE host_claims;
