-- +goose Up
ALTER TABLE sessions ADD KEY idx_sessions_over (ended_at, expires_at);

-- +goose Down
ALTER TABLE sessions DROP KEY idx_sessions_over;
