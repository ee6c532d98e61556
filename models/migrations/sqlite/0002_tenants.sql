-- +goose Up
CREATE TABLE tenants (
  id text,
  application_id text NOT NULL,
  name text NOT NULL,
  is_default numeric NOT NULL,
  settings text NOT NULL,
  version integer NOT NULL,
  created_at datetime,
  updated_at datetime,
  PRIMARY KEY (id)
);
CREATE INDEX idx_tenants_application_id ON tenants(application_id);

-- +goose Down
DROP TABLE tenants;
