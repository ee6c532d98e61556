package core

import (
	"github.com/rekeyhq/rekey/impl/store"
)

// Page is a part of a list that is ordered by id.
type Page struct {
	After string // the id before the page; empty: from the start
	Limit int
}

// Stored is the page as the store reads it.
func (p Page) Stored() store.Page { return store.Page{After: p.After, Limit: p.Limit} }

// AnyVersion is the version in an input that changes an object whatever its version is.
const AnyVersion = store.AnyVersion

// ResultsOf converts each row of a list to a result.
func ResultsOf[R, T any](rows []R, convert func(*R) T) []T {
	out := make([]T, len(rows))
	for i := range rows {
		out[i] = convert(&rows[i])
	}
	return out
}
