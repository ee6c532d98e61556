-- +goose Up
CREATE TABLE tickets (
  id text,
  application_id text NOT NULL,
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  purpose text NOT NULL,
  medium text NOT NULL,
  proof text NOT NULL,
  lookup binary(32) NOT NULL,
  code_mac binary(32),
  address_id text NOT NULL,
  link_template text NOT NULL,
  shown_name text NOT NULL,
  failed_tries integer NOT NULL,
  max_tries integer NOT NULL,
  created_at datetime,
  expires_at datetime NOT NULL,
  queued_at datetime,
  delivered_at datetime,
  failed_at datetime,
  opened_at datetime,
  verified_at datetime,
  consumed_at datetime,
  ended_at datetime,
  ended_because text NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_tickets_lookup ON tickets(lookup);
CREATE INDEX idx_tickets_user ON tickets(user_id, purpose);
CREATE INDEX idx_tickets_tenant_id ON tickets(tenant_id);
CREATE INDEX idx_tickets_open ON tickets(consumed_at, ended_at, expires_at);

-- +goose Down
DROP TABLE tickets;
