-- +goose Up
ALTER TABLE users DROP KEY idx_users_number;

-- +goose Down
ALTER TABLE users ADD UNIQUE KEY idx_users_number (number);
