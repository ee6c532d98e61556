-- +goose Up
-- The spelling of RFC 5646 section 2.1.1: de-CH.
UPDATE users SET locale = lower(substr(locale, 1, 2)) || '-' || upper(substr(locale, 4, 2))
  WHERE locale GLOB '[A-Za-z][A-Za-z]-[A-Za-z][A-Za-z]' AND locale <> lower(substr(locale, 1, 2)) || '-' || upper(substr(locale, 4, 2));

-- +goose Down
SELECT 1;
