-- +goose Up
CREATE TABLE reset_requests (
  id varchar(36) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  sealed blob NOT NULL,
  attempts bigint NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  claimed_until datetime(6) NOT NULL,
  PRIMARY KEY (id),
  KEY idx_reset_requests_claimed_until (claimed_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE reset_requests;
