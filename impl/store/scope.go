package store

import "gorm.io/gorm"

// Scope is the set of objects that a caller's rights apply to. The zero value contains nothing,
// since an empty condition must not widen a query.
type Scope struct {
	Everything    bool
	ApplicationID string
	TenantIDs     []string // nil: all of the application; empty: none
	ExceptTenants []string
	UserID        string // only this user
}

// within narrows a query to the scope. The arguments are columns of the table; an empty one means
// that the table has no such column, and a scope that is limited by it contains none of its rows.
func (s Scope) within(q *gorm.DB, application, tenant, user string) *gorm.DB {
	if s.Everything {
		return q
	}
	if s.UserID != "" {
		return only(q, user, s.UserID)
	}
	if s.ApplicationID == "" {
		return q.Where("1 = 0")
	}
	q = only(q, application, s.ApplicationID)
	switch {
	case s.TenantIDs == nil && len(s.ExceptTenants) == 0:
		return q
	case tenant == "":
		return q.Where("1 = 0")
	case s.TenantIDs != nil:
		return q.Where(tenant+" IN ?", append([]string{""}, s.TenantIDs...))
	}
	return q.Where(tenant+" NOT IN ?", s.ExceptTenants)
}

func only(q *gorm.DB, column, value string) *gorm.DB {
	if column == "" {
		return q.Where("1 = 0")
	}
	return q.Where(column+" = ?", value)
}

// Page is a page of a list in the order of ids: the rows after After.
type Page struct {
	After string
	Limit int
}

// page reads one row more than the limit, to know whether there is a next page.
func page[T any](q *gorm.DB, p Page) ([]T, bool, error) {
	var rows []T
	err := q.Where("id > ?", p.After).Order("id").Limit(p.Limit + 1).Find(&rows).Error
	if err != nil || len(rows) <= p.Limit {
		return rows, false, translate(err)
	}
	return rows[:p.Limit], true, nil
}

// AnyVersion changes a row whatever its version is.
const AnyVersion = -1

// at limits a change to a version of the row.
func at(q *gorm.DB, version int64) *gorm.DB {
	if version == AnyVersion {
		return q
	}
	return q.Where("version = ?", version)
}
