-- +goose Up
CREATE TABLE users (
  id text,
  application_id text NOT NULL,
  tenant_id text NOT NULL,
  number integer NOT NULL,
  username text NOT NULL,
  username_key binary(32) NOT NULL,
  given_name text NOT NULL,
  locale text NOT NULL,
  mfa numeric NOT NULL,
  directory numeric NOT NULL,
  boundary text NOT NULL,
  permissions text NOT NULL,
  metadata text NOT NULL,
  disabled_at datetime,
  locked_at datetime,
  sequence integer NOT NULL,
  created_at datetime,
  updated_at datetime,
  PRIMARY KEY (id)
);
CREATE INDEX idx_users_application_id ON users(application_id);
CREATE INDEX idx_users_tenant_id ON users(tenant_id);
CREATE UNIQUE INDEX idx_users_number ON users(number);
CREATE UNIQUE INDEX idx_users_username ON users(username_key, tenant_id);

-- +goose Down
DROP TABLE users;
