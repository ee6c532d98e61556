-- +goose Up
-- Numbers are unique in a tenant: two tenants may bring users with the same ones.
ALTER TABLE users ADD UNIQUE KEY idx_users_tenant_number (tenant_id, number);

-- +goose Down
ALTER TABLE users DROP KEY idx_users_tenant_number;
