-- +goose Up
CREATE TABLE messages (
  id text,
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  ticket_id text NOT NULL,
  channel text NOT NULL,
  template text NOT NULL,
  sealed blob,
  state text NOT NULL,
  next_attempt_at datetime NOT NULL,
  attempts integer NOT NULL,
  last_answer text NOT NULL,
  created_at datetime,
  sent_at datetime,
  failed_at datetime,
  PRIMARY KEY (id)
);
CREATE INDEX idx_messages_due ON messages(state, next_attempt_at);
CREATE INDEX idx_messages_tenant_id ON messages(tenant_id);
CREATE INDEX idx_messages_user_id ON messages(user_id);

-- +goose Down
DROP TABLE messages;
