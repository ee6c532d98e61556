-- +goose Up
CREATE TABLE tenants (
  id text,
  application_id text NOT NULL,
  name text NOT NULL,
  is_default numeric NOT NULL,
  version integer NOT NULL,
  policy text NOT NULL,
  policy_preset text NOT NULL,
  policy_version integer NOT NULL,
  created_at datetime,
  updated_at datetime,
  PRIMARY KEY (id)
);
CREATE INDEX idx_tenants_application_id ON tenants(application_id);

-- +goose Down
DROP TABLE tenants;
