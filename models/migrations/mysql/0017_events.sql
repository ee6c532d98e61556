-- +goose Up
CREATE TABLE events (
  id varchar(36) NOT NULL,
  at datetime(6) NOT NULL,
  application_id varchar(26) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  user_id varchar(36) NOT NULL,
  actor_kind varchar(16) NOT NULL,
  actor_id varchar(36) NOT NULL,
  action varchar(48) NOT NULL,
  outcome varchar(24) NOT NULL,
  surface varchar(16) NOT NULL,
  request_id varchar(64) NOT NULL,
  source varchar(64) NOT NULL,
  ticket_id varchar(36) NOT NULL,
  detail varchar(255) NOT NULL,
  sequence bigint NOT NULL,
  previous_hash binary(32) NOT NULL,
  hash binary(32) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_events_chain (tenant_id, sequence),
  KEY idx_events_at (at),
  KEY idx_events_tenant (tenant_id, at),
  KEY idx_events_user_id (user_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE events;
