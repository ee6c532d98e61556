package stores_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// toVerify is an address with the order to verify it.
func toVerify(value string, medium models.Medium) accounts.UserAddress {
	return accounts.UserAddress{Value: value, Verify: &core.Verification{Medium: medium, Form: models.ProofUserCode}}
}

// issuedFor is the ticket that a change issued for an address.
func issuedFor(t testing.TB, u *core.User, value string) *core.IssuedTicket {
	t.Helper()
	i := slices.IndexFunc(u.Addresses, func(a core.Address) bool { return a.Value == value })
	if i < 0 || u.Addresses[i].Issued == nil {
		t.Fatalf("nothing was issued for %s among %+v", value, u.Addresses)
	}
	return u.Addresses[i].Issued
}

// proveAddress shows the code of a verification.
func proveAddress(ctx context.Context, w *harness.World, userID string, code secret.Text, kind models.AddressKind) error {
	_, err := w.Core.Tickets.VerifyAddress(asOwner(ctx), tickets.VerifyAddressInput{
		Proof: core.Proof{Form: models.ProofUserCode, UserID: userID, Secret: code, Kind: kind},
	})
	return err
}

// verified lists the addresses of a user that are verified.
func verified(t testing.TB, w *harness.World, userID string) (found []string) {
	t.Helper()
	all, err := w.Store.Read(t.Context()).AddressesOf(userID)
	must(t, err)
	for _, a := range all {
		if a.Verified() {
			found = append(found, a.Value)
		}
	}
	return found
}

func verificationStories() []story {
	mailed := tickets.IssueTicketInput{Purpose: models.PurposeVerify, Medium: models.MediumLink, Form: models.ProofUserCode}
	returned := mailed
	returned.Medium = models.MediumReturned
	return []story{
		issue("mail a verification", mailed, harness.Unverified),
		redeem("verify an address", returned, func(w *harness.World, ctx context.Context, p core.Proof) error {
			p.Kind = models.AddressEmail
			_, err := w.Core.Tickets.VerifyAddress(ctx, tickets.VerifyAddressInput{Proof: p})
			return err
		}, harness.Unverified),
		{name: "replace an address and mail a verification", begin: func(t *testing.T, w *harness.World, p *harness.Person) act {
			furnish(t, w, p)
			return func(ctx context.Context) error {
				_, err := w.Core.Accounts.SetAddress(asOwner(ctx), accounts.SetAddressInput{UserID: p.ID, Kind: models.AddressEmail, Address: toVerify(newMail(p), models.MediumLink)})
				return err
			}
		}},
	}
}

// TestANewUserProvesHisAddresses: the user is created with a code for each address, and each code
// verifies its own address once.
func TestANewUserProvesHisAddresses(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const mail, phone = "ada@example.test", "+4915112345"
		u, err := w.Core.Accounts.CreateUser(asOwner(t.Context()), accounts.CreateUserInput{
			TenantID: w.Tenant.ID, Username: "ada",
			Emails: []accounts.UserAddress{toVerify(mail, models.MediumReturned)},
			Phones: []accounts.UserAddress{toVerify(phone, models.MediumReturned)},
		})
		must(t, err)
		if u.Version != 3 { // created, and two tickets
			t.Errorf("the answer has version %d", u.Version)
		}
		byMail, byPhone := issuedFor(t, u, mail).Secret, issuedFor(t, u, phone).Secret
		w.Step("a code is for one kind of address", func(t *testing.T) {
			if err := proveAddress(t.Context(), w, u.ID, byMail, models.AddressPhone); !errors.Is(err, core.ErrTicketUnusable) {
				t.Errorf("the code of the mail address at the phone: %v", err)
			}
			if got := verified(t, w, u.ID); len(got) > 0 {
				t.Errorf("%v are verified", got)
			}
		})
		w.Step("of many who show it one is accepted", func(t *testing.T) {
			winner(t, together(5, func(int) error { return proveAddress(context.Background(), w, u.ID, byMail, models.AddressEmail) }), core.ErrTicketUnusable)
			if got := verified(t, w, u.ID); !slices.Equal(got, []string{mail}) {
				t.Errorf("%v are verified", got)
			}
		})
		w.Step("the other code is still good", func(t *testing.T) {
			must(t, proveAddress(t.Context(), w, u.ID, byPhone, models.AddressPhone))
			row, err := w.Store.Read(t.Context()).FindUser(u.ID)
			must(t, err)
			if row.Version != 5 {
				t.Errorf("the version is %d", row.Version)
			}
		})
		w.Check("the trail has both", func(t *testing.T) {
			events, err := w.Store.Read(t.Context()).EventsOf(u.ID, 100)
			must(t, err)
			var kinds []string
			for _, e := range events {
				if e.Action == models.ActionAddressVerify {
					kinds = append(kinds, e.Detail)
				}
				if strings.Contains(e.Detail, mail) || strings.Contains(e.Detail, phone) {
					t.Errorf("%s names the address: %s", e.Action, e.Detail)
				}
			}
			slices.Sort(kinds)
			if !slices.Equal(kinds, []string{"email", "phone"}) {
				t.Errorf("verified in the trail: %v", kinds)
			}
		})
	})
}

// TestAVerificationIsForItsAddressAlone: it ends with the address, and stays with what does not concern it.
func TestAVerificationIsForItsAddressAlone(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for _, c := range seed.Draw(t, []struct {
			name  string
			after func(t *testing.T, ctx context.Context, p *harness.Person) error
			ends  bool
		}{
			{"another address of the kind", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				_, err := w.Core.Accounts.SetAddress(ctx, accounts.SetAddressInput{UserID: p.ID, Kind: models.AddressEmail, Address: accounts.UserAddress{Value: newMail(p)}})
				return err
			}, true},
			{"no address", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				return onlyError(w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{UserID: p.ID, Version: core.AnyVersion, Emails: &[]accounts.UserAddress{}}))
			}, true},
			{"another spelling", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				return onlyError(w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{UserID: p.ID, Version: core.AnyVersion, Emails: &[]accounts.UserAddress{{Value: strings.ToUpper(p.Email)}}}))
			}, true},
			{"verified by an administrator", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				return onlyError(w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{UserID: p.ID, Version: core.AnyVersion, Emails: &[]accounts.UserAddress{{Value: p.Email, Verified: true}}}))
			}, true},
			{"more rights", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				return onlyError(w.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{UserID: p.ID, Version: core.AnyVersion, Permissions: &[]string{"tickets:write"}, Boundary: ptr(models.BoundaryTenant)}))
			}, true},
			{"another ticket for it", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				_, err := w.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{UserID: p.ID, Purpose: models.PurposeVerify, Medium: models.MediumReturned, Form: models.ProofTicket})
				return err
			}, true},
			{"a lock", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				_, err := w.Core.Accounts.LockUser(ctx, p.ID)
				return err
			}, true},
			{"a lock that is over", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				_, err := w.Core.Accounts.LockUser(ctx, p.ID)
				must(t, err)
				_, err = w.Core.Accounts.UnlockUser(ctx, p.ID)
				return err
			}, true},
			{"a deletion", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				return onlyError(w.Core.Accounts.DeleteUser(ctx, p.ID, core.AnyVersion))
			}, true},
			{"a phone", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				_, err := w.Core.Accounts.SetAddress(ctx, accounts.SetAddressInput{UserID: p.ID, Kind: models.AddressPhone, Address: accounts.UserAddress{Value: newPhone(p)}})
				return err
			}, false},
			{"a reset link", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				ticketFor(t, w, p)
				return nil
			}, false},
			{"a new password", func(t *testing.T, ctx context.Context, p *harness.Person) error {
				_, proof := ticketFor(t, w, p)
				return setNew(w, ctx, proof)
			}, false},
		}) {
			w.Check(c.name, func(t *testing.T) {
				ctx := asOwner(t.Context())
				p := w.Person("ada", harness.Unverified, harness.WithPhone("+4915100000"))
				t.Cleanup(func() {
					_ = onlyError(w.Core.Accounts.DeleteUser(asOwner(context.Background()), p.ID, core.AnyVersion))
				})
				out, err := w.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{UserID: p.ID, Purpose: models.PurposeVerify, Medium: models.MediumReturned, Form: models.ProofUserCode})
				must(t, err)
				must(t, c.after(t, ctx, p))
				err = proveAddress(t.Context(), w, p.ID, out.Secret, models.AddressEmail)
				if ended := err != nil; ended != c.ends {
					t.Errorf("the code afterwards: %v", err)
				}
			})
		}
	})
}

func onlyError[T any](_ T, err error) error { return err }

// TestEachSecretIsForItsPurpose: a verification sets no password and accepts no invitation, in whatever form
// it is shown, and what sets a password verifies nothing.
func TestEachSecretIsForItsPurpose(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.Unverified, harness.NoPassword)
		ctx := asOwner(t.Context())
		forms := []models.Proof{models.ProofKey, models.ProofMailCode, models.ProofLinkCode, models.ProofUserCode, models.ProofTicket, models.ProofOTP}
		for _, purpose := range []models.Purpose{models.PurposeVerify, models.PurposeSet, models.PurposeReset, models.PurposeInvite} {
			for _, form := range forms {
				if form == models.ProofOTP && purpose != models.PurposeVerify && purpose != models.PurposeReset {
					continue
				}
				out, err := w.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{UserID: p.ID, Purpose: purpose, Medium: models.MediumReturned, Form: form})
				must(t, err)
				for _, shown := range append(forms, "") {
					for _, named := range []models.Purpose{models.PurposeVerify, models.PurposeSet, models.PurposeReset, models.PurposeInvite, ""} {
						for _, userID := range []string{p.ID, ""} {
							proof := core.Proof{Form: shown, Purpose: named, Secret: out.Secret, Code: out.Code, UserID: userID}
							if purpose == models.PurposeVerify {
								if err := setNew(w, ctx, proof); err == nil {
									t.Errorf("a verification by %s, shown as %q for %q, set a password", form, shown, named)
								}
								if _, err := w.Core.Tickets.InspectTicket(ctx, proof); err == nil && named != models.PurposeVerify {
									t.Errorf("a verification by %s, shown as %q for %q, is inspected", form, shown, named)
								}
								if _, err := w.Core.Tickets.AcceptInvite(ctx, proof); err == nil {
									t.Errorf("a verification by %s, shown as %q for %q, accepted an invitation", form, shown, named)
								}
							} else if _, err := w.Core.Tickets.VerifyAddress(ctx, tickets.VerifyAddressInput{Proof: proof}); err == nil {
								t.Errorf("a ticket to %s by %s, shown as %q, verified an address", purpose, form, shown)
							}
						}
					}
				}
			}
			must(t, w.Core.Tickets.CancelTicket(ctx, newestTicket(t, w, p)))
		}
		if got := verified(t, w, p.ID); len(got) > 0 {
			t.Errorf("%v are verified", got)
		}
	})
}

func newestTicket(t testing.TB, w *harness.World, p *harness.Person) string {
	t.Helper()
	for _, purpose := range []models.Purpose{models.PurposeInvite, models.PurposeReset, models.PurposeSet, models.PurposeVerify} {
		if row, err := w.Store.Read(t.Context()).NewestTicketFor(p.ID, purpose); err == nil && row.Live(w.Clock.Now()) {
			return row.ID
		}
	}
	t.Fatal("no ticket is live")
	return ""
}

// TestVerificationsFloodNoMailbox: a mailbox that nobody has proven gets no more mails an hour than any
// other, from every caller and for however many accounts. What was to send one more does not happen.
func TestVerificationsFloodNoMailbox(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const mailbox = "somebody@example.test"
		ctx := asOwner(t.Context())
		create := func(i int) (*core.User, error) {
			return w.Core.Accounts.CreateUser(ctx, accounts.CreateUserInput{
				TenantID: w.Tenant.ID, Username: candidate(i)[len(candidate(i))-20:], Emails: []accounts.UserAddress{toVerify(mailbox, models.MediumLink)},
			})
		}
		most := w.Tenant.Settings.Tickets.MailsPerHour
		for i := range most {
			u, err := create(i)
			must(t, err)
			must(t, onlyError(w.Core.Accounts.DeleteUser(ctx, u.ID, core.AnyVersion)))
		}
		w.Step("no further user is created", func(t *testing.T) {
			if _, err := create(most); !errors.Is(err, core.ErrMailBudget) {
				t.Fatal(err)
			}
			if _, err := w.Store.Read(t.Context()).FindAddress(w.Tenant.ID, models.AddressEmail, core.AddressKeys(models.AddressEmail, mailbox)...); err == nil {
				t.Error("the address exists")
			}
		})
		p := w.Person("ada")
		w.Step("nor does another user get the address with a mail", func(t *testing.T) {
			_, err := w.Core.Accounts.SetAddress(ctx, accounts.SetAddressInput{UserID: p.ID, Kind: models.AddressEmail, Address: toVerify(mailbox, models.MediumLink)})
			if !errors.Is(err, core.ErrMailBudget) {
				t.Fatal(err)
			}
			if got := verified(t, w, p.ID); !slices.Equal(got, []string{p.Email}) {
				t.Errorf("he has %v", got)
			}
		})
		w.Step("a code that is returned is not counted", func(t *testing.T) {
			_, err := w.Core.Accounts.SetAddress(ctx, accounts.SetAddressInput{UserID: p.ID, Kind: models.AddressEmail, Address: toVerify(mailbox, models.MediumReturned)})
			must(t, err)
			out, err := w.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{UserID: p.ID, Purpose: models.PurposeVerify, Medium: models.MediumLink, Form: models.ProofUserCode})
			must(t, err)
			if out.Ticket != nil {
				t.Error("a mail is sent")
			}
		})
	})
}

// TestTheCodeOfAnotherKindIsAWrongOne: a short code at the other kind of address is a wrong try of the account, and
// forgives no earlier one.
func TestTheCodeOfAnotherKindIsAWrongOne(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Settings(func(s *models.Settings) { s.Tickets.ShortUserCodes, s.Tickets.AccountTries = true, 2 })
		const mail, phone = "ada@example.test", "+4915112345"
		u, err := w.Core.Accounts.CreateUser(asOwner(t.Context()), accounts.CreateUserInput{
			TenantID: w.Tenant.ID, Username: "ada",
			Emails: []accounts.UserAddress{toVerify(mail, models.MediumReturned)},
			Phones: []accounts.UserAddress{toVerify(phone, models.MediumReturned)},
		})
		must(t, err)
		byMail := issuedFor(t, u, mail).Secret
		for _, code := range []secret.Text{secret.NewText("000000"), byMail} {
			if err := proveAddress(t.Context(), w, u.ID, code, models.AddressPhone); !errors.Is(err, core.ErrTicketUnusable) {
				t.Errorf("a code that is none of the phone's: %v", err)
			}
		}
		if err := proveAddress(t.Context(), w, u.ID, byMail, models.AddressEmail); !errors.Is(err, core.ErrTicketUnusable) {
			t.Errorf("after two wrong tries of two: %v", err)
		}
		if got := verified(t, w, u.ID); len(got) > 0 {
			t.Errorf("%v are verified", got)
		}
	})
}
