-- +goose Up
CREATE INDEX idx_messages_application ON messages(state, ready, application_id, tenant_id);

-- +goose Down
DROP INDEX idx_messages_application;
