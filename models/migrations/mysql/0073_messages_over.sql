-- +goose Up
ALTER TABLE messages ADD KEY idx_messages_over (sent_at, failed_at);

-- +goose Down
ALTER TABLE messages DROP KEY idx_messages_over;
