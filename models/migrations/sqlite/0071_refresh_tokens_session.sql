-- +goose Up
CREATE INDEX idx_refresh_tokens_session_id ON refresh_tokens(session_id);

-- +goose Down
DROP INDEX idx_refresh_tokens_session_id;
