-- +goose Up
CREATE TABLE tenant_hosts (
  host text,
  tenant_id text NOT NULL,
  PRIMARY KEY (host)
);
CREATE INDEX idx_tenant_hosts_tenant_id ON tenant_hosts(tenant_id);

-- +goose Down
DROP TABLE tenant_hosts;
