-- +goose Up
ALTER TABLE api_keys ADD COLUMN subject text;
ALTER TABLE api_keys ADD COLUMN public_key_id text;
ALTER TABLE api_keys ADD COLUMN public_key blob;

-- +goose Down
ALTER TABLE api_keys DROP COLUMN public_key;
ALTER TABLE api_keys DROP COLUMN public_key_id;
ALTER TABLE api_keys DROP COLUMN subject;
