package outbox

import (
	"errors"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"
)

// The keys of models.MessageContent.Data.
const (
	keyLink      = "Link"
	keyCode      = "Code"
	keyUsername  = "Username"
	keyName      = "Name"
	keyTenant    = "Tenant"
	keyProduct   = "Product"
	keyExpiresAt = "ExpiresAt"
	keyPassword  = "Password"
	keyDays      = "Days"
	keyChange    = "Change"
)

// TimeLayout is the layout of ExpiresAt; RFC 3339 is accepted too. In the message about a changed password
// ExpiresAt is the time of the change.
const TimeLayout = "2 Jan 2006 15:04 MST"

// Bounds on names, in characters. A display name is short, so that it cannot hold a message of its own. A
// username must be complete.
const (
	maxName     = 80
	maxUsername = 255
)

// fields are the values that the templates may use, each safe in a line of text. Values that a user chose
// (names) are changed until they are safe; values that Rekey made (link, code, time) are checked, and refused
// if they are not.
type fields struct {
	Link, Code, Username, Name, Tenant, Product, ExpiresAt, Password, Days, Change string
}

// Errors of unusable values. None contains the value.
var (
	errLink      = errors.New("the link is not an absolute http(s) URL in printable ASCII")
	errCode      = errors.New("the code has other characters than letters, digits and hyphens")
	errPassword  = errors.New("the password cannot be shown in a message without changing it or starting a link")
	errExpiresAt = errors.New("the time of expiry is not RFC 3339")
	errDays      = errors.New("the days are not a number")
	errChange    = errors.New("the kind of change is not a word")
)

var (
	codeForm  = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)
	daysForm  = regexp.MustCompile(`^[0-9]{1,7}$`)
	wordForm  = regexp.MustCompile(`^[a-z]{1,16}$`)
	linkForm  = regexp.MustCompile(`^[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]+$`) // RFC 3986 section 2
	mailForm  = regexp.MustCompile(`^[^@/:\\]+@[\pL\pN.-]+$`)
	hostForm  = regexp.MustCompile(`[\pL\pN_-]+(?:\.[\pL\pN_-]+)+`)
	schemes   = regexp.MustCompile(`(?i)\b(https?:|ftps?:|mailto:|tel:|sms:|javascript:|data:|file:|[a-z][a-z0-9+.-]*:/)`)
	wideStops = strings.NewReplacer("。", ".", "．", ".", "｡", ".") // browsers treat them as dots (UTS 46)
)

// newFields makes the fields of one message from its data.
func newFields(data map[string]string, product, layout string) (fields, error) {
	f := fields{
		Link: data[keyLink], Code: data[keyCode], Password: data[keyPassword], Days: data[keyDays],
		Change:   data[keyChange],
		Username: withoutLinks(data[keyUsername], maxUsername, mailForm.MatchString),
		Name:     withoutLinks(data[keyName], maxName, noWord),
		Tenant:   withoutLinks(data[keyTenant], maxName, noWord),
		Product:  bounded(plainLine(product), maxName), // the operator chose it
	}
	if own := plainLine(data[keyProduct]); own != "" {
		f.Product = bounded(own, maxName)
	}
	var err error
	f.ExpiresAt, err = formatTime(data[keyExpiresAt], layout)
	return f, errors.Join(err,
		check(f.Link == "" || isLink(f.Link), errLink),
		check(f.Code == "" || codeForm.MatchString(f.Code), errCode),
		check(f.Days == "" || daysForm.MatchString(f.Days), errDays),
		check(f.Change == "" || wordForm.MatchString(f.Change), errChange),
		check(f.Password == "" || isShowable(f.Password), errPassword))
}

func check(ok bool, err error) error {
	if ok {
		return nil
	}
	return err
}

func noWord(string) bool { return false }

// plainLine is one line without control characters, invisible characters and marks of writing direction,
// which can make a line look like another (CVE-2021-42574), and without angle brackets.
func plainLine(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.In(r, unicode.Zl, unicode.Zp, unicode.Cc):
			return ' '
		case r == utf8.RuneError, r == '<', r == '>', unicode.In(r, unicode.C):
			return -1
		}
		return r
	}, s)), " ")
}

func bounded(s string, most int) string {
	points := []rune(s)
	if len(points) <= most {
		return s
	}
	return string(points[:most-1]) + "…"
}

// withoutLinks is a plain line in which no program finds a link. Mail programs turn host names into links,
// and an attacker must not place a link in our mail through a name. Words for which keep is true stay
// unchanged.
func withoutLinks(s string, most int, keep func(string) bool) string {
	words := strings.Fields(wideStops.Replace(plainLine(s)))
	for i, word := range words {
		core := strings.TrimRight(word, ",;")
		if !keep(core) {
			words[i] = defang(core) + word[len(core):]
		}
	}
	return bounded(strings.Join(words, " "), most)
}

func defang(word string) string {
	linked := false
	word = schemes.ReplaceAllStringFunc(word, func(scheme string) string {
		linked = true
		return strings.ReplaceAll(scheme, ":", "[:]")
	})
	return hostForm.ReplaceAllStringFunc(word, func(host string) string {
		if linked || isHost(host) {
			return strings.ReplaceAll(host, ".", "[.]")
		}
		return host
	})
}

// isHost tells whether a word with dots can be the name of a host, by its last label: "acme.com" can, and
// "jane.doe" cannot.
func isHost(word string) bool {
	word = strings.ToLower(word)
	if _, err := netip.ParseAddr(word); err == nil || strings.HasPrefix(word, "www.") {
		return true
	}
	last := word[strings.LastIndexByte(word, '.')+1:]
	if strings.ContainsFunc(last, func(r rune) bool { return r > unicode.MaxASCII }) {
		return true
	}
	// The public suffix list does not have the names that RFC 2606 and RFC 6761 reserve.
	if slices.Contains([]string{"example", "test", "invalid", "localhost", "local", "onion", "internal"}, last) {
		return true
	}
	_, known := publicsuffix.PublicSuffix("a." + last)
	return known
}

func isLink(s string) bool {
	u, err := url.Parse(s)
	return err == nil && linkForm.MatchString(s) && u.Host != "" && u.User == nil &&
		(u.Scheme == "https" || u.Scheme == "http") // http: the demo on this machine
}

// isShowable tells whether a password can be read in a message unchanged. A caller may have chosen it, and
// must not be able to write a text to the user with it.
func isShowable(s string) bool {
	lower := strings.ToLower(s)
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= 128 && strings.TrimSpace(s) == s &&
		!strings.Contains(lower, "://") && !strings.Contains(lower, "www.") &&
		!strings.ContainsFunc(s, func(r rune) bool { return r != ' ' && !unicode.IsPrint(r) })
}

// formatTime writes a time in the layout of the locale.
func formatTime(s, layout string) (string, error) {
	if s == "" {
		return "", nil
	}
	for _, known := range []string{time.RFC3339, TimeLayout} {
		if at, err := time.Parse(known, s); err == nil {
			return at.UTC().Format(layout), nil
		}
	}
	return "", errExpiresAt
}
