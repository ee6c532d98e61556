-- +goose Up
ALTER TABLE tenants
  ADD COLUMN rewarn_after varchar(36) DEFAULT NULL,
  ADD KEY idx_tenants_rewarn_after (rewarn_after);

-- +goose Down
ALTER TABLE tenants DROP KEY idx_tenants_rewarn_after, DROP COLUMN rewarn_after;
