-- +goose Up
ALTER TABLE users ADD COLUMN nickname text NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE users DROP COLUMN nickname;
