package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UserOrder is what found users are sorted by.
type UserOrder = store.UserOrder

// The orders.
const (
	OrderByID          = store.OrderByID
	OrderByNumber      = store.OrderByNumber
	OrderByUsername    = store.OrderByUsername
	OrderByGivenName   = store.OrderByGivenName
	OrderByFamilyName  = store.OrderByFamilyName
	OrderByNickname    = store.OrderByNickname
	OrderByDisplayName = store.OrderByDisplayName
	OrderByEmail       = store.OrderByEmail
	OrderByDisabled    = store.OrderByDisabled
	OrderByState       = store.OrderByState
	OrderByCreation    = store.OrderByCreation
)

// SearchUsersInput describes a page of a search.
type SearchUsersInput struct {
	Where         *UserCondition // nil: all users in scope
	Order         UserOrder
	Descending    bool
	Offset, Limit int
}

// SearchUsers finds users in the caller's scope, which holds whatever the condition is, and counts
// all that are found.
func (uc *UseCases) SearchUsers(ctx context.Context, in SearchUsersInput) ([]core.User, int64, error) {
	rd := uc.store.Read(ctx)
	search := store.UserSearch{
		Scope: core.CallerScope(ctx), Order: in.Order, Descending: in.Descending, Offset: in.Offset, Limit: in.Limit,
	}
	if in.Where != nil {
		search.Where = &in.Where.stored
	}
	rows, total, err := rd.SearchUsers(search)
	if err != nil {
		return nil, 0, err
	}
	out, err := readUsers(rd, rows)
	return out, total, err
}

// UserCondition is a condition on users, to search them by. The zero value is met by nobody, and
// so are AllOf and AnyOf without a condition: an empty one must not widen a search.
type UserCondition struct{ stored store.UserCondition }

// AllOf is met by users who meet each condition.
func AllOf(all ...UserCondition) UserCondition {
	return UserCondition{store.AllUserConditions(storedOf(all)...)}
}

// AnyOf is met by users who meet at least one condition.
func AnyOf(all ...UserCondition) UserCondition {
	return UserCondition{store.AnyUserCondition(storedOf(all)...)}
}

// Not is met by users who do not meet the condition.
func Not(c UserCondition) UserCondition { return UserCondition{store.NotUserCondition(c.stored)} }

// Anybody is met by every user.
func Anybody() UserCondition { return Not(UserCondition{}) }

func storedOf(all []UserCondition) []store.UserCondition {
	out := make([]store.UserCondition, len(all))
	for i, c := range all {
		out[i] = c.stored
	}
	return out
}

// UserText is a text of a user that conditions compare.
type UserText int

// The texts. A user has the address if any of the addresses is it.
const (
	TextUsername UserText = iota
	TextGivenName
	TextFamilyName
	TextNickname
	TextDisplayName
	TextEmail
	TextPhone
)

// Match says how a text is compared.
type Match struct {
	Before, After bool // anything may stand before, or after, the text
	IgnoreCase    bool
}

// whole reports whether the text is compared in whole.
func (m Match) whole() bool { return !m.Before && !m.After }

// HasText is met by users who have the text. Whole names and addresses are found by their keys,
// which an index has.
func HasText(where UserText, text string, m Match) UserCondition {
	if text == "" {
		return UserCondition{}
	}
	spelling := text
	if m.IgnoreCase {
		spelling = ""
	}
	p := store.Pattern{Text: text, Before: m.Before, After: m.After, IgnoreCase: m.IgnoreCase}
	kind := models.AddressEmail
	switch where {
	case TextGivenName:
		return UserCondition{store.UserText(store.ColumnGivenName, p)}
	case TextFamilyName:
		return UserCondition{store.UserText(store.ColumnFamilyName, p)}
	case TextNickname:
		return UserCondition{store.UserText(store.ColumnNickname, p)}
	case TextDisplayName:
		return UserCondition{store.UserText(store.ColumnDisplayName, p)}
	case TextUsername:
		if m.whole() {
			return UserCondition{store.UserKeys(core.UsernameKeys(text), spelling)}
		}
		return UserCondition{store.UserText(store.ColumnUsername, p)}
	case TextPhone: // the keys of a number are those of its standard form
		kind, spelling = models.AddressPhone, ""
	case TextEmail:
	}
	if m.whole() {
		return UserCondition{store.AddressKeys(kind, core.AddressKeys(kind, text), spelling)}
	}
	return UserCondition{store.AddressText(kind, p)}
}

// HasID is met by the users with one of the ids.
func HasID(ids ...string) UserCondition { return UserCondition{store.UserIDs(ids...)} }

// HasNumber is met by the user of each tenant with this number.
func HasNumber(n int32) UserCondition { return UserCondition{store.UserNumber(n)} }

// NumberAfter is met by the users with a greater number.
func NumberAfter(n int32) UserCondition { return UserCondition{store.UserNumberAfter(n)} }

// InTenant is met by the users of a tenant.
func InTenant(id string) UserCondition { return UserCondition{store.UserTenant(id)} }

// InState is met by the users in a state.
func InState(s core.UserState) UserCondition {
	switch s {
	case core.UserDisabled:
		return UserCondition{store.DisabledUsers()}
	case core.UserLocked:
		return UserCondition{store.LockedUsers()}
	case core.UserNew:
		return UserCondition{store.NewUsers()}
	case core.UserActive:
		return UserCondition{store.ActiveUsers()}
	}
	return UserCondition{}
}

// Locked is met by locked users, disabled or not.
func Locked() UserCondition { return UserCondition{store.EveryLockedUser()} }

// InDirectory is met by the users of a directory.
func InDirectory() UserCondition { return UserCondition{store.DirectoryUsers()} }

// AfterID is met by the users whose ids come after one; if the order is descending, before it.
func AfterID(id string, descending bool) UserCondition {
	return UserCondition{store.UsersAfter(OrderByID, descending, nil, id)}
}

// AfterUsername is met by the users who come after a user in the order of user names.
func AfterUsername(username, id string, descending bool) UserCondition {
	return UserCondition{store.UsersAfter(OrderByUsername, descending, username, id)}
}

// AfterDisabled is met by the users who come after a user in the order in which disabled users are the last.
func AfterDisabled(disabled bool, id string, descending bool) UserCondition {
	rank := 0
	if disabled {
		rank = 1
	}
	return UserCondition{store.UsersAfter(OrderByDisabled, descending, rank, id)}
}
