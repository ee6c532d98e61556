-- +goose Up
CREATE UNIQUE INDEX idx_api_keys_subject ON api_keys (subject);

-- +goose Down
DROP INDEX idx_api_keys_subject;
