package contract_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// noEntries are the members of requests that look like an address and store none, with the
// reason. Every other one has to refuse what cannot be mailed or called.
var noEntries = map[string]string{
	"boomiForgotPassword /emailAddress": "finds a user",
	"boomiForgotUsername /emailAddress": "finds a user",
	"boomiResendMfa /email":             "is compared with the user's own",
	"rekeyRequestReset /email":          "finds a user",
	"zitadelListUsers":                  "finds users, by queries that contain further ones",
	"rekeyCheckPassword /email":         "a password must not be made of it; it is not kept",
	"entrustCreateUserUsingPOST /phone": "is not served",
	"entrustUpdateUserUsingPUT /phone":  "is not served",
	"entrustCreateUsersUsingPOST":       "each user has a result of his own, and is created as by entrustCreateUserUsingPOST",
	"entrustUpdateUsersUsingPUT":        "each user has a result of his own, and is changed as by entrustUpdateUserUsingPUT",
}

// namesAddress tells whether a member's name says that it holds an address of a user.
var namesAddress = regexp.MustCompile(`(?i)^(e-?mail(s|Address)?|mail|mobile|phones?(Number)?|recipients?|to)$`)

var anyUUID = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// addressMembers are the pointers to texts of a schema that are addresses, and whether of phones.
func addressMembers(s *openapi3.Schema, at string, inside bool, deep int) map[string]bool {
	found := map[string]bool{}
	if s == nil || deep > 8 {
		return found
	}
	for _, part := range append(append(s.AllOf, s.OneOf...), s.AnyOf...) {
		for pointer, phone := range seed.InOrder(addressMembers(part.Value, at, inside, deep+1)) {
			found[pointer] = phone
		}
	}
	if s.Items != nil {
		for pointer, phone := range seed.InOrder(addressMembers(s.Items.Value, at+"/0", inside, deep+1)) {
			found[pointer] = phone
		}
	}
	text := s.Type == nil || s.Type.Is("string")
	if inside && text && len(s.Properties) == 0 && s.Items == nil && len(s.AllOf)+len(s.OneOf)+len(s.AnyOf) == 0 {
		found[at] = strings.Contains(strings.ToLower(at), "phone") || strings.HasSuffix(at, "/mobile")
	}
	for name, ref := range seed.InOrder(s.Properties) {
		under := namesAddress.MatchString(name) || inside && (name == "address" || name == "value" || name == "number" || name == "email" || name == "phone")
		for pointer, phone := range seed.InOrder(addressMembers(ref.Value, at+"/"+name, under, deep+1)) {
			found[pointer] = phone
		}
	}
	return found
}

var badMails = []string{
	"x@probe..test", "x@-evil.test", ".x@evil.test", "x@evil.test.", "x@evil.test\u200b", "x@a\u2028b.test", "=?iso-8859-1?q?=61=62=63?=@evil.test",
	"x y@evil.test", "a@b@evil.test", `"x"@evil.test`, "x@127.0.0.1", "x@[127.0.0.1]", "X <x@evil.test>", "evil", "x@xn--a.test",
}

var badPhones = []string{"call me", "☎ call me maybe", "0151 12345678", "0049151000111", "491510001", "+49", "+4915100011122233344", "+49151\u200b0001", "+49 (0) 151 0001"}

// TestEveryEntryRefusesAddressesThatCannotBeMailed: the entries are found in the contract of each
// surface, so that a new one is tried as soon as it is there.
func TestEveryEntryRefusesAddressesThatCannotBeMailed(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		key, entries, serial := w.Owner(), 0, 0
		excused := map[string]bool{}
		for _, o := range harness.Contract() {
			if !o.HasBody() || o.Op.RequestBody.Value.Content["application/json"] == nil {
				continue
			}
			example := o.Example(key)
			text, _ := example.Body.(string)
			for pointer, phone := range seed.InOrder(addressMembers(o.Op.RequestBody.Value.Content["application/json"].Schema.Value, "", false, 0)) {
				if name := o.BundleID() + " " + pointer; noEntries[name] != "" || noEntries[o.BundleID()] != "" {
					excused[name], excused[o.BundleID()] = true, true
					continue
				}
				p := w.Person(fmt.Sprintf("minnie%d", serial)) // the example of another operation can lock its user
				with := func(value string) harness.Answer {
					serial++
					own := strings.NewReplacer("01hq3kad3svktnkwp31fmt4bee", w.Tenant.ID, "01hq3k9v5x7e2m4n8p6r1s0t9w", w.Tenant.ApplicationID,
						"1839201733", fmt.Sprint(p.Number), "alice", fmt.Sprintf("u%d", serial), "carol", fmt.Sprintf("carol%d", serial), "dora", fmt.Sprintf("dora%d", serial), "+12025550144", fmt.Sprintf("+12025%06d", serial), "+12025550143", fmt.Sprintf("+12026%06d", serial))
					var body any
					if err := json.Unmarshal([]byte(own.Replace(text)), &body); err != nil {
						t.Fatal(err)
					}
					c := example
					c.Path, c.Body = anyUUID.ReplaceAllString(c.Path, p.ID), put(body, strings.Split(pointer, "/")[1:], value)
					return w.Do(c)
				}
				w.Check(o.BundleID()+" "+pointer, func(t *testing.T) {
					entries++
					good, bad := fmt.Sprintf("good%d@example.test", serial), badMails
					if phone {
						good, bad = fmt.Sprintf("+4915100%05d", serial), badPhones
					}
					if a := with(good); a.Status >= 300 {
						t.Fatalf("%q: %d %s; if it is no entry, noEntries says why", good, a.Status, a.Body)
					}
					for _, value := range bad {
						a := with(value)
						if a.Status != 400 && a.Status != 422 || strings.Contains(a.Body, value) {
							t.Errorf("%+q: %d %s", value, a.Status, a.Body)
						}
					}
				})
			}
		}
		for name := range seed.InOrder(noEntries) {
			if !excused[name] {
				t.Errorf("%s is no member of the contract any more", name)
			}
		}
		if entries < 5 {
			t.Errorf("%d entries were found", entries)
		}
		everyStoredAddressCanBeReached(t, w)
	})
}

// everyStoredAddressCanBeReached looks at what is there behind all that was tried.
func everyStoredAddressCanBeReached(t *testing.T, w *harness.World) {
	t.Helper()
	rows, err := w.Store.Read(t.Context()).AddressesAfter("", 1000)
	if err != nil || len(rows) == 0 {
		t.Fatal(len(rows), err)
	}
	for _, a := range rows {
		number, err := identifier.Phone(a.Value)
		if a.Kind == models.AddressPhone && (err != nil || number != a.Value) || a.Kind == models.AddressEmail && identifier.CheckMail(a.Value) != nil {
			t.Errorf("%+q is stored", a.Value)
		}
	}
}
