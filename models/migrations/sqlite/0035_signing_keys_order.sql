-- +goose Up
ALTER TABLE signing_keys ADD COLUMN sequence integer NOT NULL DEFAULT 0;
ALTER TABLE signing_keys ADD COLUMN signs_from datetime NOT NULL DEFAULT '1970-01-01 00:00:00+00:00';

-- +goose Down
ALTER TABLE signing_keys DROP COLUMN sequence;
ALTER TABLE signing_keys DROP COLUMN signs_from;
