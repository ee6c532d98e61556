-- +goose Up
UPDATE signing_keys k
  JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY created_at, id) AS place FROM signing_keys) o ON o.id = k.id
  SET k.sequence = o.place, k.signs_from = COALESCE(k.created_at, k.signs_from);

-- +goose Down
UPDATE signing_keys SET sequence = 0;
