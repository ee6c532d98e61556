-- +goose Up
ALTER TABLE challenges ADD COLUMN session_id text NOT NULL DEFAULT '';
ALTER TABLE challenges ADD COLUMN channel text NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE challenges DROP COLUMN channel;
ALTER TABLE challenges DROP COLUMN session_id;
