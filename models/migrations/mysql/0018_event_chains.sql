-- +goose Up
CREATE TABLE event_chains (
  tenant_id varchar(26) NOT NULL,
  sequence bigint NOT NULL,
  head binary(32) NOT NULL,
  seal binary(32) NOT NULL,
  checkpoint_sequence bigint NOT NULL,
  checkpoint_at datetime(6) NOT NULL,
  PRIMARY KEY (tenant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE event_chains;
