package store

import (
	"errors"
	"reflect"
	"time"

	"gorm.io/gorm"
)

// exact returns a time as both engines store it: UTC, in microseconds. MySQL truncates it;
// SQLite would store the rest and the zone, as text that no longer sorts.
func exact(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// keepExactTimes makes every written time exact, whatever code set it.
func keepExactTimes(db *gorm.DB) error {
	c := db.Callback()
	return errors.Join(
		c.Create().Before("gorm:create").Register("rekey:times", exactRow),
		c.Update().Before("gorm:update").Register("rekey:times", exactChange),
	)
}

func exactRow(db *gorm.DB) {
	row := db.Statement.ReflectValue
	if db.Error != nil || db.Statement.Schema == nil || row.Kind() != reflect.Struct {
		return
	}
	for _, field := range db.Statement.Schema.Fields {
		switch value, _ := field.ValueOf(db.Statement.Context, row); at := value.(type) {
		case time.Time:
			_ = db.AddError(field.Set(db.Statement.Context, row, exact(at)))
		case *time.Time:
			if at != nil {
				_ = db.AddError(field.Set(db.Statement.Context, row, exact(*at)))
			}
		}
	}
}

func exactChange(db *gorm.DB) {
	change, ok := db.Statement.Dest.(map[string]any)
	if !ok {
		return
	}
	for name, value := range change {
		switch at := value.(type) {
		case time.Time:
			change[name] = exact(at)
		case *time.Time:
			if at != nil {
				change[name] = exact(*at)
			}
		}
	}
}
