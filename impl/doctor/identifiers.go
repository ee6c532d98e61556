package doctor

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	identifierPage = 1000
	shownUsers     = 5 // named in one finding
)

// users collects the users that a finding is about.
type users struct {
	count int
	shown []string
}

func (u *users) add(id string) {
	if u.count++; len(u.shown) < shownUsers {
		u.shown = append(u.shown, id)
	}
}

func (u *users) String() string {
	text := strings.Join(u.shown, ", ")
	if u.count > len(u.shown) {
		text += fmt.Sprintf(" and %d more", u.count-len(u.shown))
	}
	return text
}

// identifiers reports addresses and names that were stored before a rule refused them. They are
// personal data, so the report gives the ids of the users and not the values.
func identifiers(ctx context.Context, st *store.Store) []Finding {
	rd := st.Read(ctx)
	out, err := addresses(rd)
	if err == nil {
		var more []Finding
		more, err = names(rd)
		out = append(out, more...)
	}
	if err != nil {
		return []Finding{{Fail, "users", "names and addresses cannot be read: " + store.ForOperator(err)}}
	}
	return out
}

func addresses(rd *store.Reader) ([]Finding, error) {
	var mails, phones users
	for after := ""; ; {
		rows, err := rd.AddressesAfter(after, identifierPage)
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			break
		}
		for _, a := range rows {
			number, err := identifier.Phone(a.Value)
			switch {
			case a.Kind == models.AddressPhone && (err != nil || number != a.Value):
				phones.add(a.UserID)
			case a.Kind == models.AddressEmail && identifier.CheckMail(a.Value) != nil:
				mails.add(a.UserID)
			}
		}
		after = rows[len(rows)-1].ID
	}
	var out []Finding
	if mails.count > 0 {
		out = append(out, Finding{Warn, "addresses", fmt.Sprintf("mail addresses that cannot receive mail: %d, of users %s; replace them with rekey users update", mails.count, &mails)})
	}
	if phones.count > 0 {
		out = append(out, Finding{Warn, "addresses", fmt.Sprintf("telephone numbers that are not written as in E.164, such as +15550100777: %d, of users %s; "+
			"write them so with rekey users update", phones.count, &phones)})
	}
	if len(out) == 0 {
		out = append(out, Finding{OK, "addresses", "every address can receive mail, and every telephone number is valid"})
	}
	return out, nil
}

// place is a name within the tenant in which it must be unique.
type place struct{ tenantID, canonical string }

// names reports users whose names look the same.
func names(rd *store.Reader) ([]Finding, error) {
	var refused, twins users
	seen := map[place]string{}
	for after := ""; ; {
		rows, err := rd.UsersAfter("", after, identifierPage)
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			break
		}
		for i := range rows {
			u := &rows[i]
			if identifier.CheckName(u.Username) == nil {
				continue
			}
			refused.add(u.ID)
			other, err := twin(rd, u, seen)
			if err != nil {
				return nil, err
			}
			if other != "" {
				twins.add(u.ID + " = " + other)
			}
		}
		after = rows[len(rows)-1].ID
	}
	var out []Finding
	if twins.count > 0 {
		out = append(out, Finding{Warn, "names", fmt.Sprintf("users whose names differ only by invisible characters: %d (%s); find out who created them, and rename or delete the wrong ones",
			twins.count, &twins)})
	}
	if refused.count > 0 {
		out = append(out, Finding{Warn, "names", fmt.Sprintf("user names with invisible characters, which would be refused today: %d, of users %s; they still work",
			refused.count, &refused)})
	}
	if len(out) == 0 {
		out = append(out, Finding{OK, "names", "no two users have names that differ only by invisible characters"})
	}
	return out, nil
}

// twin returns another user whose name differs only by invisible characters.
func twin(rd *store.Reader, u *models.User, seen map[place]string) (string, error) {
	canonical, ok := identifier.Canonical(u.Username)
	if !ok {
		return "", nil
	}
	here := place{u.TenantID, canonical}
	if other := seen[here]; other != "" {
		return other, nil
	}
	seen[here] = u.ID
	other, err := rd.FindUserByUsername(u.TenantID, core.UsernameKey(canonical).Bytes())
	if errors.Is(err, store.ErrNotFound) || err == nil && other.ID == u.ID {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return other.ID, nil
}
