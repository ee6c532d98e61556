-- +goose Up
-- The spelling of RFC 5646 section 2.1.1: de-CH.
UPDATE users SET locale = CONCAT(LOWER(LEFT(locale, 2)), '-', UPPER(RIGHT(locale, 2)))
  WHERE locale REGEXP '^[A-Za-z]{2}-[A-Za-z]{2}$' AND BINARY locale <> BINARY CONCAT(LOWER(LEFT(locale, 2)), '-', UPPER(RIGHT(locale, 2)));

-- +goose Down
SELECT 1;
