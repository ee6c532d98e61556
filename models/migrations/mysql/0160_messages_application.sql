-- +goose Up
ALTER TABLE messages ADD KEY idx_messages_application (state, ready, application_id, tenant_id);

-- +goose Down
ALTER TABLE messages DROP KEY idx_messages_application;
