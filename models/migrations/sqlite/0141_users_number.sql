-- +goose Up
DROP INDEX idx_users_number;

-- +goose Down
CREATE UNIQUE INDEX idx_users_number ON users(number);
