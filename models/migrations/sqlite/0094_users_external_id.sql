-- +goose Up
ALTER TABLE users ADD COLUMN external_id text;
CREATE UNIQUE INDEX idx_users_external_id ON users(external_id, tenant_id);

-- +goose Down
DROP INDEX idx_users_external_id;
ALTER TABLE users DROP COLUMN external_id;
