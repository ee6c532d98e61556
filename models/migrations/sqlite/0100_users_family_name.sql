-- +goose Up
ALTER TABLE users ADD COLUMN family_name text NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE users DROP COLUMN family_name;
