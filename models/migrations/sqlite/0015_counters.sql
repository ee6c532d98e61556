-- +goose Up
CREATE TABLE counters (
  counter_key binary(32),
  hits integer NOT NULL,
  window_ends_at datetime NOT NULL,
  blocked_until datetime,
  PRIMARY KEY (counter_key)
);
CREATE INDEX idx_counters_window_ends_at ON counters(window_ends_at);

-- +goose Down
DROP TABLE counters;
