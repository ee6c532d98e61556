-- +goose Up
CREATE TABLE intentions (
  id binary(32),
  request binary(32) NOT NULL,
  attempt text NOT NULL,
  leased_until datetime NOT NULL,
  committed_at datetime,
  answered_at datetime,
  sealed blob,
  keep_until datetime NOT NULL,
  expires_at datetime NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX idx_intentions_keep_until ON intentions(keep_until);
CREATE INDEX idx_intentions_expires_at ON intentions(expires_at);

-- +goose Down
DROP TABLE intentions;
