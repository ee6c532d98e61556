package core

import (
	"github.com/rekeyhq/rekey/impl/store"
)

// Page is a part of a list in the order of ids: what comes after one of them.
type Page struct {
	After string // empty: from the start
	Limit int
}

func (p Page) Stored() store.Page { return store.Page{After: p.After, Limit: p.Limit} }

// AnyVersion is the version that a caller gives who does not say which one he means to change.
const AnyVersion = store.AnyVersion

// ResultsOf makes the results of a list.
func ResultsOf[R, T any](rows []R, of func(*R) T) []T {
	out := make([]T, len(rows))
	for i := range rows {
		out[i] = of(&rows[i])
	}
	return out
}
