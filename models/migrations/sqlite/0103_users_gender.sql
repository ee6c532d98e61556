-- +goose Up
ALTER TABLE users ADD COLUMN gender text NOT NULL DEFAULT 'unspecified';

-- +goose Down
ALTER TABLE users DROP COLUMN gender;
