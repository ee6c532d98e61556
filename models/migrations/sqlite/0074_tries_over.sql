-- +goose Up
DROP INDEX idx_tries_user_id;
DROP INDEX idx_tries_changed_at;
CREATE INDEX idx_tries_user ON tries(user_id, changed_at);
CREATE INDEX idx_tries_over ON tries(wrong, changed_at);

-- +goose Down
DROP INDEX idx_tries_user;
DROP INDEX idx_tries_over;
CREATE INDEX idx_tries_user_id ON tries(user_id);
CREATE INDEX idx_tries_changed_at ON tries(changed_at);
