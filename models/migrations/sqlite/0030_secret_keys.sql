-- +goose Up
CREATE TABLE secret_keys (
  id text,
  check_value binary(32),
  generation integer,
  created_at datetime NOT NULL,
  current_at datetime,
  given_up_at datetime,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_secret_keys_generation ON secret_keys(generation);

-- +goose Down
DROP TABLE secret_keys;
