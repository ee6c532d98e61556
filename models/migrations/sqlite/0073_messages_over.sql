-- +goose Up
CREATE INDEX idx_messages_over ON messages(sent_at, failed_at);

-- +goose Down
DROP INDEX idx_messages_over;
