-- +goose Up
ALTER TABLE challenges ADD KEY idx_challenges_expires_at (expires_at);

-- +goose Down
ALTER TABLE challenges DROP KEY idx_challenges_expires_at;
