-- +goose Up
ALTER TABLE sessions ADD COLUMN device text;

-- +goose Down
ALTER TABLE sessions DROP COLUMN device;
