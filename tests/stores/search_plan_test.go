package stores_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestASearchForOneUserReadsNoTable: a search for a whole name, a whole address or ids takes an index on
// both engines, by itself and as one of several that may be met. A client looks the user up before each
// other call, so that reading all users would end the service.
func TestASearchForOneUserReadsNoTable(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		db := openRaw(t, w.DBURL)
		ids := plantUsers(t, w, db, 3000)
		exactly, folded := accounts.Match{}, accounts.Match{IgnoreCase: true}
		byName := accounts.HasText(accounts.TextUsername, "user7", exactly)
		byEmail := accounts.HasText(accounts.TextEmail, "user7@example.test", exactly)
		byIDs := accounts.HasID(ids[7], ids[8])
		for _, c := range []struct {
			name  string
			where accounts.UserCondition
			found int64
		}{
			{"by name", byName, 1},
			{"by name, whatever its case", accounts.HasText(accounts.TextUsername, "USER7", folded), 1},
			{"by address", byEmail, 1},
			{"by address, whatever its case", accounts.HasText(accounts.TextEmail, "USER7@example.test", folded), 1},
			{"by ids", byIDs, 2},
			{"by name and tenant", accounts.AllOf(byName, accounts.InTenant(w.Tenant.ID)), 1},
			{"by name or ids", accounts.AnyOf(byName, byIDs), 2},
			{"by nobody's address", accounts.HasText(accounts.TextEmail, "nobody@example.test", exactly), 0},
			{"by address or name", accounts.AnyOf(byEmail, byName), 1},
			{"by address, name or ids, of a tenant", accounts.AllOf(accounts.AnyOf(byEmail, accounts.AnyOf(byName, byIDs)), accounts.InTenant(w.Tenant.ID)), 1},
			{"by address and state, of a tenant", accounts.AllOf(accounts.InTenant(w.Tenant.ID), accounts.HasText(accounts.TextEmail, "USER7@example.test", folded), accounts.InState(core.UserActive)), 1},
			{"by name and state", accounts.AllOf(accounts.HasText(accounts.TextUsername, "USER7", folded), accounts.AnyOf(accounts.InState(core.UserDisabled), accounts.InState(core.UserLocked))), 0},
			{"by a name or address, whatever its case", accounts.AnyOf(accounts.HasText(accounts.TextUsername, "USER7", folded), accounts.HasText(accounts.TextEmail, "USER7", folded)), 1},
			{"by no address and no name", accounts.AnyOf(accounts.HasText(accounts.TextEmail, "nobody@example.test", exactly), accounts.HasText(accounts.TextUsername, "nobody", exactly)), 0},
		} {
			t.Run(c.name, func(t *testing.T) {
				var ran []store.Statement
				w.ObserveStore(func(s store.Statement) { ran = append(ran, s) })
				_, total, err := w.Core.Accounts.SearchUsers(asOwner(t.Context()), accounts.SearchUsersInput{Where: &c.where, Order: accounts.OrderByID, Limit: 100})
				w.ObserveStore(nil)
				if err != nil || total != c.found {
					t.Fatalf("%d users, %v", total, err)
				}
				for _, s := range ran {
					searchPlan(t, w, db, s)
				}
			})
		}
	})
}

// searchPlan fails where the engine reads all users or all addresses.
func searchPlan(t *testing.T, w *harness.World, db *gorm.DB, s store.Statement) {
	t.Helper()
	explain := map[string]string{"sqlite": "EXPLAIN QUERY PLAN ", "mariadb": "EXPLAIN "}[w.Kind]
	var plan []map[string]any
	must(t, db.Raw(explain+inlined(s)).Scan(&plan).Error)
	for _, step := range plan {
		detail, kind, table := fmt.Sprint(step["detail"]), fmt.Sprint(step["type"]), fmt.Sprint(step["table"])
		if strings.HasPrefix(detail, "SCAN users") || strings.HasPrefix(detail, "SCAN addresses") ||
			(table == "users" || table == "addresses") && (kind == "ALL" || kind == "index") {
			t.Errorf("%v\n%s", step, s.SQL)
		}
	}
}

// inlined is a statement with its values in it: MariaDB explains a prepared one without them.
func inlined(s store.Statement) string {
	sql := s.SQL
	for _, v := range s.Vars {
		value := fmt.Sprintf("'%v'", v)
		switch v := v.(type) {
		case []byte:
			value = fmt.Sprintf("x'%x'", v)
		case int:
			value = strconv.Itoa(v)
		}
		sql = strings.Replace(sql, "?", value, 1)
	}
	return sql
}

// plantUsers stores users with an address each, of two tenants, and returns their ids.
func plantUsers(t *testing.T, w *harness.World, db *gorm.DB, n int) []string {
	t.Helper()
	var users []models.User
	var addresses []models.Address
	var ids []string
	now := w.Clock.Now()
	for i := range n {
		name, tenant := fmt.Sprint("user", i), w.Tenant.ID
		if i%2 == 0 {
			tenant = "other"
		}
		u := models.User{
			ID: secret.NewID(), ApplicationID: w.Tenant.ApplicationID, TenantID: tenant, Number: int32(i + 1), Username: name, UsernameKey: core.UsernameKey(name).Bytes(),
			Gender: models.GenderUnspecified, Locale: "en", Boundary: models.BoundarySelf, Permissions: []string{}, Metadata: map[string]string{}, Version: 1, CreatedAt: now, UpdatedAt: now,
		}
		email := name + "@example.test"
		users, ids = append(users, u), append(ids, u.ID)
		addresses = append(addresses, models.Address{
			ID: secret.NewID(), UserID: u.ID, TenantID: tenant, Kind: models.AddressEmail, Value: email, ValueKey: core.AddressKey(models.AddressEmail, email).Bytes(), IsPrimary: true, CreatedAt: now,
		})
	}
	must(t, db.CreateInBatches(users, 200).Error)
	must(t, db.CreateInBatches(addresses, 200).Error)
	if w.Kind == "mariadb" {
		var ignored []map[string]any
		must(t, db.Raw("ANALYZE TABLE users, addresses").Scan(&ignored).Error)
	}
	return ids
}
