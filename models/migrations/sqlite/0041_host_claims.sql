-- +goose Up
CREATE TABLE host_claims (
  id text,
  tenant_id text NOT NULL,
  host text NOT NULL,
  token text NOT NULL,
  created_at datetime NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_host_claims_host ON host_claims(tenant_id, host);

-- +goose Down
DROP TABLE host_claims;
