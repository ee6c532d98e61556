package stores_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/schema"

	"github.com/rekeyhq/rekey/models"
)

// lens looks at everything that is stored about one person, so that two looks can be
// compared: at two times, or at two persons of the same story. What is random is
// called by the order in which the first look met it, and "new" if it came later.
type lens struct {
	db    *gorm.DB
	read  *sync.Map // the models, once read
	user  string
	base  time.Time // times are told as distances from it
	known map[string]string
	vague bool // tell only whether a time is set
}

// look lists the person's rows. Counters of tries and the audit trail's refusals are
// left out: they may only grow, and no failure gives them back.
func (l *lens) look(t testing.TB) []string {
	t.Helper()
	first := l.known == nil
	if first {
		l.known = map[string]string{}
	}
	var lines []string
	for _, model := range models.All() {
		s, err := schema.Parse(model, l.read, schema.NamingStrategy{})
		must(t, err)
		q := l.db.WithContext(t.Context()).Order(s.PrioritizedPrimaryField.DBName)
		switch {
		case s.Table == "users":
			q = q.Where("id = ?", l.user)
		case s.Table == "events":
			q = q.Where("user_id = ? AND outcome <> ?", l.user, "refused")
		case s.Table == "tries":
			continue
		case s.LookUpField("user_id") != nil:
			q = q.Where("user_id = ?", l.user)
		case s.Table != "reset_requests":
			continue // nobody's
		}
		rows := reflect.New(reflect.SliceOf(s.ModelType))
		must(t, q.Find(rows.Interface()).Error)
		for i := range rows.Elem().Len() {
			lines = append(lines, l.row(t, s, rows.Elem().Index(i), first))
		}
	}
	slices.Sort(lines)
	return lines
}

func (l *lens) row(t testing.TB, s *schema.Schema, row reflect.Value, first bool) string {
	t.Helper()
	cells := []string{s.Table}
	for _, field := range s.Fields {
		if slices.Contains([]string{"failed_tries", "attempts", "claimed_until", "number"}, field.DBName) {
			continue
		}
		if s.Table == "events" && slices.Contains([]string{"sequence", "previous_hash", "hash"}, field.DBName) {
			continue // its place in the tenant's trail, which persons share
		}
		value, zero := field.ValueOf(context.Background(), row)
		cell := "-"
		if !zero {
			cell = l.cell(field, value, first)
			if field.DBName == "warn_at" { // spread by the person's id
				cell = "set"
			}
		}
		cells = append(cells, field.DBName+"="+cell)
	}
	return strings.Join(cells, " ")
}

func (l *lens) cell(field *schema.Field, value any, first bool) string {
	switch at := value.(type) {
	case time.Time:
		return l.time(at)
	case *time.Time:
		return l.time(*at)
	}
	_, digest := value.([]byte)
	random := digest || strings.HasSuffix(field.DBName, "id") ||
		slices.Contains([]string{"hash_encoded", "username", "given_name", "value"}, field.DBName)
	if !random {
		return fmt.Sprint(value)
	}
	key := fmt.Sprintf("%x", value)
	if _, ok := l.known[key]; first && !ok {
		l.known[key] = fmt.Sprintf("old%d", len(l.known))
	}
	if name, ok := l.known[key]; ok {
		return name
	}
	return "new"
}

func (l *lens) time(at time.Time) string {
	if l.vague {
		return "set"
	}
	return at.Sub(l.base).String()
}
