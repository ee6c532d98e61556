-- +goose Up
CREATE TABLE signing_keys (
  id text,
  sealed blob NOT NULL,
  public blob NOT NULL,
  created_at datetime,
  retired_at datetime,
  PRIMARY KEY (id)
);

-- +goose Down
DROP TABLE signing_keys;
