-- +goose Up
CREATE TABLE event_chains (
  tenant_id text,
  sequence integer NOT NULL,
  head binary(32) NOT NULL,
  seal binary(32) NOT NULL,
  checkpoint_sequence integer NOT NULL,
  checkpoint_at datetime NOT NULL,
  PRIMARY KEY (tenant_id)
);

-- +goose Down
DROP TABLE event_chains;
