package attacks_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/identifier"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// injections are values that mean something to a database when they
// stand where a name, id, code or token belongs.
var injections = map[string]any{
	"always true":          "1 OR 1=1",
	"always true, quoted":  "' OR '1'='1",
	"always true, doubled": `" OR ""="`,
	"a comment":            "admin'-- ",
	"a hash comment":       "admin'#",
	"a second statement":   "1'; DROP TABLE users; --",
	"a union":              "' UNION SELECT id, digest FROM api_keys -- ",
	"a pause":              "' AND SLEEP(10)='",
	"a column":             "id",
	"the column itself":    "id=id",
	"a number in hex":      "0x31",
	"everything":           "%",
	"one letter":           "_",
	"a backslash":          `\`,
	"a backslash, quoted":  `\' OR 1=1 -- `,
	"a wide quote":         "\u02bc OR 1=1",
	"a broken multibyte":   "\u00bf' OR 1=1",
	"nothing":              "",
	"zero":                 "0",
	"one":                  "1",
	"true":                 "true",
	"a null by name":       "null",
	"the number 0":         0,
	"the number 9":         9,
	"a float":              1e0,
	"a negative number":    -1,
	"the truth":            true,
	"an array":             []any{"x"},
	"an empty array":       []any{},
	"an empty object":      j{},
	"greater than nothing": j{"$gt": ""},
	"not equal":            j{"$ne": nil},
	"a condition":          j{"gt": 0},
	"255 letters":          strings.Repeat("a", 255),
	"256 letters":          strings.Repeat("a", 256),
	"2,000 letters":        strings.Repeat("a", 2000), // five of them fit into a request line
	"255 letters, padded":  "a" + strings.Repeat(" ", 254),
}

// inert are fields whose text changes nothing or may be anything: the answer can be a
// success, but the text must do nothing else.
var inert = regexp.MustCompile(`^(username|email|scope|token_type_hint|newPassword|newPassword/password|` +
	`sendCode/applicationName|sessionToken|human/password/password/password|mfaEnabled|lifetime|tenantId)$`)

// chosen are operations whose password may be any text.
var chosen = regexp.MustCompile(`^(entrust|rekey setPassword|rekey checkPassword|zitadel AddHumanUser|zitadel CreateUser|wristband createUser)`)

// free are the fields of each surface that hold any text: what people call things and themselves.
var free = map[string]*regexp.Regexp{
	"rekey":     regexp.MustCompile(`^(name|givenName|locale|metadata/.*)$`),
	"boomi":     regexp.MustCompile(`^(firstName|lastName)$`),
	"entrust":   regexp.MustCompile(`^(userId|firstName|lastName)$`), // a new user may have any name; a look-up takes no name that nobody has
	"wristband": regexp.MustCompile(`^(givenName|familyName|nickname|displayName)$`),
	"zitadel":   regexp.MustCompile(`(^|/)(profile/.*|metadata/.*)$`),
}

// isFree tells whether a field of an operation holds any text.
func isFree(name, leaf string) bool {
	surface, operation, _ := strings.Cut(name, " ")
	return free[surface].MatchString(leaf) && !(surface == "entrust" && strings.Contains(operation, "Userid"))
}

// oneByOne are operations that answer for each user alone: an injection into one leaves the others. What
// they do to a user is that of the operation on one.
var oneByOne = regexp.MustCompile(`^entrust (create|update|delete)Users`)

var database = regexp.MustCompile(`(?i)syntax|near "|no such column|error \d{4}|sql|unknown column|constraint failed`)

// TestWhatIsTextStaysText: in each field of each operation each injection is refused, or
// is understood as a name that nobody has.
func TestWhatIsTextStaysText(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		victim := s.person() // whom an always-true condition would find
		hash, version := s.stored(victim)
		set := models.DefaultSettings()
		generous(&set)
		set.ResetBy, set.Tickets.OTPTries = models.ResetByOTP, 1000 // no injection is the wrong code that ends a ticket
		s.SettingsOf(s.otp.ID, set)
		calls := map[string]harness.Call{}
		for _, a := range seed.Draw(t, oneEach()) {
			if call := a.play(s); call.Body != nil && !oneByOne.MatchString(a.name) {
				calls[a.name] = call
			}
		}
		before := s.picture()
		for name, call := range seed.InOrder(calls) {
			for _, leaf := range leaves(fields(t, call)) {
				if isFree(name, leaf) {
					continue
				}
				if !inert.MatchString(leaf) && !(chosen.MatchString(name) && (leaf == "password" || strings.HasSuffix(leaf, "/password"))) {
					s.inject(name, call, leaf)
				}
			}
		}
		if changes := kept(before.changes(s.picture())); len(changes) != 0 {
			t.Errorf("injections changed %v", changes)
		}
		if h, v := s.stored(victim); h != hash || v != version {
			t.Error("an injection reached somebody else")
		}
		if n := len(s.mailsTo(victim)); n != 0 {
			t.Errorf("injections sent %d mails to somebody else", n)
		}
	})
}

// TestAFreeTextIsKeptByTheLetter: where any text may stand, an injection is refused or is
// what is read again, and names nothing else.
func TestAFreeTextIsKeptByTheLetter(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		taken := 0
		for what, value := range seed.InOrder(injections) {
			answer := s.Do(s.byOwner(post("/v1/applications", j{"name": value})))
			if answer.Status == http.StatusBadRequest {
				continue
			}
			if text, ok := value.(string); !ok || answer.Status != http.StatusCreated || answer.Field(t, "name") != text {
				t.Errorf("%s: %d %s", what, answer.Status, answer.Body)
			}
			again := s.Do(s.byOwner(get("/v1/applications/" + answer.Field(t, "id"))))
			if again.Body != answer.Body {
				t.Errorf("%s is read as %s, and was written as %s", what, again.Body, answer.Body)
			}
			taken++
		}
		if taken < 20 {
			t.Errorf("only %d texts were taken as names", taken)
		}
	})
}

// inject puts each injection into one field.
func (s *stage) inject(name string, call harness.Call, leaf string) {
	s.T.Helper()
	// A reset request by name gets the same answer, whatever the name is.
	alike := strings.Contains(name, "forgot") || strings.Contains(name, "resendMfa") || strings.Contains(name, "revokeToken") ||
		strings.Contains(name, "ListSessions") || strings.Contains(name, "ListUsers") || strings.Contains(name, "usersPaged") || strings.Contains(name, "requestPasswordReset") && leaf == "email"
	for what, value := range seed.InOrder(injections) {
		_, isText := value.(string)
		if !isText && call.Type != "" {
			continue // a form has nothing but texts
		}
		body := fields(s.T, call)
		tree(body).put(leaf, value)
		answer := s.Do(withFields(call, body))
		if answer.Status < 400 && !(alike && isText) || answer.Status >= 500 {
			s.T.Errorf("%s: %s is %s: %d %s", name, leaf, what, answer.Status, answer.Body)
		}
		if found := database.FindString(answer.Body); found != "" {
			s.T.Errorf("%s: %s is %s: the answer says %q: %s", name, leaf, what, found, answer.Body)
		}
	}
}

// TestIdsInPathsAndQueriesStayIds.
func TestIdsInPathsAndQueriesStayIds(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		calls := map[string]harness.Call{}
		for _, a := range seed.Draw(t, oneEach()) {
			calls[a.name] = a.play(s)
		}
		before := s.picture()
		for _, call := range seed.InOrder(calls) {
			for _, value := range seed.InOrder(injections) {
				if text, ok := value.(string); ok && text != "" {
					s.injectIntoURL(call, text)
				}
			}
		}
		if changes := kept(before.changes(s.picture())); len(changes) != 0 {
			t.Errorf("injections changed %v", changes)
		}
	})
}

// injectIntoURL puts a text where an id of the path, a parameter or an order belongs.
func (s *stage) injectIntoURL(call harness.Call, text string) {
	s.T.Helper()
	path, query, hasQuery := strings.Cut(call.Path, "?")
	c := call
	if anyID.MatchString(path) {
		c.Path = anyID.ReplaceAllLiteralString(path, url.PathEscape(text))
		if a := s.Do(c); a.Status < 400 || a.Status >= 500 || database.MatchString(a.Body) {
			s.T.Errorf("%s: %d %s", shown(c), a.Status, a.Body)
		}
	}
	if key, _, _ := strings.Cut(query, "="); hasQuery && key != "limit" { // a number is one there
		c.Path = path + "?" + key + "=" + url.QueryEscape(text)
		if a := s.Do(c); a.Status < 400 || a.Status >= 500 {
			s.T.Errorf("%s: %d %s", shown(c), a.Status, a.Body)
		}
	}
	if call.Method == http.MethodGet {
		q := url.Values{"sort": {text}, "orderBy": {text}, "filter": {"password=" + text}, "q": {"hash eq " + text}, "limit": {text}, "fields": {"hash"}}
		c.Path = path + "?" + q.Encode() + "&" + query
		if a := s.Do(c); a.Status >= 500 && a.Status != http.StatusNotImplemented { // a parameter that is not served
			s.T.Errorf("%s: %d %s", shown(c), a.Status, a.Body)
		}
	}
}

func shown(c harness.Call) string { return c.Method + " " + c.Path[:min(len(c.Path), 60)] }

// TestFiltersOfAListAreData: a list is asked for by ids alone.
func TestFiltersOfAListAreData(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		p := s.person()
		id, _ := s.session(p)
		for _, query := range []string{
			`{"queries":[{"userIdQuery":{"id":"x' OR '1'='1"}}]}`, `{"queries":[{"idsQuery":{"ids":["%"]}}]}`,
			`{"queries":[{"userIdQuery":{"id":"0 OR 1=1"}}]}`, `{"queries":[{"idsQuery":{"ids":["x","' OR 1=1 -- "]}}]}`,
		} {
			a := s.must(s.byOwner(post("/v2/sessions/search", query)), http.StatusOK)
			if strings.Contains(a.Body, id) {
				t.Errorf("%s finds somebody's session: %s", query, a.Body)
			}
		}
		plain := s.must(s.byOwner(post("/v2/sessions/search", j{})), http.StatusOK)
		for _, query := range []string{
			`{"sortingColumn":"(SELECT sleep(2))"}`, // an unknown name is absent
			`{"query":{"sort":"token_digest"}}`, "{\"orderBy\":\"`id`;DROP TABLE users\"}",
			`{"filter":{"token_digest":{"$gt":""}}}`, `{"fields":["token_digest"]}`,
		} {
			a := s.must(s.byOwner(post("/v2/sessions/search", query)), http.StatusOK)
			if harness.Comparable(a) != harness.Comparable(plain) {
				t.Errorf("%s changes the list:\n%s\n%s", query, a.Body, plain.Body)
			}
		}
	})
}

// TestNamesThatOnlyLookAlike: a mail goes to the stored
// address or to nobody, and nothing is equal to something that it is not.
func TestNamesThatOnlyLookAlike(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		p := s.Person("mikes")
		for _, typed := range []any{
			"mıke@example.test", "MİKES@example.test", "mıkes@example.test", "miKes@example.test", "mikeſ@example.test", "ｍｉｋｅｓ@example.test",
			"mikes@example.test ", " mikes@example.test", "mikes@example.test\n", "mikes@example.test,evil@evil.test", "mikes@example.test;evil@evil.test",
			"mikes@example.test\nevil@evil.test", "mikes@example.test evil@evil.test", "<mikes@example.test>", `"mikes"@example.test`,
			"mikes@example.test.", "mikes@еxample.test", "mikes+x@example.test", "mikes@example.test\x00evil@evil.test", "mikes%40example.test",
			[]any{"mikes@example.test", "evil@evil.test"}, j{"0": "mikes@example.test"},
		} {
			for _, field := range []string{"emailAddress", "username"} {
				if a := s.Do(post("/api/ForgotUser/forgotPassword", j{field: typed})); a.Status >= 500 {
					t.Errorf("%v: %d %s", typed, a.Status, a.Body)
				}
			}
			s.Do(s.byOwner(post(resets+"request-password-reset", j{"applicationId": s.Tenant.ApplicationID, "email": typed})))
			s.Do(s.byOwner(post(resets+"request-password-reset", j{"applicationId": s.Tenant.ApplicationID, "email": []any{typed}, "email[]": typed})))
		}
		for _, m := range s.Mails() {
			if m.To != p.Email || strings.Contains(m.Text, "evil") {
				t.Errorf("a mail to %q", m.To)
			}
		}
		code := s.userCode(p, "reset")
		for _, near := range []string{code + " ", " " + code, code + "\t", code[:19], strings.ToUpper(code), strings.ToLower(code)} {
			if near == code {
				continue
			}
			a := s.Do(s.user(p, "/password", j{"newPassword": j{"password": s.password()}, "verificationCode": near}))
			if a.Status != http.StatusBadRequest {
				t.Errorf("the code %q is taken for another: %d", near, a.Status)
			}
		}
		// Blanks around a name are not the name's: no stored one has any (TestBlanksAroundATypedName). Nor is
		// what cannot be seen compared (TestInvisibleTwinsOfAName).
		for _, name := range []string{"mi kes", "mikes x", "mikes\u00a0x", "mıkes\u200b", "mikes\x00", "mikes\x00 "} {
			if a := s.Do(signIn(name, p.Password)); a.Status < 400 || a.Status >= 500 {
				t.Errorf("%q logs in as mikes: %d", name, a.Status)
			}
		}
		for _, length := range []int{255, 256, 257, 300} {
			name := "mikes" + strings.Repeat(" ", length-6) + "x"
			if a := s.Do(signIn(name, p.Password)); a.Status < 400 || a.Status >= 500 {
				t.Errorf("a name of %d letters logs in as mikes: %d", length, a.Status)
			}
		}
	})
}

// TestANameThatIsAnAddressOfAnotherUserIsRefused: A-017, both ways round, in every spelling.
func TestANameThatIsAnAddressOfAnotherUserIsRefused(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		victim := s.Person("victim")
		for _, name := range []string{victim.Email, "VICTIM@example.test", "ｖictim@example.test"} {
			_, err := s.Core.Accounts.CreateUser(operator(), accounts.CreateUserInput{TenantID: s.Tenant.ID, Username: name, Email: "evil@evil.test", Verified: true})
			if err == nil {
				t.Errorf("somebody is called %s", name)
			}
		}
		for _, name := range []string{"Victim", "ＶＩＣＴＩＭ", "vicTım", "ᵛictim"} {
			_, err := s.Core.Accounts.CreateUser(operator(), accounts.CreateUserInput{TenantID: s.Tenant.ID, Username: name})
			if canonical, _ := identifier.Canonical(name); err == nil && canonical == "victim" {
				t.Errorf("a second victim is called %s", name)
			}
		}
		s.must(post("/api/ForgotUser/forgotPassword", j{"emailAddress": victim.Email}), http.StatusOK)
		if n := len(s.mailsTo(victim)); n != 1 {
			t.Errorf("the victim got %d mails", n)
		}
	})
}

// TestCanonicalNamesStayThemselves: A-015: if the canonical form of a canonical form
// were another, a reset for one user could reach another.
func TestCanonicalNamesStayThemselves(t *testing.T) {
	t.Parallel()
	check := func(name string) {
		once, ok := identifier.Canonical(name)
		if !ok {
			return
		}
		if twice, ok := identifier.Canonical(once); !ok || twice != once {
			t.Errorf("%+q becomes %+q, and that %+q (%v)", name, once, twice, ok)
		}
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if utf8.ValidRune(r) {
			check(string(r))
		}
		if utf8.ValidRune(r) && r < 0x20000 && !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Tangut) { // they have no case
			check("a" + string(r) + "b")
		}
	}
	d := seed.For(t)
	for range 20_000 {
		var b strings.Builder
		for range 8 {
			if r := rune(d.IntN(0x30000)); utf8.ValidRune(r) {
				b.WriteRune(r)
			}
		}
		check(b.String())
	}
}

// TestNumbersAreNotCodes: A-051 on the wire as it is, without a library's help.
func TestNumbersAreNotCodes(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		request, code := s.shortCode(s.person(harness.Of(s.otp)))
		before := s.picture()
		for _, value := range []string{code, "0", "9", "1e0", "true", "[]", "{}", "null", `"0"`, `""`, `["` + code + `"]`, `"` + code + ` "`, `"+` + code + `"`, `" ` + code + `"`} {
			body := `{"requestCode":"` + request + `","verificationCode":` + value + `,"newPassword":"an attacker's own password"}`
			if !json.Valid([]byte(body)) {
				continue // a code with a leading zero is no number
			}
			if a := s.Do(s.byOwner(post(resets+"reset-password", body))); a.Status != http.StatusBadRequest {
				t.Errorf("verificationCode %s: %d %s", value, a.Status, a.Body)
			}
		}
		changes := kept(before.changes(s.picture()))
		for _, c := range changes {
			if c != "tickets.failed_tries" {
				t.Errorf("numbers for codes changed %v", changes)
			}
		}
	})
}
