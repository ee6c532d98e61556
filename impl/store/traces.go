package store

import (
	"errors"
	"strings"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/tracing"
)

// spanOf keeps the span of a statement while it runs.
const spanOf = "rekey:span"

// traceStatements begins a span for each statement of a traced request. It has the verb and the table, and
// never the statement or its values.
func (s *Store) traceStatements(db *gorm.DB) error {
	begin := func(verb string) func(*gorm.DB) {
		return func(tx *gorm.DB) {
			name := strings.TrimSpace(verb + " " + tx.Statement.Table)
			_, span := tracing.Start(tx.Statement.Context, name, tracing.Client)
			if !span.Recording() {
				return
			}
			span.Text(tracing.System, s.Dialect())
			span.Text(tracing.Operation, verb)
			span.Text(tracing.Table, tx.Statement.Table)
			tx.InstanceSet(spanOf, span)
		}
	}
	end := func(tx *gorm.DB) {
		if kept, ok := tx.InstanceGet(spanOf); ok {
			if span, ok := kept.(tracing.Span); ok {
				if tx.Error != nil && !errors.Is(tx.Error, gorm.ErrRecordNotFound) {
					span.Fail("database")
				}
				span.End()
			}
		}
	}
	c := db.Callback()
	return errors.Join(
		c.Create().Before("*").Register("trace:begin", begin("INSERT")), c.Create().After("*").Register("trace:end", end),
		c.Update().Before("*").Register("trace:begin", begin("UPDATE")), c.Update().After("*").Register("trace:end", end),
		c.Delete().Before("*").Register("trace:begin", begin("DELETE")), c.Delete().After("*").Register("trace:end", end),
		c.Query().Before("*").Register("trace:begin", begin("SELECT")), c.Query().After("*").Register("trace:end", end),
		c.Raw().Before("*").Register("trace:begin", begin("EXECUTE")), c.Raw().After("*").Register("trace:end", end),
		c.Row().Before("*").Register("trace:begin", begin("SELECT")), c.Row().After("*").Register("trace:end", end),
	)
}
