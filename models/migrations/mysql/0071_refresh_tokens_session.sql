-- +goose Up
ALTER TABLE refresh_tokens ADD KEY idx_refresh_tokens_session_id (session_id);

-- +goose Down
ALTER TABLE refresh_tokens DROP KEY idx_refresh_tokens_session_id;
