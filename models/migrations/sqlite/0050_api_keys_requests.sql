-- +goose Up
ALTER TABLE api_keys ADD COLUMN requests_per_minute integer;
ALTER TABLE api_keys ADD COLUMN requests_at_once integer;

-- +goose Down
ALTER TABLE api_keys DROP COLUMN requests_at_once;
ALTER TABLE api_keys DROP COLUMN requests_per_minute;
