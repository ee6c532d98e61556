-- +goose Up
CREATE TABLE tenant_hosts (
  host varchar(255) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  PRIMARY KEY (host),
  KEY idx_tenant_hosts_tenant_id (tenant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE tenant_hosts;
