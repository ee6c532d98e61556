-- +goose Up
-- An answer has up to 64 KiB, as the request; what is kept of it is longer.
ALTER TABLE intentions MODIFY sealed mediumblob DEFAULT NULL;

-- +goose Down
ALTER TABLE intentions MODIFY sealed mediumblob DEFAULT NULL;
