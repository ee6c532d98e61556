package attacks_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// anyCaseActs are the acts of the surface whose paths match in any case of their letters.
func anyCaseActs() (found []act) {
	for _, a := range acts() {
		if strings.HasPrefix(a.name, "boomi ") {
			found = append(found, a)
		}
	}
	return found
}

// otherPaths are spellings that other software may take for the same path. A rule of a proxy that
// knows the path does not apply to them, so they must lead nowhere.
var otherPaths = map[string]func(path string) string{
	"a slash at the end":       func(p string) string { return p + "/" },
	"two slashes":              func(p string) string { return strings.Replace(p, "/api/", "/api//", 1) },
	"two slashes before":       func(p string) string { return "/" + p },
	"two slashes inside":       func(p string) string { at := strings.LastIndex(p, "/"); return p[:at] + "/" + p[at:] },
	"a dot segment":            func(p string) string { return strings.Replace(p, "/api/", "/api/./", 1) },
	"a dot segment at the end": func(p string) string { return p + "/." },
	"a segment and back":       func(p string) string { return strings.Replace(p, "/api/", "/api/v1/../", 1) },
	"back at the end":          func(p string) string { return p + "/x/.." },
	"escaped dots":             func(p string) string { return strings.Replace(p, "/api/", "/api/v1/%2e%2e/", 1) },
	"an escaped letter":        func(p string) string { return "/%61pi" + strings.TrimPrefix(p, "/api") },
	"an escaped letter, later": func(p string) string { return "/api/%" + hexOf(p[5]) + p[6:] },
	"a letter escaped twice":   func(p string) string { return "/api/%25" + hexOf(p[5]) + p[6:] },
	"an escaped slash":         func(p string) string { return "/api%2f" + p[5:] },
	"a backslash":              func(p string) string { return "/api%5c" + p[5:] },
	"a path parameter":         func(p string) string { return strings.Replace(p, "/api/", "/api;x=1/", 1) },
	"a path parameter, later":  func(p string) string { return p + ";x=1" },
	"an extension":             func(p string) string { return p + ".json" },
	"a NUL":                    func(p string) string { return p + "%00" },
	"a space":                  func(p string) string { return p + "%20" },
	"a wide letter":            func(p string) string { return strings.Replace(p, "/api/", "/\uff41pi/", 1) },
	"a dotless i":              func(p string) string { return strings.Replace(p, "/api/", "/ap\u0131/", 1) },
	"a dotted I":               func(p string) string { return strings.Replace(p, "/api/", "/AP\u0130/", 1) },
	"a long s": func(p string) string {
		return "/api/" + strings.NewReplacer("s", "\u017f", "S", "\u017f").Replace(p[5:])
	},
	"a letter with an accent":    func(p string) string { return strings.Replace(p, "/api/", "/api\u0301/", 1) },
	"the prefix of another face": func(p string) string { return strings.Replace(p, "/api/", "/api/v1/", 1) },
}

func hexOf(c byte) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[c>>4], digits[c&15]})
}

var letterCases = map[string]func(string) string{
	"as it is": func(p string) string { return p }, "in lower case": strings.ToLower, "in upper case": strings.ToUpper,
}

// at is a call with another path.
func at(c harness.Call, respell func(string) string) harness.Call {
	path, query, asks := strings.Cut(c.Path, "?")
	if c.Path = respell(path); asks {
		c.Path += "?" + query
	}
	return c
}

// asciiLower ignores the case of ASCII letters alone, as the surface does.
func asciiLower(text string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
}

// TestOtherSpellingsOfAPathLeadNowhere: only the case of ASCII letters is ignored.
func TestOtherSpellingsOfAPathLeadNowhere(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		for _, a := range anyCaseActs() {
			call := a.play(s)
			before := s.picture()
			for what, other := range seed.InOrder(otherPaths) {
				for in, spell := range seed.InOrder(letterCases) {
					c := at(call, func(p string) string { return spell(other(p)) })
					if asciiLower(c.Path) == asciiLower(call.Path) { // the path has no such letter
						continue
					}
					switch status := harness.DoWith(t, client, s.URL, c).Status; status {
					case http.StatusNotFound, http.StatusBadRequest, http.StatusMethodNotAllowed: // it may be the path of another operation
					default:
						t.Errorf("%s with %s, %s (%s) is answered %d", a.name, what, in, c.Path, status)
					}
				}
			}
			if changed := kept(before.changes(s.picture())); len(changed) != 0 {
				t.Errorf("%s: other paths changed %v", a.name, changed)
			}
		}
	})
}

// TestLetterCaseGetsAroundNoCheck: whatever the spelling, a caller who is refused stays refused, with
// the same answer, and nothing changes.
func TestLetterCaseGetsAroundNoCheck(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		powerless := s.PlantKey(models.APIKey{Boundary: models.BoundaryPlatform})
		refusals := map[string]func(c harness.Call) harness.Call{
			"a wrong bearer":  func(c harness.Call) harness.Call { return header(c, "Authorization", "Bearer rk_wrong") },
			"a wrong key":     func(c harness.Call) harness.Call { return header(header(c, "Authorization", ""), "ApiKey", "rk_wrong") },
			"two keys":        func(c harness.Call) harness.Call { return header(as(powerless, c), "ApiKey", "rk_wrong") },
			"a powerless key": func(c harness.Call) harness.Call { return as(powerless, c) },
			"nobody":          func(c harness.Call) harness.Call { return header(c, "Authorization", "") },
			"a wrong verb":    func(c harness.Call) harness.Call { c.Method = http.MethodPatch; return c },
			"a large body": func(c harness.Call) harness.Call {
				if c.Body != nil {
					c.Body = strings.Repeat(" ", 70<<10)
				}
				return c
			},
		}
		for _, a := range anyCaseActs() {
			for what, refuse := range seed.InOrder(refusals) {
				c := refuse(a.play(s))
				before := s.picture()
				canonical := s.Do(c)
				if canonical.Status < http.StatusBadRequest { // admitted: the operation needs nobody
					continue
				}
				for in, spell := range seed.InOrder(letterCases) {
					if got := s.Do(at(c, spell)); harness.Comparable(got) != harness.Comparable(canonical) {
						t.Errorf("%s with %s, %s:\n%s\nwant\n%s", a.name, what, in, harness.Comparable(got), harness.Comparable(canonical))
					}
				}
				if changed := kept(before.changes(s.picture())); len(changed) != 0 {
					t.Errorf("%s with %s changed %v", a.name, what, changed)
				}
			}
		}
	})
}
