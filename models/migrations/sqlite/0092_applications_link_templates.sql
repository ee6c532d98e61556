-- +goose Up
-- An entry of linkTemplates can hold a placeholder in its path, and has to begin the template as it is kept now.
UPDATE applications SET policy = REPLACE(REPLACE(REPLACE(policy, '{{.UserID}}', '{userId}'), '{{.Code}}', '{code}'), '{{.OrgID}}', '{tenantId}')
  WHERE policy LIKE '%{{.%';

-- +goose Down
SELECT 1;
