-- +goose Up
-- An answer has up to 64 KiB, as the request; what is kept of it is longer. A blob has no bound here.
SELECT 1;

-- +goose Down
SELECT 1;
