-- +goose Up
ALTER TABLE counters DROP COLUMN blocked_until;

-- +goose Down
ALTER TABLE counters ADD COLUMN blocked_until datetime(6) DEFAULT NULL;
