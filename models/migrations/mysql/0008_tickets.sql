-- +goose Up
CREATE TABLE tickets (
  id varchar(36) NOT NULL,
  application_id varchar(26) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  user_id varchar(36) NOT NULL,
  purpose varchar(8) NOT NULL,
  medium varchar(8) NOT NULL,
  proof varchar(16) NOT NULL,
  lookup binary(32) NOT NULL,
  code_mac binary(32) DEFAULT NULL,
  address_id varchar(36) NOT NULL,
  link_template varchar(200) NOT NULL,
  shown_name varchar(200) NOT NULL,
  failed_tries bigint NOT NULL,
  max_tries bigint NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  expires_at datetime(6) NOT NULL,
  queued_at datetime(6) DEFAULT NULL,
  delivered_at datetime(6) DEFAULT NULL,
  failed_at datetime(6) DEFAULT NULL,
  opened_at datetime(6) DEFAULT NULL,
  verified_at datetime(6) DEFAULT NULL,
  consumed_at datetime(6) DEFAULT NULL,
  ended_at datetime(6) DEFAULT NULL,
  ended_because varchar(16) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY idx_tickets_lookup (lookup),
  KEY idx_tickets_user (user_id, purpose),
  KEY idx_tickets_tenant_id (tenant_id),
  KEY idx_tickets_open (consumed_at, ended_at, expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE tickets;
