-- +goose Up
CREATE TABLE claimed_ids (
  digest binary(32) NOT NULL,
  tenant_id text NOT NULL,
  created_at datetime,
  PRIMARY KEY (digest)
);
CREATE INDEX idx_claimed_ids_tenant_id ON claimed_ids(tenant_id);

-- +goose Down
DROP TABLE claimed_ids;
