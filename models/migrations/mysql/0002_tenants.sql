-- +goose Up
CREATE TABLE tenants (
  id varchar(26) NOT NULL,
  application_id varchar(26) NOT NULL,
  name varchar(200) NOT NULL,
  is_default tinyint(1) NOT NULL,
  version bigint NOT NULL,
  policy text NOT NULL,
  policy_preset varchar(32) NOT NULL,
  policy_version bigint NOT NULL,
  created_at datetime(6) DEFAULT NULL,
  updated_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  KEY idx_tenants_application_id (application_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE tenants;
