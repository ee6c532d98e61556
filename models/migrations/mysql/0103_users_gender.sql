-- +goose Up
ALTER TABLE users ADD COLUMN gender varchar(16) NOT NULL DEFAULT 'unspecified';

-- +goose Down
ALTER TABLE users DROP COLUMN gender;
