-- +goose Up
CREATE TABLE messages (
  id varchar(36) NOT NULL,
  application_id varchar(26) NOT NULL,
  tenant_id varchar(26) NOT NULL,
  user_id varchar(36) NOT NULL,
  ticket_id varchar(36) NOT NULL,
  channel varchar(8) NOT NULL,
  template varchar(40) NOT NULL,
  sealed blob DEFAULT NULL,
  state varchar(8) NOT NULL,
  next_attempt_at datetime(6) NOT NULL,
  claimed_until datetime(6) DEFAULT NULL,
  attempts bigint NOT NULL,
  last_answer varchar(255) NOT NULL,
  content_until datetime(6) DEFAULT NULL,
  created_at datetime(6) DEFAULT NULL,
  sent_at datetime(6) DEFAULT NULL,
  failed_at datetime(6) DEFAULT NULL,
  PRIMARY KEY (id),
  KEY idx_messages_tenant_id (tenant_id),
  KEY idx_messages_user_id (user_id),
  KEY idx_messages_ticket_id (ticket_id),
  KEY idx_messages_content_until (content_until),
  KEY idx_messages_due (state, next_attempt_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;

-- +goose Down
DROP TABLE messages;
