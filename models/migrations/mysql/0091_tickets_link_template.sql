-- +goose Up
-- The placeholders of a link template are those of URI templates; they were those that one surface publishes.
UPDATE tickets SET link_template = REPLACE(REPLACE(REPLACE(link_template, '{{.UserID}}', '{userId}'), '{{.Code}}', '{code}'), '{{.OrgID}}', '{tenantId}')
  WHERE link_template LIKE '%{{.%';

-- +goose Down
SELECT 1;
