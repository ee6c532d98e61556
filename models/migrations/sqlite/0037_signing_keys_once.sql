-- +goose Up
CREATE UNIQUE INDEX idx_signing_keys_sequence ON signing_keys (sequence);

-- +goose Down
DROP INDEX idx_signing_keys_sequence;
