package accounts

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/locale"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// userChanges is the difference that an update makes to a user.
type userChanges struct {
	next      *models.User
	emails    *[]models.Address // nil: unchanged
	phones    *[]models.Address
	addresses []models.Address // all of them, after the changes
	orders    []verificationOrder
	members   []string // what differs, in the terms of the audit events
}

// nothing reports whether nothing differs and no verification is ordered.
func (d *userChanges) nothing() bool { return len(d.members) == 0 && len(d.orders) == 0 }

// include reports whether one of the members differs.
func (d *userChanges) include(members ...string) bool {
	return slices.ContainsFunc(members, func(m string) bool { return slices.Contains(d.members, m) })
}

// lockUser locks the row of the user for the transaction, and unlocks the account if that
// is asked for. A change of rights also refuses logins that are being processed.
func (d *userChanges) lockUser(tx *store.Tx) error {
	lockRow := tx.LockUserRow
	if d.endAccess() || d.include("boundary", "permissions", "secondFactor") {
		lockRow = tx.AdvanceVersion
	}
	if _, err := lockRow(d.next.ID); err != nil || !d.include("unlock") {
		return err
	}
	_, err := core.UnlockUser(tx, d.next.ID)
	return err
}

// endAccess reports whether the user loses all access.
func (d *userChanges) endAccess() bool { return d.include("disable", "lock") }

// compareUser compares the input with the stored user, and refuses values that cannot be
// stored, and rights that the caller cannot grant.
func (uc *UseCases) compareUser(ctx context.Context, s *core.Subject, in UpdateUserInput) (*userChanges, error) {
	have, err := uc.store.Read(ctx).AddressesOf(s.User.ID)
	if err != nil {
		return nil, err
	}
	next := *s.User
	d := &userChanges{next: &next}
	if in.Username == nil {
		in.Username = nameThatFollows(&next, have, in)
	}
	add := func(differs bool, member string) {
		if differs {
			d.members = append(d.members, member)
		}
	}
	d.members = append(d.members, changeProfile(&next, in)...)
	add(setIfDifferent(&next.MFA, in.MFA), "secondFactor")
	add(setIfDifferent(&next.Boundary, in.Boundary), "boundary")
	if in.Permissions != nil {
		wanted := core.Deduplicate(*in.Permissions)
		add(!slices.Equal(wanted, next.Permissions), "permissions")
		next.Permissions = wanted
	}
	if in.Metadata != nil {
		add(!maps.Equal(*in.Metadata, next.Metadata), "metadata")
		next.Metadata = *in.Metadata
	}
	add(switchTime(&next.DisabledAt, in.Disabled, true), "disable")
	add(switchTime(&next.DisabledAt, in.Disabled, false), "enable")
	add(switchTime(&next.LockedAt, in.Locked, true), "lock")
	add(switchTime(&next.LockedAt, in.Locked, false), "unlock")
	if in.Locked != nil && !*in.Locked && !d.include("unlock") {
		throttled, err := uc.store.Read(ctx).Throttled(next.ID)
		if err != nil {
			return nil, err
		}
		add(throttled, "unlock")
	}
	if next.Metadata == nil {
		next.Metadata = map[string]string{}
	}
	if list := checkUser(&next); len(list) > 0 {
		return nil, core.ErrUser.With(list...)
	}
	if err := canonicalizeNames(d, s.User); err != nil {
		return nil, err
	}
	if d.include("boundary", "permissions") && !caller.From(ctx).Holds(caller.OfUser(&next)) {
		return nil, core.ErrGrantsMore
	}
	if d.include("secondFactor") && !mayChangeFactors(ctx) {
		return nil, caller.Lacks(caller.SecondFactors)
	}
	if err := uc.checkAppRemoved(ctx, d); err != nil {
		return nil, err
	}
	return d, d.compareAddresses(have, in)
}

// changeProfile sets the names and the locale, and returns what differs.
func changeProfile(next *models.User, in UpdateUserInput) (members []string) {
	for _, m := range []struct {
		name    string
		differs bool
	}{
		{"username", setIfDifferent(&next.Username, in.Username)},
		{"givenName", setIfDifferent(&next.GivenName, in.GivenName)},
		{"familyName", setIfDifferent(&next.FamilyName, in.FamilyName)},
		{"nickname", setIfDifferent(&next.Nickname, in.Nickname)},
		{"displayName", setIfDifferent(&next.DisplayName, in.DisplayName)},
		{"gender", setIfDifferent(&next.Gender, in.Gender)},
		{"locale", setIfDifferent(&next.Locale, canonicalOrGiven(in.Locale))},
	} {
		if m.differs {
			members = append(members, m.name)
		}
	}
	return members
}

// canonicalizeNames checks a new locale and a new user name. Unchanged values are not
// checked: they were stored under earlier rules.
func canonicalizeNames(d *userChanges, before *models.User) error {
	if d.next.Locale != before.Locale {
		if err := canonicalizeLocale(d.next); err != nil {
			return err
		}
	}
	if d.next.Username == before.Username {
		return nil
	}
	return canonicalizeUsername(d.next)
}

// canonicalOrGiven returns the canonical spelling of a locale. An invalid one is returned
// as it is, and refused later.
func canonicalOrGiven(given *string) *string {
	if given == nil {
		return nil
	}
	if tag, err := locale.Canonical(*given); err == nil {
		return &tag
	}
	return given
}

// mayChangeFactors reports whether the caller may change second factors. A mailed code is a
// second factor: without it the password alone is enough to log in.
func mayChangeFactors(ctx context.Context) bool {
	who := caller.From(ctx)
	return who.Kind == caller.System || who.May(caller.SecondFactors)
}

// checkAppRemoved refuses to switch the second factor off while the user has an authenticator
// app. Removing the app is a request of its own.
func (uc *UseCases) checkAppRemoved(ctx context.Context, d *userChanges) error {
	if !d.include("secondFactor") || d.next.MFA {
		return nil
	}
	app, err := uc.kernel.ConfirmedApp(ctx, d.next.ID)
	if err == nil && app != nil {
		return core.ErrUser.With(core.NewViolation("/secondFactor", "authenticator_app", "The user has an authenticator app. Remove the app first."))
	}
	return err
}

// setIfDifferent sets a value, and reports whether it was different.
func setIfDifferent[T comparable](have, want *T) bool {
	if want == nil || *want == *have {
		return false
	}
	*have = *want
	return true
}

// switchTime sets or clears a time if the input asks for that state, and reports whether the
// state was different. The transaction sets the real time (userAt).
func switchTime(at **time.Time, want *bool, on bool) bool {
	if want == nil || *want != on || (*at != nil) == on {
		return false
	}
	*at = nil
	if on {
		*at = &time.Time{}
	}
	return true
}

// userAt returns the changed user, disabled or locked at the time of the transaction.
func (d *userChanges) userAt(now time.Time) *models.User {
	if d.include("disable") {
		d.next.DisabledAt = &now
	}
	if d.include("lock") {
		d.next.LockedAt = &now
	}
	return d.next
}

// compareAddresses compares the addresses of each kind that is given.
func (d *userChanges) compareAddresses(have []models.Address, in UpdateUserInput) error {
	emails, err := vouch(have, replacePrimary(have, models.AddressEmail, in.Emails, in.Email), in.Vouched)
	if err != nil {
		return err
	}
	for _, kind := range []struct {
		name   models.AddressKind
		member string
		want   *[]UserAddress
		into   **[]models.Address
	}{
		{models.AddressEmail, "emails", emails, &d.emails},
		{models.AddressPhone, "phones", replacePrimary(have, models.AddressPhone, in.Phones, in.Phone), &d.phones},
	} {
		if kind.want == nil {
			d.addresses = append(d.addresses, ofKind(have, kind.name)...)
			continue
		}
		rows, err := newAddresses(d.next, kind.name, *kind.want, have)
		if err != nil {
			return err
		}
		d.addresses = append(d.addresses, rows...)
		d.orders = append(d.orders, verificationOrders(rows, *kind.want)...)
		same := 0
		for i := range rows {
			if old := findAddress(have, &rows[i]); old != nil && sameAddress(old, &rows[i]) {
				same++
			}
		}
		if same < len(rows) || len(rows) != countAddresses(have, kind.name) {
			*kind.into = &rows
			d.members = append(d.members, kind.member)
		}
	}
	return nil
}

// newAddresses returns the addresses of the kinds that change.
func (d *userChanges) newAddresses() []models.Address {
	var all []models.Address
	for _, list := range []*[]models.Address{d.emails, d.phones} {
		if list != nil {
			all = append(all, *list...)
		}
	}
	return all
}
