package lifecycle

import (
	"context"
	"crypto/rand"
	"errors"
	"math/big"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Faults of creating what passwords belong to.
var (
	ErrNameTaken = fault.New(fault.Conflict, "name_taken", "The user name or address belongs to another user of the tenant.")
	ErrNameShape = fault.New(fault.Invalid, "name_invalid", "The name or address is empty, too long or contains characters that cannot name anybody.")
)

// CreateUser describes a new user of a tenant.
type CreateUser struct {
	ID        string // empty: a new one
	TenantID  string
	Username  string
	GivenName string
	Email     string
	Verified  bool // Email and Phone were proven to be the user's
	Phone     string
	Locale    string
	MFA       bool
	Directory bool
	Password  secret.Password // checked by no policy: for seeds; empty: none
	Hash      secret.Text     // imported
}

// CreateUser writes a new user. It is the operator's own act: commands and tests call
// it, no surface does yet.
func (c *Core) CreateUser(ctx context.Context, in CreateUser) (*models.User, error) {
	t, err := c.Store.Read(ctx).FindTenant(in.TenantID)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrTenantNotFound
	}
	if err != nil {
		return nil, err
	}
	u, addresses, err := c.newUser(ctx, t, in)
	if err != nil {
		return nil, err
	}
	cred := &models.Credential{UserID: u.ID, Version: 1}
	if cred.Hash, err = c.initialHash(ctx, in); err != nil {
		return nil, err
	}
	err = c.Store.InTx(ctx, func(tx *store.Tx) error {
		u.CreatedAt, u.UpdatedAt = tx.Now, tx.Now
		if cred.Present() {
			cred.ChangedAt = &tx.Now
		}
		for i := range addresses {
			addresses[i].CreatedAt = tx.Now
			if in.Verified {
				addresses[i].VerifiedAt = &tx.Now
			}
		}
		if err := tx.InsertUser(u, cred, addresses...); err != nil {
			return err
		}
		if err := tx.KeepPassword(u.ID, cred.Hash, t.Settings.Password); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, "user.create", t, u.ID))
	})
	if errors.Is(err, store.ErrDuplicate) {
		return nil, ErrNameTaken
	}
	if err != nil {
		return nil, err
	}
	return u, nil
}

func (c *Core) initialHash(ctx context.Context, in CreateUser) (models.PasswordHash, error) {
	switch {
	case !in.Hash.Empty():
		if _, err := passhash.Inspect(in.Hash.Reveal()); err != nil {
			return models.PasswordHash{}, ErrHashNotAccepted.Because(err)
		}
		return models.PasswordHash{Encoded: in.Hash.Reveal()}, nil
	case !in.Password.Empty():
		return c.Hasher.Hash(ctx, in.Password)
	}
	return models.PasswordHash{}, nil
}

// The columns' lengths. SQLite would store more, and the engines must agree.
const (
	maxUsername  = 255
	maxGivenName = 200
	maxLocale    = 35
)

// newUser canonicalises names. A user name that is somebody else's address is refused:
// it would shadow the owner (CVE-2022-39229).
func (c *Core) newUser(ctx context.Context, t *models.Tenant, in CreateUser) (*models.User, []models.Address, error) {
	name, ok := Canonical(in.Username)
	if !ok || len(in.Username) > maxUsername || len(in.GivenName) > maxGivenName || len(in.Locale) > maxLocale {
		return nil, nil, ErrNameShape
	}
	u := &models.User{
		ID: in.ID, ApplicationID: t.ApplicationID, TenantID: t.ID, Number: randomNumber(),
		Username: in.Username, UsernameKey: UsernameKey(name).Bytes(), GivenName: in.GivenName,
		Locale: in.Locale, MFA: in.MFA, Directory: in.Directory, Sequence: 1,
		Boundary: models.BoundarySelf, Permissions: []string{}, Metadata: map[string]string{},
	}
	if u.ID == "" {
		u.ID = secret.NewID()
	}
	var addresses []models.Address
	for _, given := range [][2]string{{models.AddressEmail, in.Email}, {models.AddressPhone, in.Phone}} {
		kind, value := given[0], given[1]
		if value == "" {
			continue
		}
		canonical, ok := Canonical(value)
		if !ok || kind == models.AddressEmail && !plausibleEmail(value) {
			return nil, nil, ErrNameShape
		}
		addresses = append(addresses, models.Address{
			ID: secret.NewID(), UserID: u.ID, TenantID: t.ID, Kind: kind, Value: value,
			ValueKey: AddressKey(kind, canonical).Bytes(), IsPrimary: true,
		})
	}
	return u, addresses, c.notShadowing(ctx, t, u, name, in.Email)
}

// notShadowing refuses a name that is another's address, and an address that is
// another's name.
func (c *Core) notShadowing(ctx context.Context, t *models.Tenant, u *models.User, name, email string) error {
	tx := c.Store.Read(ctx)
	a, err := tx.FindAddress(t.ID, models.AddressEmail, AddressKey(models.AddressEmail, name).Bytes())
	if err == nil && a.UserID != u.ID {
		return ErrNameTaken
	}
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	canonical, _ := Canonical(email)
	other, err := tx.FindUserByUsername(t.ID, UsernameKey(canonical).Bytes())
	if err == nil && other.ID != u.ID {
		return ErrNameTaken
	}
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	return nil
}

// plausibleEmail checks lengths (RFC 5321 section 4.5.3.1) and shape; the proof of an
// address is a mail that arrives.
func plausibleEmail(s string) bool {
	local, domain, ok := strings.Cut(s, "@")
	return ok && len(s) <= 254 && len(local) <= 64 && local != "" && domain != "" &&
		!strings.ContainsAny(s, " \t,;<>()[]\\\"") && strings.Count(s, "@") == 1
}

// randomNumber is a positive 31-bit number, unique by an index; a sequence would tell
// how many users there are.
func randomNumber() int32 {
	n, err := rand.Int(rand.Reader, big.NewInt(1<<31-1))
	if err != nil {
		panic(err) // unreachable: rand.Reader does not fail
	}
	return int32(n.Int64()) + 1
}
