-- +goose Up
-- A tenant of an earlier version gets its number when it is first needed.
ALTER TABLE tenants ADD COLUMN number integer;
CREATE UNIQUE INDEX idx_tenants_number ON tenants(number);

-- +goose Down
DROP INDEX idx_tenants_number;
ALTER TABLE tenants DROP COLUMN number;
