-- +goose Up
ALTER TABLE sessions ADD COLUMN second_by text NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN mail_code_at datetime;
ALTER TABLE sessions ADD COLUMN sms_code_at datetime;

-- +goose Down
ALTER TABLE sessions DROP COLUMN sms_code_at;
ALTER TABLE sessions DROP COLUMN mail_code_at;
ALTER TABLE sessions DROP COLUMN second_by;
