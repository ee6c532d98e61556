-- +goose Up
CREATE TABLE addresses (
  id text,
  user_id text NOT NULL,
  tenant_id text NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  value_key binary(32) NOT NULL,
  verified_at datetime,
  is_primary numeric NOT NULL,
  created_at datetime,
  PRIMARY KEY (id)
);
CREATE INDEX idx_addresses_user_id ON addresses(user_id);
CREATE UNIQUE INDEX idx_addresses_value ON addresses(value_key, tenant_id, kind);

-- +goose Down
DROP TABLE addresses;
