package store

import (
	"fmt"
	"strings"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// UserCondition is a condition on users. It writes itself as a clause, with its arguments, for the
// engine of that name. No value of a caller becomes part of the clause. The zero value is met by no
// user: an empty condition must not widen a query.
type UserCondition struct {
	write func(engine string) (string, []any)
	ids   *idQuery // the same condition as a query that an index answers; nil: there is none
}

// idQuery is a query for ids of users.
type idQuery struct {
	text string
	args []any
}

func (c UserCondition) clause(engine string) (string, []any) {
	if c.write == nil {
		return "1 = 0", nil
	}
	return c.write(engine)
}

// AllUserConditions is met by the users who meet each of the conditions.
func AllUserConditions(all ...UserCondition) UserCondition { return joined(" AND ", all) }

// AnyUserCondition is met by the users who meet one of the conditions. If an index answers each of them,
// one query has all their ids: MariaDB reads all users for a key OR a subquery.
func AnyUserCondition(all ...UserCondition) UserCondition {
	var texts []string
	var args []any
	for _, c := range all {
		if c.ids == nil {
			return joined(" OR ", all)
		}
		texts, args = append(texts, c.ids.text), append(args, c.ids.args...)
	}
	if len(all) < 2 {
		return joined(" OR ", all)
	}
	text := "SELECT id FROM (" + strings.Join(texts, " UNION ALL ") + ") AS found"
	return UserCondition{write: where("users.id IN ("+text+")", args...).write, ids: &idQuery{text, args}}
}

func joined(operator string, all []UserCondition) UserCondition {
	if len(all) == 0 {
		return UserCondition{}
	}
	return written(func(engine string) (string, []any) {
		var clauses []string
		var args []any
		for _, c := range all {
			clause, more := c.clause(engine)
			clauses, args = append(clauses, "("+clause+")"), append(args, more...)
		}
		return strings.Join(clauses, operator), args
	})
}

// NotUserCondition is met by the other users. No clause here is ever NULL.
func NotUserCondition(c UserCondition) UserCondition {
	return written(func(engine string) (string, []any) {
		clause, args := c.clause(engine)
		return "NOT (" + clause + ")", args
	})
}

// UserColumn is a text of a user that is searched and sorted by.
type UserColumn string

// The columns.
const (
	ColumnUsername    UserColumn = "username"
	ColumnGivenName   UserColumn = "given_name"
	ColumnFamilyName  UserColumn = "family_name"
	ColumnNickname    UserColumn = "nickname"
	ColumnDisplayName UserColumn = "display_name"
)

// UserText is met by the users whose column has the text.
func UserText(column UserColumn, p Pattern) UserCondition {
	return written(func(engine string) (string, []any) { return p.on("users."+string(column), engine) })
}

// UserKeys is met by the user of each tenant whose user name has one of the keys, and, if a
// spelling is given, is written exactly so.
func UserKeys(keys [][]byte, spelling string) UserCondition {
	clause, args := "users.username_key IN ?", []any{keys}
	if spelling != "" {
		clause, args = clause+" AND users.username = ?", append(args, spelling)
	}
	return keyed(where(clause, args...), "SELECT users.id AS id FROM users WHERE "+clause, args)
}

// AddressText is met by the users with an address that has the text.
func AddressText(kind models.AddressKind, p Pattern) UserCondition {
	return written(func(engine string) (string, []any) {
		clause, args := p.on("addresses.value", engine)
		return "EXISTS (SELECT 1 FROM addresses WHERE addresses.user_id = users.id AND addresses.kind = ? AND " + clause + ")",
			append([]any{kind}, args...)
	})
}

// AddressKeys is met by the users with an address that has one of the keys, and, if a spelling is
// given, is written exactly so.
func AddressKeys(kind models.AddressKind, keys [][]byte, spelling string) UserCondition {
	query, args := "SELECT user_id AS id FROM addresses WHERE value_key IN ? AND kind = ?", []any{keys, kind}
	if spelling != "" {
		query, args = query+" AND value = ?", append(args, spelling)
	}
	return keyed(where("users.id IN ("+query+")", args...), query, args)
}

// UserIDs is met by the users with these ids.
func UserIDs(ids ...string) UserCondition {
	args := []any{append([]string{""}, ids...)}
	return keyed(where("users.id IN ?", args...), "SELECT users.id AS id FROM users WHERE users.id IN ?", args)
}

// UserNumber is met by the users with this number, one of each tenant.
func UserNumber(n int32) UserCondition { return where("users.number = ?", n) }

// UserNumberAfter is met by the users with a greater number.
func UserNumberAfter(n int32) UserCondition { return where("users.number > ?", n) }

// UserTenant is met by the users of a tenant.
func UserTenant(id string) UserCondition { return where("users.tenant_id = ?", id) }

const (
	// unproven are the users who have no password and have not proven any address.
	unproven = "users.directory = ? AND EXISTS (SELECT 1 FROM credentials WHERE credentials.user_id = users.id AND credentials.hash_encoded = '')" +
		" AND NOT EXISTS (SELECT 1 FROM addresses WHERE addresses.user_id = users.id AND addresses.verified_at IS NOT NULL)"
	mayLogIn = "users.disabled_at IS NULL AND users.locked_at IS NULL"
)

// DisabledUsers is met by disabled users.
func DisabledUsers() UserCondition { return where("users.disabled_at IS NOT NULL") }

// LockedUsers is met by locked users who are not disabled as well.
func LockedUsers() UserCondition {
	return where("users.disabled_at IS NULL AND users.locked_at IS NOT NULL")
}

// EveryLockedUser is met by locked users, disabled or not.
func EveryLockedUser() UserCondition { return where("users.locked_at IS NOT NULL") }

// DirectoryUsers is met by the users of a directory.
func DirectoryUsers() UserCondition { return where("users.directory = ?", true) }

// UsersAfter is met by the users who come after a user in an order: the one with this value of the
// order, and this id.
func UsersAfter(order UserOrder, descending bool, value any, id string) UserCondition {
	after := ">"
	if descending {
		after = "<"
	}
	if order == OrderByID {
		return where(fmt.Sprintf("users.id %s ?", after), id)
	}
	return where(fmt.Sprintf("%[1]s %[2]s ? OR (%[1]s = ? AND users.id %[2]s ?)", order, after), value, value, id)
}

// NewUsers is met by the other users who have neither a password nor a proven address.
func NewUsers() UserCondition { return where(mayLogIn+" AND "+unproven, false) }

// ActiveUsers is met by all the other users.
func ActiveUsers() UserCondition { return where(mayLogIn+" AND NOT ("+unproven+")", false) }

func where(clause string, args ...any) UserCondition {
	return written(func(string) (string, []any) { return clause, args })
}

func written(write func(engine string) (string, []any)) UserCondition {
	return UserCondition{write: write}
}

// keyed is a condition with the query for the ids of those who meet it.
func keyed(c UserCondition, query string, args []any) UserCondition {
	c.ids = &idQuery{query, args}
	return c
}

// UserOrder is what found users are sorted by.
type UserOrder string

// The orders.
const (
	OrderByID          UserOrder = "users.id"
	OrderByNumber      UserOrder = "users.number"
	OrderByUsername    UserOrder = "users.username"
	OrderByGivenName   UserOrder = "users.given_name"
	OrderByFamilyName  UserOrder = "users.family_name"
	OrderByNickname    UserOrder = "users.nickname"
	OrderByDisplayName UserOrder = "users.display_name"
	OrderByCreation    UserOrder = "users.created_at"
	OrderByEmail       UserOrder = "COALESCE((SELECT MIN(value) FROM addresses WHERE addresses.user_id = users.id AND kind = 'email' AND is_primary = TRUE), '')"
	OrderByDisabled    UserOrder = "CASE WHEN users.disabled_at IS NULL THEN 0 ELSE 1 END"
	OrderByState       UserOrder = "CASE WHEN " + mayLogIn + " THEN 0 WHEN users.disabled_at IS NULL THEN 2 ELSE 1 END"
)

// UserSearch finds users. Scope limits it whatever the condition is.
type UserSearch struct {
	Scope         Scope
	Where         *UserCondition // nil: all in scope
	Order         UserOrder      // users with equal values are in the order of their ids
	Descending    bool
	Offset, Limit int
}

// SearchUsers finds a page of users, and counts all that are found. Callers compose the
// condition, so that each statement may be a new one: it is not kept prepared.
func (rd *Reader) SearchUsers(s UserSearch) ([]models.User, int64, error) {
	q := s.Scope.within(rd.unprepared().Model(&models.User{}), "users.application_id", "users.tenant_id", "users.id")
	if s.Where != nil {
		clause, args := s.Where.clause(rd.store.Dialect())
		q = q.Where("("+clause+")", args...)
	}
	q = q.Session(&gorm.Session{}) // both statements below start from these conditions
	var total int64
	if err := q.Count(&total).Error; err != nil || int64(s.Offset) >= total {
		return nil, total, translate(err)
	}
	direction := ""
	if s.Descending {
		direction = " DESC"
	}
	order := fmt.Sprintf("%s%s", s.Order, direction)
	if s.Order != OrderByID {
		order += ", " + string(OrderByID) + direction
	}
	var rows []models.User
	err := q.Order(order).Offset(s.Offset).Limit(s.Limit).Find(&rows).Error
	return rows, total, translate(err)
}

// unprepared is the same handle without kept statements.
func (rd *Reader) unprepared() *gorm.DB {
	return rd.store.plain.WithContext(rd.db.Statement.Context)
}

// CredentialsOfAll reads the credentials of several users by their ids.
func (rd *Reader) CredentialsOfAll(userIDs ...string) (map[string]*models.Credential, error) {
	var rows []models.Credential
	err := rd.db.Where("user_id IN ?", append([]string{""}, userIDs...)).Find(&rows).Error
	found := make(map[string]*models.Credential, len(rows))
	for i := range rows {
		found[rows[i].UserID] = &rows[i]
	}
	return found, translate(err)
}
