-- +goose Up
ALTER TABLE tenants ADD COLUMN rewarn_after text;
CREATE INDEX idx_tenants_rewarn_after ON tenants(rewarn_after);

-- +goose Down
DROP INDEX idx_tenants_rewarn_after;
ALTER TABLE tenants DROP COLUMN rewarn_after;
