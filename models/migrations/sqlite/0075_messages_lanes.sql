-- +goose Up
ALTER TABLE messages ADD COLUMN destination blob NOT NULL DEFAULT x'';
ALTER TABLE messages ADD COLUMN ready numeric NOT NULL DEFAULT 0;
DROP INDEX idx_messages_user_id;
CREATE INDEX idx_messages_user_id ON messages(user_id, state);
DROP INDEX idx_messages_due;
CREATE INDEX idx_messages_due ON messages(state, ready, next_attempt_at);
CREATE INDEX idx_messages_lane ON messages(state, ready, tenant_id, destination, id);

-- +goose Down
DROP INDEX idx_messages_lane;
DROP INDEX idx_messages_due;
CREATE INDEX idx_messages_due ON messages(state, next_attempt_at);
DROP INDEX idx_messages_user_id;
CREATE INDEX idx_messages_user_id ON messages(user_id);
ALTER TABLE messages DROP COLUMN ready;
ALTER TABLE messages DROP COLUMN destination;
