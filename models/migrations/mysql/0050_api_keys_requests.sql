-- +goose Up
ALTER TABLE api_keys
  ADD COLUMN requests_per_minute bigint DEFAULT NULL,
  ADD COLUMN requests_at_once bigint DEFAULT NULL;

-- +goose Down
ALTER TABLE api_keys
  DROP COLUMN requests_at_once,
  DROP COLUMN requests_per_minute;
