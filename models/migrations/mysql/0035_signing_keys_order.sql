-- +goose Up
ALTER TABLE signing_keys
  ADD COLUMN sequence bigint NOT NULL DEFAULT 0,
  ADD COLUMN signs_from datetime(6) NOT NULL DEFAULT '1970-01-01 00:00:00';

-- +goose Down
ALTER TABLE signing_keys DROP COLUMN sequence, DROP COLUMN signs_from;
