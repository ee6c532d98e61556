-- +goose Up
-- Numbers are unique in a tenant: two tenants may bring users with the same ones.
CREATE UNIQUE INDEX idx_users_tenant_number ON users(tenant_id, number);

-- +goose Down
DROP INDEX idx_users_tenant_number;
