-- +goose Up
-- The spelling of RFC 5646 section 2.1.1: de.
UPDATE users SET locale = LOWER(locale)
  WHERE locale REGEXP '^[A-Za-z]{2,3}$' AND BINARY locale <> BINARY LOWER(locale);

-- +goose Down
SELECT 1;
