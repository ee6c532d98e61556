-- +goose Up
-- The spelling of RFC 5646 section 2.1.1: de.
UPDATE users SET locale = lower(locale)
  WHERE (locale GLOB '[A-Za-z][A-Za-z]' OR locale GLOB '[A-Za-z][A-Za-z][A-Za-z]') AND locale <> lower(locale);

-- +goose Down
SELECT 1;
