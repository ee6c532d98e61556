-- +goose Up
CREATE TABLE challenges (
  id text,
  user_id text NOT NULL,
  tenant_id text NOT NULL,
  lookup binary(32) NOT NULL,
  code_mac binary(32) NOT NULL,
  version integer NOT NULL,
  failed_tries integer NOT NULL,
  max_tries integer NOT NULL,
  resends integer NOT NULL,
  created_at datetime,
  expires_at datetime NOT NULL,
  consumed_at datetime,
  PRIMARY KEY (id)
);
CREATE UNIQUE INDEX idx_challenges_lookup ON challenges(lookup);
CREATE INDEX idx_challenges_user_id ON challenges(user_id);

-- +goose Down
DROP TABLE challenges;
