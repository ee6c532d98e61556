-- +goose Up
UPDATE signing_keys SET
  sequence = (SELECT count(*) FROM signing_keys o
    WHERE o.created_at < signing_keys.created_at OR o.created_at = signing_keys.created_at AND o.id <= signing_keys.id),
  signs_from = COALESCE(created_at, signs_from);

-- +goose Down
UPDATE signing_keys SET sequence = 0;
