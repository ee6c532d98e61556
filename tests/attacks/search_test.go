package attacks_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// canary is a secret that must be found nowhere.
type canary struct {
	name, value string
	stored      bool // as it came: an imported hash
}

// needles are the spellings in which a canary could show itself.
func (c canary) needles() map[string]string {
	raw := []byte(c.value)
	sum := sha256.Sum256(raw)
	spellings := map[string]string{
		"plain":                c.value,
		"query-escaped":        url.QueryEscape(c.value),
		"path-escaped":         url.PathEscape(c.value),
		"JSON":                 quoted(c.value),
		"JSON in JSON":         quoted(quoted(c.value)),
		"HTML":                 html.EscapeString(c.value),
		"Go":                   strings.Trim(strconv.QuoteToASCII(c.value), `"`),
		"hex":                  hex.EncodeToString(raw),
		"upper-case hex":       strings.ToUpper(hex.EncodeToString(raw)),
		"upper case":           strings.ToUpper(c.value),
		"lower case":           lower(c.value),
		"backwards":            backwards(c.value),
		"SHA-256":              string(sum[:]),
		"SHA-256 in hex":       hex.EncodeToString(sum[:]),
		"SHA-256 in base64":    base64.RawStdEncoding.EncodeToString(sum[:]),
		"SHA-256 in base64url": base64.RawURLEncoding.EncodeToString(sum[:]),
	}
	if len(raw) > 24 {
		spellings["its end"] = c.value[len(c.value)-24:] // whatever became of quotes and umlauts before it
	}
	for shift := range 3 {
		name := strconv.Itoa(shift)
		spellings["base64 at "+name] = inBase64(base64.RawStdEncoding, raw, shift)
		spellings["base64url at "+name] = inBase64(base64.RawURLEncoding, raw, shift)
	}
	return spellings
}

// inBase64 is what base64 makes of the text wherever it stands in a longer one: the
// characters at both ends, which its neighbours decide too, are left out.
func inBase64(encoding *base64.Encoding, raw []byte, shift int) string {
	whole := encoding.EncodeToString(append(make([]byte, shift), raw...))
	first := (shift*8 + 5) / 6
	last := (shift + len(raw)) * 8 / 6
	return whole[first:last]
}

func quoted(s string) string {
	raw, err := json.Marshal(s)
	if err != nil {
		panic(err) // unreachable: it is a string
	}
	return string(raw[1 : len(raw)-1])
}

func backwards(s string) string {
	r := []rune(s)
	for i, k := 0, len(r)-1; i < k; i, k = i+1, k-1 {
		r[i], r[k] = r[k], r[i]
	}
	return string(r)
}

// place is somewhere a secret could end up.
type place struct{ name, text string }

// search reports each canary that is found in a place, once for each place. There are
// thousands of spellings and tens of megabytes: the first eight bytes of a spelling
// lead to it, so that each text is read once.
func search(places []place, canaries []canary) []string {
	const head = 8
	type spelled struct{ canary, spelling, needle string }
	byHead := map[uint64][]spelled{}
	var maybe [1 << 16]bool
	for _, c := range canaries {
		for spelling, needle := range seed.InOrder(c.needles()) {
			if len(needle) < head {
				panic("the spelling " + spelling + " of " + c.name + " is too short to be told from chance")
			}
			key := binary.LittleEndian.Uint64([]byte(needle))
			byHead[key] = append(byHead[key], spelled{c.name, spelling, needle})
			maybe[fold(key)] = true
		}
	}
	var found []string
	for _, p := range places {
		seen := map[string]bool{}
		for i := 0; i+head <= len(p.text); i++ {
			key := binary.LittleEndian.Uint64([]byte(p.text[i : i+head]))
			if !maybe[fold(key)] {
				continue
			}
			for _, s := range byHead[key] {
				if strings.HasPrefix(p.text[i:], s.needle) && !seen[s.canary] {
					seen[s.canary] = true
					around := p.text[max(0, i-120):min(len(p.text), i+len(s.needle)+20)]
					found = append(found, fmt.Sprintf("%s, %s, in %s: ...%q", s.canary, s.spelling, p.name, around))
				}
			}
		}
	}
	return found
}

func fold(key uint64) uint16 { return uint16(key * 0x9e3779b97f4a7c15 >> 48) }

// TestTheSearcherFindsWhatIsHidden: a search that never finds anything proves nothing.
func TestTheSearcherFindsWhatIsHidden(t *testing.T) {
	t.Parallel()
	d := seed.For(t)
	hidden := `Kanarie"/ü& ` + seed.Text(d)
	in := []canary{{name: "the canary", value: hidden}}
	sum := sha256.Sum256([]byte(hidden))
	for name, text := range seed.InOrder(map[string]string{
		"in clear":                   "before " + hidden + " after",
		"in a query":                 "GET /x?key=" + url.QueryEscape(hidden) + "&y=1",
		"in a path":                  "/x/" + url.PathEscape(hidden) + "/y",
		"in JSON":                    `{"message":"` + quoted(hidden) + `"}`,
		"in JSON in JSON":            `{"message":"{\"password\":\"` + quoted(quoted(hidden)) + `\"}"}`,
		"in HTML":                    "<p>" + html.EscapeString(hidden) + "</p>",
		"in hex":                     "0x" + hex.EncodeToString([]byte(hidden)),
		"in base64":                  base64.StdEncoding.EncodeToString([]byte(hidden)),
		"in base64, one byte later":  base64.StdEncoding.EncodeToString([]byte("a" + hidden + "b")),
		"in base64, two bytes later": base64.URLEncoding.EncodeToString([]byte("ab" + hidden + "cd")),
		"in Basic credentials":       base64.StdEncoding.EncodeToString([]byte("client-id:" + hidden)),
		"as its digest":              string(sum[:]),
		"as its digest in hex":       hex.EncodeToString(sum[:]),
	}) {
		if len(search([]place{{name, text}}, in)) == 0 {
			t.Errorf("the canary is %s and was not found", name)
		}
	}
	if found := search([]place{{"somebody else's secret", seed.Text(d)}}, in); len(found) != 0 {
		t.Errorf("found what is not there: %v", found)
	}
}
