-- +goose Up
CREATE TABLE tries (
  tries_key binary(32),
  user_id text NOT NULL,
  kind text NOT NULL,
  wrong integer NOT NULL,
  open_tries text NOT NULL,
  wait_until datetime,
  shut_at datetime,
  told_at datetime,
  version integer NOT NULL,
  changed_at datetime NOT NULL,
  PRIMARY KEY (tries_key)
);
CREATE INDEX idx_tries_user_id ON tries(user_id);
CREATE INDEX idx_tries_changed_at ON tries(changed_at);
CREATE INDEX idx_tries_shut ON tries(shut_at, told_at);

-- +goose Down
DROP TABLE tries;
