-- +goose Up
CREATE TABLE readiness (
  id integer,
  checked_at datetime NOT NULL,
  PRIMARY KEY (id)
);

-- +goose Down
DROP TABLE readiness;
