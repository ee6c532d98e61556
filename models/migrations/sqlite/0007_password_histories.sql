-- +goose Up
CREATE TABLE password_histories (
  id text,
  user_id text NOT NULL,
  hash_encoded text NOT NULL,
  hash_key_id text NOT NULL,
  created_at datetime,
  PRIMARY KEY (id)
);
CREATE INDEX idx_password_histories_user ON password_histories(user_id, created_at);

-- +goose Down
DROP TABLE password_histories;
