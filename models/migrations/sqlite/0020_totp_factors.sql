-- +goose Up
CREATE TABLE totp_factors (
  user_id text,
  sealed blob NOT NULL,
  mailed numeric NOT NULL,
  last_step integer NOT NULL,
  created_at datetime,
  confirmed_at datetime,
  PRIMARY KEY (user_id)
);

-- +goose Down
DROP TABLE totp_factors;
