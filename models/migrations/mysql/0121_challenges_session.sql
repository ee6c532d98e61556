-- +goose Up
ALTER TABLE challenges
  ADD COLUMN session_id varchar(36) NOT NULL DEFAULT '',
  ADD COLUMN channel varchar(8) NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE challenges
  DROP COLUMN channel,
  DROP COLUMN session_id;
