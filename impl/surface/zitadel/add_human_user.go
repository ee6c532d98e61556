package zitadel

import (
	"bytes"
	"context"
	"fmt"
	"unicode/utf8"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// AddHumanUser creates a user.
func (h *handlers) AddHumanUser(ctx context.Context, r zitadelapi.AddHumanUserRequestObject) (zitadelapi.AddHumanUserResponseObject, error) {
	b := r.Body
	organization, _ := optional(b.Organization)
	u, err := h.create(ctx, newHuman{
		tenantID: orZero(organization.OrgID), id: orZero(b.UserID), username: orZero(b.Username), profile: b.Profile,
		email: b.Email, phone: b.Phone, password: b.Password, hashed: b.HashedPassword, totp: orZero(b.TotpSecret), metadata: orZero(b.Metadata),
	})
	if err != nil {
		return nil, err
	}
	return zitadelapi.AddHumanUser201JSONResponse{
		UserID: u.PublicID(), Details: userDetails(u),
		EmailCode: unlessZero(issuedCode(u, core.AddressEmail)), PhoneCode: unlessZero(issuedCode(u, accounts.AddressPhone)),
	}, nil
}

// CreateUser creates a user, by the newer message.
func (h *handlers) CreateUser(ctx context.Context, r zitadelapi.CreateUserRequestObject) (zitadelapi.CreateUserResponseObject, error) {
	b, human := r.Body, r.Body.Human
	u, err := h.create(ctx, newHuman{
		tenantID: b.OrganizationID, id: orZero(b.UserID), username: orZero(b.Username), profile: human.Profile, at: "/human",
		email: human.Email, phone: human.Phone, password: human.Password, hashed: human.HashedPassword,
		totp: orZero(human.TotpSecret), metadata: orZero(human.Metadata),
	})
	if err != nil {
		return nil, err
	}
	return zitadelapi.CreateUser200JSONResponse{
		ID: u.PublicID(), CreationDate: *at(u.CreatedAt),
		EmailCode: unlessZero(issuedCode(u, core.AddressEmail)), PhoneCode: unlessZero(issuedCode(u, accounts.AddressPhone)),
	}, nil
}

// newHuman is what both messages describe.
type newHuman struct {
	tenantID, id, username string
	at                     string // where the members are in the body
	profile                zitadelapi.SetHumanProfile
	email                  zitadelapi.SetHumanEmail
	phone                  nullable.Nullable[zitadelapi.SetHumanPhone]
	password               nullable.Nullable[zitadelapi.OptionalPassword]
	hashed                 nullable.Nullable[zitadelapi.HashedPassword]
	totp                   string
	metadata               []zitadelapi.UserMetadata
}

func (h *handlers) create(ctx context.Context, n newHuman) (*core.User, error) {
	if err := requireAdministrator(ctx); err != nil {
		return nil, err
	}
	t, err := h.Core.Tenants.ResolveTenant(ctx, n.tenantID)
	if err != nil {
		return nil, err
	}
	in := accounts.CreateUserInput{
		TenantID: t.ID, ExternalID: n.id, Username: n.username, GivenName: n.profile.GivenName, FamilyName: n.profile.FamilyName,
		Nickname: orZero(n.profile.NickName), DisplayName: orZero(n.profile.DisplayName), Gender: storedGender(n.profile.Gender),
		Locale: orZero(n.profile.PreferredLanguage), TOTPSecret: secret.NewText(n.totp),
	}
	if in.Username == "" {
		in.Username = n.email.Email
	}
	email, err := humanEmail(n.at+"/email", n.email)
	if err != nil {
		return nil, err
	}
	in.Emails = []accounts.UserAddress{email}
	if phone, given := optional(n.phone); given && phone.Phone != nil {
		number, err := humanPhone(n.at+"/phone", phone)
		if err != nil {
			return nil, err
		}
		in.Phones = []accounts.UserAddress{number}
	}
	if in.Metadata, err = metadataTexts(n.at+"/metadata", n.metadata); err != nil {
		return nil, err
	}
	if err := n.addPassword(&in); err != nil {
		return nil, err
	}
	return h.Core.Accounts.CreateUser(ctx, in)
}

func (n *newHuman) addPassword(in *accounts.CreateUserInput) (err error) {
	password, clear := optional(n.password)
	hashed, imported := optional(n.hashed)
	switch {
	case clear && imported:
		return exclusive(n.at+"/password", n.at+"/hashedPassword")
	case clear:
		in.Judged, in.MustChange = true, orZero(password.ChangeRequired)
		in.Password, err = surface.Password(orZero(password.Password))
	case imported:
		in.Hash, in.MustChange = secret.NewText(orZero(hashed.Hash)), orZero(hashed.ChangeRequired)
	}
	return err
}

// humanEmail reads an e-mail address with how it is verified.
func humanEmail(at string, e zitadelapi.SetHumanEmail) (accounts.UserAddress, error) {
	a, err := verification(at, emailTemplate(e.SendCode), chosen(e.SendCode), e.ReturnCode != nil, e.IsVerified)
	a.Value = e.Email
	return a, err
}

// humanPhone reads a phone number with how it is verified.
func humanPhone(at string, p zitadelapi.SetHumanPhone) (accounts.UserAddress, error) {
	a, err := verification(at, "", p.SendCode != nil, p.ReturnCode != nil, p.IsVerified)
	a.Value = orZero(p.Phone)
	return a, err
}

// metadataTexts reads metadata, whose values are bytes for the vendor and texts here.
func metadataTexts(at string, all []zitadelapi.UserMetadata) (map[string]string, error) {
	texts := make(map[string]string, len(all))
	for i, m := range all {
		pointer := fmt.Sprintf("%s/%d", at, i)
		if !utf8.Valid(m.Value) || bytes.IndexByte(m.Value, 0) >= 0 {
			return nil, fault.ErrMalformed.With(fault.Violation{Pointer: pointer + "/value", Code: "format", Message: "The value is not UTF-8 text."})
		}
		if _, twice := texts[m.Key]; twice {
			return nil, fault.ErrMalformed.With(fault.Violation{Pointer: pointer + "/key", Code: "duplicate", Message: "The key appears twice."})
		}
		texts[m.Key] = string(m.Value)
	}
	return texts, nil
}

// storedGender is the core's name of a gender; unspecified if it is absent.
func storedGender(g *zitadelapi.Gender) accounts.Gender {
	for stored, name := range genders {
		if g != nil && name == *g {
			return stored
		}
	}
	return accounts.GenderUnspecified
}
