package zitadel

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
)

// ListUsers searches users.
func (h *handlers) ListUsers(ctx context.Context, r zitadelapi.ListUsersRequestObject) (zitadelapi.ListUsersResponseObject, error) {
	in, err := userSearch(r.Body)
	if err != nil {
		return nil, err
	}
	found, total, err := h.Core.Accounts.SearchUsers(ctx, in)
	if err != nil {
		return nil, err
	}
	out := zitadelapi.ListUsers200JSONResponse{Details: zitadelapi.ListDetails{TotalResult: count(total), Timestamp: at(h.Clock.Now())}}
	var shown []zitadelapi.User
	for i := range found {
		shown = append(shown, user(&found[i]))
	}
	if len(shown) > 0 {
		out.Result = &shown
	}
	return out, nil
}

// userSearch reads the page, the order and the queries, all of which must hold.
func userSearch(b *zitadelapi.ListUsersJSONRequestBody) (accounts.SearchUsersInput, error) {
	q := orZero(b.Query)
	in := accounts.SearchUsersInput{Limit: pageSize, Order: userOrder(orZero(b.SortingColumn)), Descending: !orZero(q.Asc)}
	if n := orZero(q.Limit); n > 0 {
		in.Limit = int(n)
	}
	if text := orZero(q.Offset); text != "" {
		var err error
		if in.Offset, err = strconv.Atoi(text); err != nil {
			return in, fault.ErrMalformed.With(fault.Violation{Pointer: "/query/offset", Code: "too_large", Message: "The value is too large."})
		}
	}
	if len(orZero(b.Queries)) == 0 {
		return in, nil
	}
	var read userQueries
	where, err := read.all(*b.Queries, "", 1)
	if err != nil {
		return in, err
	}
	all := accounts.AllOf(where...)
	in.Where = &all
	return in, nil
}

func userOrder(column zitadelapi.UserFieldName) accounts.UserOrder {
	switch column {
	case zitadelapi.UserFieldNameUSERFIELDNAMEUSERNAME:
		return accounts.OrderByUsername
	case zitadelapi.UserFieldNameUSERFIELDNAMEFIRSTNAME:
		return accounts.OrderByGivenName
	case zitadelapi.UserFieldNameUSERFIELDNAMELASTNAME:
		return accounts.OrderByFamilyName
	case zitadelapi.UserFieldNameUSERFIELDNAMENICKNAME:
		return accounts.OrderByNickname
	case zitadelapi.UserFieldNameUSERFIELDNAMEDISPLAYNAME:
		return accounts.OrderByDisplayName
	case zitadelapi.UserFieldNameUSERFIELDNAMEEMAIL:
		return accounts.OrderByEmail
	case zitadelapi.UserFieldNameUSERFIELDNAMESTATE:
		return accounts.OrderByState
	case zitadelapi.UserFieldNameUSERFIELDNAMECREATIONDATE:
		return accounts.OrderByCreation
	case zitadelapi.UserFieldNameUSERFIELDNAMETYPE, zitadelapi.UserFieldNameUSERFIELDNAMEUNSPECIFIED: // all are of one type
	}
	return accounts.OrderByID
}

const (
	maxQueries    = 100
	maxQueryDepth = 8
)

// userQueries reads a tree of queries, and counts them.
type userQueries struct{ count int }

// queryKind is one member of a query.
type queryKind struct {
	name  string
	given bool
	read  func(pointer string) (accounts.UserCondition, error)
}

func kindOfQuery[T any](name string, member nullable.Nullable[T], read func(q T, pointer string) (accounts.UserCondition, error)) queryKind {
	q, given := optional(member)
	return queryKind{name, given, func(pointer string) (accounts.UserCondition, error) { return read(q, pointer) }}
}

func (u *userQueries) all(list []zitadelapi.UserSearchQuery, pointer string, depth int) ([]accounts.UserCondition, error) {
	out := make([]accounts.UserCondition, len(list))
	for i, q := range list {
		var err error
		if out[i], err = u.one(q, fmt.Sprintf("%s/queries/%d", pointer, i), depth); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// one reads the single member of a query. A query without one, or with several, is refused: a search that
// lost a criterion would find more users than its caller meant.
func (u *userQueries) one(q zitadelapi.UserSearchQuery, pointer string, depth int) (none accounts.UserCondition, err error) {
	if u.count++; u.count > maxQueries || depth > maxQueryDepth {
		return none, refusedQuery(pointer, "too_many", fmt.Sprintf("At most %d queries, nested at most %d deep, are supported.", maxQueries, maxQueryDepth))
	}
	var given *queryKind
	for _, kind := range slices.Concat(nameQueries(q), addressQueries(q), factQueries(q), u.groups(q, depth)) {
		if !kind.given {
			continue
		}
		if given != nil {
			return none, exclusive(pointer+"/"+given.name, pointer+"/"+kind.name)
		}
		given = &kind
	}
	if given == nil {
		return none, refusedQuery(pointer, "required", "Needs exactly one query.")
	}
	return given.read(pointer + "/" + given.name)
}

func refusedQuery(pointer, code, message string) error {
	return fault.ErrMalformed.With(fault.Violation{Pointer: pointer, Code: code, Message: message})
}

// groups are the members that consist of further queries.
func (u *userQueries) groups(q zitadelapi.UserSearchQuery, depth int) []queryKind {
	return []queryKind{
		kindOfQuery("orQuery", q.OrQuery, func(q zitadelapi.OrQuery, pointer string) (accounts.UserCondition, error) {
			all, err := u.all(q.Queries, pointer, depth+1)
			return accounts.AnyOf(all...), err
		}),
		kindOfQuery("andQuery", q.AndQuery, func(q zitadelapi.AndQuery, pointer string) (accounts.UserCondition, error) {
			all, err := u.all(q.Queries, pointer, depth+1)
			return accounts.AllOf(all...), err
		}),
		kindOfQuery("notQuery", q.NotQuery, func(q zitadelapi.NotQuery, pointer string) (accounts.UserCondition, error) {
			one, err := u.one(orZero(q.Query), pointer+"/query", depth+1)
			return accounts.Not(one), err
		}),
	}
}

// nameQueries are the members about names.
func nameQueries(q zitadelapi.UserSearchQuery) []queryKind {
	return []queryKind{
		kindOfQuery("userNameQuery", q.UserNameQuery, func(q zitadelapi.UserNameQuery, _ string) (accounts.UserCondition, error) {
			return accounts.HasText(accounts.TextUsername, q.UserName, matchOf(q.Method)), nil
		}),
		kindOfQuery("loginNameQuery", q.LoginNameQuery, func(q zitadelapi.LoginNameQuery, _ string) (accounts.UserCondition, error) {
			return accounts.HasText(accounts.TextUsername, q.LoginName, matchOf(q.Method)), nil
		}),
		kindOfQuery("firstNameQuery", q.FirstNameQuery, func(q zitadelapi.FirstNameQuery, _ string) (accounts.UserCondition, error) {
			return accounts.HasText(accounts.TextGivenName, q.FirstName, matchOf(q.Method)), nil
		}),
		kindOfQuery("lastNameQuery", q.LastNameQuery, func(q zitadelapi.LastNameQuery, _ string) (accounts.UserCondition, error) {
			return accounts.HasText(accounts.TextFamilyName, q.LastName, matchOf(q.Method)), nil
		}),
		kindOfQuery("nickNameQuery", q.NickNameQuery, func(q zitadelapi.NickNameQuery, _ string) (accounts.UserCondition, error) {
			return accounts.HasText(accounts.TextNickname, q.NickName, matchOf(q.Method)), nil
		}),
		kindOfQuery("displayNameQuery", q.DisplayNameQuery, func(q zitadelapi.DisplayNameQuery, _ string) (accounts.UserCondition, error) {
			return accounts.HasText(accounts.TextDisplayName, q.DisplayName, matchOf(q.Method)), nil
		}),
	}
}

// addressQueries are the members about addresses.
func addressQueries(q zitadelapi.UserSearchQuery) []queryKind {
	return []queryKind{
		kindOfQuery("emailQuery", q.EmailQuery, func(q zitadelapi.EmailQuery, _ string) (accounts.UserCondition, error) {
			return accounts.HasText(accounts.TextEmail, q.EmailAddress, matchOf(q.Method)), nil
		}),
		kindOfQuery("phoneQuery", q.PhoneQuery, func(q zitadelapi.PhoneQuery, _ string) (accounts.UserCondition, error) {
			return accounts.HasText(accounts.TextPhone, q.Number, matchOf(q.Method)), nil
		}),
		kindOfQuery("inUserEmailsQuery", q.InUserEmailsQuery, func(q zitadelapi.InUserEmailsQuery, _ string) (accounts.UserCondition, error) {
			var all []accounts.UserCondition
			for _, address := range q.UserEmails {
				all = append(all, accounts.HasText(accounts.TextEmail, address, accounts.Match{}))
			}
			return accounts.AnyOf(all...), nil
		}),
	}
}

// factQueries are the other members.
func factQueries(q zitadelapi.UserSearchQuery) []queryKind {
	return []queryKind{
		kindOfQuery("inUserIdsQuery", q.InUserIdsQuery, func(q zitadelapi.InUserIDQuery, _ string) (accounts.UserCondition, error) {
			return accounts.HasID(q.UserIds...), nil
		}),
		kindOfQuery("organizationIdQuery", q.OrganizationIDQuery, func(q zitadelapi.OrganizationIDQuery, _ string) (accounts.UserCondition, error) {
			return accounts.InTenant(q.OrganizationID), nil
		}),
		kindOfQuery("stateQuery", q.StateQuery, func(q zitadelapi.UserStateQuery, _ string) (accounts.UserCondition, error) {
			return stateCondition(q.State), nil
		}),
		kindOfQuery("typeQuery", q.TypeQuery, func(q zitadelapi.UserTypeQuery, _ string) (accounts.UserCondition, error) {
			if q.Type == zitadelapi.UserTypeTYPEHUMAN {
				return accounts.Anybody(), nil
			}
			return accounts.UserCondition{}, nil
		}),
		kindOfQuery("metadataKeyFilter", q.MetadataKeyFilter, unsupportedQuery),
		kindOfQuery("metadataValueFilter", q.MetadataValueFilter, unsupportedQuery),
	}
}

func unsupportedQuery(_ map[string]any, pointer string) (accounts.UserCondition, error) {
	return accounts.UserCondition{}, refusedQuery(pointer, "unsupported", "This kind of query is not supported.")
}

func matchOf(method *zitadelapi.TextQueryMethod) accounts.Match {
	name, ignored := strings.CutSuffix(string(orZero(method)), "_IGNORE_CASE")
	m := accounts.Match{IgnoreCase: ignored}
	switch zitadelapi.TextQueryMethod(name) {
	case zitadelapi.TextQueryMethodTEXTQUERYMETHODSTARTSWITH:
		m.After = true
	case zitadelapi.TextQueryMethodTEXTQUERYMETHODENDSWITH:
		m.Before = true
	case zitadelapi.TextQueryMethodTEXTQUERYMETHODCONTAINS:
		m.Before, m.After = true, true
	}
	return m
}

func stateCondition(state zitadelapi.UserState) accounts.UserCondition {
	switch state {
	case zitadelapi.UserStateUSERSTATEACTIVE:
		return accounts.InState(core.UserActive)
	case zitadelapi.UserStateUSERSTATEINACTIVE:
		return accounts.InState(core.UserDisabled)
	case zitadelapi.UserStateUSERSTATELOCKED:
		return accounts.InState(core.UserLocked)
	case zitadelapi.UserStateUSERSTATEINITIAL:
		return accounts.InState(core.UserNew)
	case zitadelapi.UserStateUSERSTATEDELETED: // a deleted user has no row
	}
	return accounts.UserCondition{}
}
