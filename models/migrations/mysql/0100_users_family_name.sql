-- +goose Up
ALTER TABLE users ADD COLUMN family_name varchar(200) NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE users DROP COLUMN family_name;
