-- +goose Up
CREATE TABLE applications (
  id text,
  name text NOT NULL,
  version integer NOT NULL,
  policy text NOT NULL,
  policy_preset text NOT NULL,
  policy_version integer NOT NULL,
  created_at datetime,
  updated_at datetime,
  PRIMARY KEY (id)
);

-- +goose Down
DROP TABLE applications;
