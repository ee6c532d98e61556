-- +goose Up
CREATE INDEX idx_sessions_over ON sessions(ended_at, expires_at);

-- +goose Down
DROP INDEX idx_sessions_over;
