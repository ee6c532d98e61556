-- +goose Up
CREATE TABLE schema_floor (
  id integer,
  version integer NOT NULL,
  PRIMARY KEY (id)
);

-- +goose Down
DROP TABLE schema_floor;
