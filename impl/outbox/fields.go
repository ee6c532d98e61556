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

// TimeLayout is how ExpiresAt is written; RFC 3339 is understood too. In the message of
// a changed password it is the time of the change.
const TimeLayout = "2 Jan 2006 15:04 MST"

// Bounds on names, in characters. A display name is short, so that nobody writes a
// letter of his own into it; a username must arrive whole.
const (
	maxName     = 80
	maxUsername = 255
)

// fields are the values that the templates may use, each made safe for a line of
// text. What somebody chose (names) is softened; what Rekey made (link, code, time)
// is checked and refused instead.
type fields struct {
	Link, Code, Username, Name, Tenant, Product, ExpiresAt, Password, Days, Change string
}

// Errors of unusable values; none carries the value.
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
	wideStops = strings.NewReplacer("。", ".", "．", ".", "｡", ".") // browsers take them for dots (UTS 46)
)

// newFields checks and softens the data of one message.
func newFields(data map[string]string, product, layout string) (fields, error) {
	f := fields{
		Link: data[keyLink], Code: data[keyCode], Password: data[keyPassword], Days: data[keyDays],
		Change:   data[keyChange],
		Username: softened(data[keyUsername], maxUsername, mailForm.MatchString),
		Name:     softened(data[keyName], maxName, never),
		Tenant:   softened(data[keyTenant], maxName, never),
		Product:  bounded(plain(product), maxName), // the operator's own word
	}
	if own := plain(data[keyProduct]); own != "" {
		f.Product = bounded(own, maxName)
	}
	var err error
	f.ExpiresAt, err = moment(data[keyExpiresAt], layout)
	return f, errors.Join(err,
		unless(f.Link == "" || isLink(f.Link), errLink),
		unless(f.Code == "" || codeForm.MatchString(f.Code), errCode),
		unless(f.Days == "" || daysForm.MatchString(f.Days), errDays),
		unless(f.Change == "" || wordForm.MatchString(f.Change), errChange),
		unless(f.Password == "" || isShowable(f.Password), errPassword))
}

func unless(ok bool, err error) error {
	if ok {
		return nil
	}
	return err
}

func never(string) bool { return false }

// plain is one line without control characters, invisible ones and marks of writing
// direction, which can make a line read as another one (CVE-2021-42574), and without
// angle brackets.
func plain(s string) string {
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

// softened is plain text in which no program finds a link: mail programs make links
// of bare host names, and a name must not carry a stranger's link into our mail.
// Words that keep matches stay as they are.
func softened(s string, most int, keep func(string) bool) string {
	words := strings.Fields(wideStops.Replace(plain(s)))
	for i, word := range words {
		core := strings.TrimRight(word, ",;")
		if !keep(core) {
			words[i] = defanged(core) + word[len(core):]
		}
	}
	return bounded(strings.Join(words, " "), most)
}

func defanged(word string) string {
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

// isHost tells whether a dotted word can be a host on the network, as far as its
// last label tells: "acme.com" is one, "jane.doe" is not.
func isHost(word string) bool {
	word = strings.ToLower(word)
	if _, err := netip.ParseAddr(word); err == nil || strings.HasPrefix(word, "www.") {
		return true
	}
	last := word[strings.LastIndexByte(word, '.')+1:]
	if strings.ContainsFunc(last, func(r rune) bool { return r > unicode.MaxASCII }) {
		return true
	}
	// Names reserved by RFC 2606 and RFC 6761 are on no public list.
	if slices.Contains([]string{"example", "test", "invalid", "localhost", "local", "onion", "internal"}, last) {
		return true
	}
	_, known := publicsuffix.PublicSuffix("a." + last)
	return known
}

func isLink(s string) bool {
	u, err := url.Parse(s)
	return err == nil && linkForm.MatchString(s) && u.Host != "" && u.User == nil &&
		(u.Scheme == "https" || u.Scheme == "http") // http: the demo on its own machine
}

// isShowable tells whether a password can be read from a message as it is. A caller
// may have chosen it, and must not write to the user through it.
func isShowable(s string) bool {
	lower := strings.ToLower(s)
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= 128 && strings.TrimSpace(s) == s &&
		!strings.Contains(lower, "://") && !strings.Contains(lower, "www.") &&
		!strings.ContainsFunc(s, func(r rune) bool { return r != ' ' && !unicode.IsPrint(r) })
}

// moment writes a time as the locale does.
func moment(s, layout string) (string, error) {
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
