-- +goose Up
CREATE INDEX idx_challenges_expires_at ON challenges(expires_at);

-- +goose Down
DROP INDEX idx_challenges_expires_at;
