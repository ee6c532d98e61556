-- +goose Up
CREATE TABLE checkpoints (
  id text,
  tenant_id text NOT NULL,
  sequence integer NOT NULL,
  head binary(32) NOT NULL,
  created_at datetime NOT NULL,
  signature text NOT NULL,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_checkpoints_chain ON checkpoints(tenant_id, sequence);

-- +goose Down
DROP TABLE checkpoints;
