-- +goose Up
-- A tenant of an earlier version gets its number when it is first needed.
ALTER TABLE tenants
  ADD COLUMN number int DEFAULT NULL,
  ADD UNIQUE KEY idx_tenants_number (number);

-- +goose Down
ALTER TABLE tenants
  DROP KEY idx_tenants_number,
  DROP COLUMN number;
