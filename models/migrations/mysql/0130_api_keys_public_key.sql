-- +goose Up
ALTER TABLE api_keys
  ADD COLUMN subject varchar(64) DEFAULT NULL,
  ADD COLUMN public_key_id varchar(64) DEFAULT NULL,
  ADD COLUMN public_key varbinary(1024) DEFAULT NULL;

-- +goose Down
ALTER TABLE api_keys
  DROP COLUMN public_key,
  DROP COLUMN public_key_id,
  DROP COLUMN subject;
