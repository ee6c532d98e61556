-- +goose Up
ALTER TABLE tries
  DROP KEY idx_tries_user_id, DROP KEY idx_tries_changed_at,
  ADD KEY idx_tries_user (user_id, changed_at), ADD KEY idx_tries_over (wrong, changed_at);

-- +goose Down
ALTER TABLE tries
  DROP KEY idx_tries_user, DROP KEY idx_tries_over,
  ADD KEY idx_tries_user_id (user_id), ADD KEY idx_tries_changed_at (changed_at);
