-- +goose Up
-- Imports took locales as POSIX systems and directories write them: de_CH.UTF-8@euro is de-CH.
UPDATE users SET locale = REPLACE(SUBSTRING_INDEX(SUBSTRING_INDEX(locale, '@', 1), '.', 1), '_', '-')
  WHERE locale LIKE '%!_%' ESCAPE '!' OR locale LIKE '%.%' OR locale LIKE '%@%';

-- +goose Down
SELECT 1;
