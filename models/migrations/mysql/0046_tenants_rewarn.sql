-- +goose Up
UPDATE tenants SET rewarn_after = ''
  WHERE policy LIKE '%"lifetimeDays"%' OR application_id IN (SELECT id FROM applications WHERE policy LIKE '%"lifetimeDays"%');

-- +goose Down
UPDATE tenants SET rewarn_after = NULL;
