-- +goose Up
CREATE TABLE events (
  id text,
  at datetime NOT NULL,
  application_id text NOT NULL,
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL,
  surface text NOT NULL,
  request_id text NOT NULL,
  source text NOT NULL,
  ticket_id text NOT NULL,
  detail text NOT NULL,
  sequence integer NOT NULL,
  previous_hash binary(32) NOT NULL,
  hash binary(32) NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_events_chain ON events(tenant_id, sequence);
CREATE INDEX idx_events_at ON events(at);
CREATE INDEX idx_events_tenant ON events(tenant_id, at);
CREATE INDEX idx_events_user_id ON events(user_id);

-- +goose Down
DROP TABLE events;
