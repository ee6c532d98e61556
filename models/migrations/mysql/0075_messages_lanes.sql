-- +goose Up
ALTER TABLE messages
  ADD COLUMN destination varbinary(16) NOT NULL DEFAULT '',
  ADD COLUMN ready tinyint(1) NOT NULL DEFAULT 0,
  DROP KEY idx_messages_user_id,
  ADD KEY idx_messages_user_id (user_id, state),
  DROP KEY idx_messages_due,
  ADD KEY idx_messages_due (state, ready, next_attempt_at),
  ADD KEY idx_messages_lane (state, ready, tenant_id, destination, id);

-- +goose Down
ALTER TABLE messages
  DROP KEY idx_messages_lane,
  DROP KEY idx_messages_due,
  ADD KEY idx_messages_due (state, next_attempt_at),
  DROP KEY idx_messages_user_id,
  ADD KEY idx_messages_user_id (user_id),
  DROP COLUMN ready,
  DROP COLUMN destination;
