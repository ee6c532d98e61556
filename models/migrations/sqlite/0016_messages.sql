-- +goose Up
CREATE TABLE messages (
  id text,
  application_id text NOT NULL,
  tenant_id text NOT NULL,
  user_id text NOT NULL,
  ticket_id text NOT NULL,
  channel text NOT NULL,
  template text NOT NULL,
  sealed blob,
  state text NOT NULL,
  next_attempt_at datetime NOT NULL,
  claimed_until datetime,
  attempts integer NOT NULL,
  last_answer text NOT NULL,
  content_until datetime,
  created_at datetime,
  sent_at datetime,
  failed_at datetime,
  PRIMARY KEY (id)
);
CREATE INDEX idx_messages_due ON messages(state, next_attempt_at);
CREATE INDEX idx_messages_tenant_id ON messages(tenant_id);
CREATE INDEX idx_messages_user_id ON messages(user_id);
CREATE INDEX idx_messages_ticket_id ON messages(ticket_id);
CREATE INDEX idx_messages_content_until ON messages(content_until);

-- +goose Down
DROP TABLE messages;
