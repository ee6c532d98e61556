package accounts

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/locale"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UpdateUserInput says what to change of a user; what is nil stays as it is.
type UpdateUserInput struct {
	UserID      string
	Version     int64 // AnyVersion: whatever it is
	Username    *string
	GivenName   *string
	Locale      *string
	Emails      *[]UserAddress // all of them
	Phones      *[]UserAddress // all of them
	MFA         *bool
	Disabled    *bool
	Locked      *bool
	Metadata    *map[string]string // all of them
	Boundary    *caller.Boundary
	Permissions *[]string // all of them
}

// UpdateUser changes a version of a user. What a change takes away ends with it, in the
// same transaction: disabling and locking end all logins and tickets (S57), another
// address or other rights end the tickets (S34, A-025), and the addresses before and
// after are told of a change of addresses (S14).
func (uc *UseCases) UpdateUser(ctx context.Context, in UpdateUserInput) (out *core.User, err error) {
	err = overtaking(in.Version, func() error {
		out, err = uc.updateUser(ctx, in)
		return err
	})
	return out, err
}

// overtakes bounds how often a change begins anew.
const overtakes = 5

// overtaking begins a change anew that was asked for whatever the version is, if the object
// moved on meanwhile: a caller who keeps asking for links of a user must not keep an
// administrator from shutting him out.
func overtaking(version int64, change func() error) error {
	for n := 1; ; n++ {
		err := change()
		if version != core.AnyVersion || n >= overtakes || !errors.Is(err, core.ErrVersion) {
			return err
		}
	}
}

func (uc *UseCases) updateUser(ctx context.Context, in UpdateUserInput) (*core.User, error) {
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if in.Version != core.AnyVersion && in.Version != s.User.Version {
		return nil, core.ErrVersion
	}
	d, err := uc.differences(ctx, s, in)
	if err != nil {
		return nil, err
	}
	if len(d.what) == 0 {
		return found(uc.store.Read(ctx), s.User)
	}
	var out *core.User
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := d.begin(tx); err != nil { // first: logins and tickets under way meet it
			return err
		}
		mine, err := tx.SaveUser(s.User.Version, d.at(tx.Now))
		if err != nil {
			return err
		}
		if !mine {
			return core.ErrVersion
		}
		if err := uc.readdress(tx, s, d); err != nil {
			return err
		}
		if err := unshadowed(tx.Reader, d.next, d.addresses()); err != nil {
			return err
		}
		if err := uc.endWith(ctx, tx, s, d); err != nil {
			return err
		}
		now, err := tx.FindUser(in.UserID)
		if err != nil {
			return err
		}
		if out, err = found(tx.Reader, now); err != nil {
			return err
		}
		return d.tell(ctx, tx, s)
	})
	if errors.Is(err, store.ErrDuplicate) {
		return nil, core.ErrNameTaken
	}
	if err != nil {
		return nil, err
	}
	uc.wake()
	return out, nil
}

// difference is what a change does to a user.
type difference struct {
	next   *models.User
	emails *[]models.Address // nil: they stay
	phones *[]models.Address
	what   []string // the names of what differs, in the words of the trail
}

func (d *difference) has(what ...string) bool {
	return slices.ContainsFunc(what, func(w string) bool { return slices.Contains(d.what, w) })
}

// begin takes the user, and unlocks him.
func (d *difference) begin(tx *store.Tx) error {
	take := tx.HoldUser
	if d.ends() || d.has("boundary", "permissions", "secondFactor") {
		take = tx.VoidVersion
	}
	if _, err := take(d.next.ID); err != nil || !d.has("unlock") {
		return err
	}
	_, err := core.UnlockUser(tx, d.next.ID)
	return err
}

// ends tells whether the user is shut out.
func (d *difference) ends() bool { return d.has("disable", "lock") }

// differences compares what is asked for with what is there, and refuses what cannot be
// stored or granted.
func (uc *UseCases) differences(ctx context.Context, s *core.Subject, in UpdateUserInput) (*difference, error) {
	next := *s.User
	d := &difference{next: &next}
	note := func(differs bool, what string) {
		if differs {
			d.what = append(d.what, what)
		}
	}
	note(replaced(&next.Username, in.Username), "username")
	note(replaced(&next.GivenName, in.GivenName), "givenName")
	note(replaced(&next.Locale, localised(in.Locale)), "locale")
	note(replaced(&next.MFA, in.MFA), "secondFactor")
	note(replaced(&next.Boundary, in.Boundary), "boundary")
	if in.Permissions != nil {
		wanted := core.Deduplicate(*in.Permissions)
		note(!slices.Equal(wanted, next.Permissions), "permissions")
		next.Permissions = wanted
	}
	if in.Metadata != nil {
		note(!maps.Equal(*in.Metadata, next.Metadata), "metadata")
		next.Metadata = *in.Metadata
	}
	note(turned(&next.DisabledAt, in.Disabled, true), "disable")
	note(turned(&next.DisabledAt, in.Disabled, false), "enable")
	note(turned(&next.LockedAt, in.Locked, true), "lock")
	note(turned(&next.LockedAt, in.Locked, false), "unlock")
	if in.Locked != nil && !*in.Locked && !d.has("unlock") {
		throttled, err := uc.store.Read(ctx).Throttled(next.ID)
		if err != nil {
			return nil, err
		}
		note(throttled, "unlock")
	}
	if next.Metadata == nil {
		next.Metadata = map[string]string{}
	}
	if list := checkUser(&next); len(list) > 0 {
		return nil, core.ErrUser.With(list...)
	}
	if err := renamed(d, s.User); err != nil {
		return nil, err
	}
	if d.has("boundary", "permissions") && !caller.From(ctx).Holds(caller.OfUser(&next)) {
		return nil, core.ErrGrantsMore
	}
	if d.has("secondFactor") && !mayChangeFactors(ctx) {
		return nil, caller.Lacks(caller.SecondFactors)
	}
	if err := uc.keepsApp(ctx, d); err != nil {
		return nil, err
	}
	return d, d.addressed(uc.store.Read(ctx), in)
}

// renamed checks what names and addresses the user anew. What stays is not judged: it was
// stored under the rules of its time.
func renamed(d *difference, before *models.User) error {
	if d.next.Locale != before.Locale {
		if err := localise(d.next); err != nil {
			return err
		}
	}
	if d.next.Username == before.Username {
		return nil
	}
	return name(d.next)
}

// localised is a locale in its one spelling, if it has one.
func localised(given *string) *string {
	if given == nil {
		return nil
	}
	if tag, err := locale.Canonical(*given); err == nil {
		return &tag
	}
	return given
}

// mayChangeFactors tells whether the caller may change second factors besides users. A
// mailed code is one: without it a password is enough.
func mayChangeFactors(ctx context.Context) bool {
	who := caller.From(ctx)
	return who.Kind == caller.System || who.May(caller.SecondFactors)
}

// keepsApp refuses to switch the second factor off beside an authenticator app, which
// is removed by itself.
func (uc *UseCases) keepsApp(ctx context.Context, d *difference) error {
	if !d.has("secondFactor") || d.next.MFA {
		return nil
	}
	app, err := uc.kernel.ConfirmedApp(ctx, d.next.ID)
	if err == nil && app != nil {
		return core.ErrUser.With(core.NewViolation("/secondFactor", "authenticator_app", "The user has an authenticator app. Remove that first."))
	}
	return err
}

// replaced sets a value and tells whether it differs.
func replaced[T comparable](have, want *T) bool {
	if want == nil || *want == *have {
		return false
	}
	*have = *want
	return true
}

// turned sets or clears a time, and tells whether it was the other way. The time is
// the transaction's in the end.
func turned(at **time.Time, want *bool, on bool) bool {
	if want == nil || *want != on || (*at != nil) == on {
		return false
	}
	*at = nil
	if on {
		*at = &time.Time{}
	}
	return true
}

// at gives the times of what is disabled or locked now.
func (d *difference) at(now time.Time) *models.User {
	if d.has("disable") {
		d.next.DisabledAt = &now
	}
	if d.has("lock") {
		d.next.LockedAt = &now
	}
	return d.next
}

// addressed compares the addresses.
func (d *difference) addressed(rd *store.Reader, in UpdateUserInput) error {
	have, err := rd.AddressesOf(d.next.ID)
	if err != nil {
		return err
	}
	for _, kind := range []struct {
		name   models.AddressKind
		member string
		want   *[]UserAddress
		into   **[]models.Address
	}{
		{models.AddressEmail, "emails", in.Emails, &d.emails},
		{models.AddressPhone, "phones", in.Phones, &d.phones},
	} {
		if kind.want == nil {
			continue
		}
		rows, err := newAddresses(d.next, kind.name, *kind.want, have)
		if err != nil {
			return err
		}
		same := 0
		for i := range rows {
			if old := theSame(have, &rows[i]); old != nil && equal(old, &rows[i]) {
				same++
			}
		}
		if same < len(rows) || len(rows) != count(have, kind.name) {
			*kind.into = &rows
			d.what = append(d.what, kind.member)
		}
	}
	return nil
}

func count(rows []models.Address, kind models.AddressKind) (n int) {
	for _, a := range rows {
		if a.Kind == kind {
			n++
		}
	}
	return n
}

// theSame finds the row of an address, however it is spelt.
func theSame(rows []models.Address, a *models.Address) *models.Address {
	i := slices.IndexFunc(rows, func(b models.Address) bool { return a.Kind == b.Kind && bytes.Equal(a.ValueKey, b.ValueKey) })
	if i < 0 {
		return nil
	}
	return &rows[i]
}

func equal(a, b *models.Address) bool {
	return a.Value == b.Value && a.Verified() == b.Verified() && a.IsPrimary == b.IsPrimary
}

// addresses are the new ones.
func (d *difference) addresses() []models.Address {
	var all []models.Address
	for _, list := range []*[]models.Address{d.emails, d.phones} {
		if list != nil {
			all = append(all, *list...)
		}
	}
	return all
}

// tell writes the change into the trail: what was changed, never to what.
func (d *difference) tell(ctx context.Context, tx *store.Tx, s *core.Subject) error {
	var members []string
	for _, what := range d.what {
		action := ownAction(what)
		if action == "" {
			members = append(members, what)
		} else if err := tx.AppendEvent(core.NewEvent(ctx, action, s.Tenant, s.User.ID)); err != nil {
			return err
		}
	}
	if len(members) == 0 {
		return nil
	}
	e := core.NewEvent(ctx, models.ActionUserUpdate, s.Tenant, s.User.ID)
	e.Detail = strings.Join(members, " ")
	if d.has("boundary", "permissions") {
		rights := e.Detail + "; " + granted(d.next)
		e.Detail = rights[:min(len(rights), 255)]
	}
	return tx.AppendEvent(e)
}

// ownAction is the event of what has one of its own; the rest is told in one, as members.
func ownAction(what string) models.Action {
	switch what {
	case "disable":
		return models.ActionUserDisable
	case "enable":
		return models.ActionUserEnable
	case "lock":
		return models.ActionUserLock
	case "unlock":
		return models.ActionUserUnlock
	}
	return ""
}
