-- +goose Up
ALTER TABLE users ADD COLUMN nickname varchar(200) NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE users DROP COLUMN nickname;
