-- +goose Up
ALTER TABLE tenant_hosts ADD COLUMN basis varchar(16) NOT NULL DEFAULT 'stored';

-- +goose Down
ALTER TABLE tenant_hosts DROP COLUMN basis;
