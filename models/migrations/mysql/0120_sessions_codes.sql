-- +goose Up
ALTER TABLE sessions
  ADD COLUMN second_by varchar(8) NOT NULL DEFAULT '',
  ADD COLUMN mail_code_at datetime(6) DEFAULT NULL,
  ADD COLUMN sms_code_at datetime(6) DEFAULT NULL;

-- +goose Down
ALTER TABLE sessions
  DROP COLUMN sms_code_at,
  DROP COLUMN mail_code_at,
  DROP COLUMN second_by;
