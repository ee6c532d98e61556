-- +goose Up
CREATE TABLE recovery_codes (
  id text,
  user_id text NOT NULL,
  mac binary(32) NOT NULL,
  created_at datetime,
  used_at datetime,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_recovery_codes_mac ON recovery_codes(mac);
CREATE INDEX idx_recovery_codes_user_id ON recovery_codes(user_id);

-- +goose Down
DROP TABLE recovery_codes;
