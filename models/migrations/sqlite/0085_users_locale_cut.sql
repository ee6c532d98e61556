-- +goose Up
-- Imports took locales as POSIX systems and directories write them: de_CH.UTF-8@euro is de-CH.
UPDATE users SET locale = replace(substr(locale, 1, min(instr(locale || '@', '@'), instr(locale || '.', '.')) - 1), '_', '-')
  WHERE instr(locale, '_') > 0 OR instr(locale, '.') > 0 OR instr(locale, '@') > 0;

-- +goose Down
SELECT 1;
