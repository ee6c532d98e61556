-- +goose Up
-- The id that a user had in another system. Ids are compared exactly, with their case.
ALTER TABLE users
  ADD COLUMN external_id varchar(64) COLLATE utf8mb4_bin DEFAULT NULL,
  ADD UNIQUE KEY idx_users_external_id (external_id, tenant_id);

-- +goose Down
ALTER TABLE users
  DROP KEY idx_users_external_id,
  DROP COLUMN external_id;
