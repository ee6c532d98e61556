-- +goose Up
CREATE TABLE reset_requests (
  id text,
  tenant_id text NOT NULL,
  sealed blob NOT NULL,
  attempts integer NOT NULL,
  created_at datetime,
  claimed_until datetime NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX idx_reset_requests_claimed_until ON reset_requests(claimed_until);

-- +goose Down
DROP TABLE reset_requests;
