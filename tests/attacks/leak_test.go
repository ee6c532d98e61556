package attacks_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// S92, A-065, A-066: secrets go where they must and nowhere else.

func TestNoSecretLeaksFromWhatSucceeds(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		w := &witness{stage: s}
		calls := map[string]harness.Call{}
		for _, a := range acts() {
			calls[a.name] = a.play(s)
		}
		s.Deliver()
		w.clean("before the calls")
		for _, a := range acts() {
			w.do(a, calls[a.name])
		}
		w.clean("while mails are queued")
		for _, m := range s.Mails() {
			w.plantContent(m.Text)
		}
		w.clean("after mails were sent")
	}, harness.WithTraces)
}

var contentOfMail = regexp.MustCompile(`(?m)^ {4}(\S+)$|[?&](?:key|code)=([^&\s]+)`)

// plantContent plants what a mail carries: codes, passwords, keys of links.
func (s *stage) plantContent(text string) {
	for _, m := range contentOfMail.FindAllStringSubmatch(text, -1) {
		s.plant("content of a mail", m[1]+m[2])
	}
}

func TestNoSecretLeaksWhenAStatementFails(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		w := &witness{stage: s}
		for _, a := range seed.Draw(t, acts()) {
			w.atEachStatement(a, func() {})
		}
		w.clean("after failures of the store")
	})
}

func TestNoSecretLeaksFromAPanic(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		w := &witness{stage: s}
		value := s.password()
		for _, a := range seed.Draw(t, oneEach()) {
			w.atEachStatement(a, func() { panic(errors.New("what was being handled: " + value)) })
		}
		w.clean("after panics")
	}, harness.WithTraces)
}

// atEachStatement plays an act once for each of its statements, and breaks that one.
// What failed half-way left everything whole: the same call works the next time (S37).
func (w *witness) atEachStatement(a act, broken func()) {
	w.T.Helper()
	call := a.play(w.stage)
	for n := int64(1); ; n++ {
		hit := w.breakAt(n, broken)
		answer := w.do(a, call)
		switch was := hit(); {
		case !was && answer.Status < http.StatusBadRequest:
			return
		case !was:
			w.T.Errorf("%s: after a failure at statement %d the same call is answered %d %s", a.name, n-1, answer.Status, answer.Body)
			return
		case answer.Status < http.StatusBadRequest: // the call could do without that statement
			call = a.play(w.stage)
		case answer.Status != http.StatusInternalServerError:
			w.T.Errorf("%s: a failure at statement %d is answered %d %s", a.name, n, answer.Status, answer.Body)
		case a.once:
			call = a.play(w.stage)
		}
	}
}

// TestNoSecretLeaksFromPages: the key of a link, and what is typed into the page behind
// it, is in no log. The answers carry it to the one who came with it.
func TestNoSecretLeaksFromPages(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		w := &witness{stage: s}
		for range 5 {
			for page, key := range seed.InOrder(map[string]string{"/reset": s.resetKey(s.person()), "/set": s.setKey(s.person()), "/nothing": s.short()}) {
				opened := s.Do(get(page + "?key=" + key))
				typed := url.Values{"key": {key}, "password": {s.password()}, "confirmPassword": {s.password()}}
				c := harness.Call{Method: http.MethodPost, Path: page, Body: typed.Encode(), Type: "application/x-www-form-urlencoded"}
				s.Do(header(c, "Cookie", opened.Header.Get("Set-Cookie")))
				s.Do(header(header(c, "Origin", harness.PublicURL), "Cookie", opened.Header.Get("Set-Cookie")))
			}
		}
		w.clean("after pages")
	}, harness.WithTraces)
}

// filter is a mail server's content filter, which quotes what it objects to.
type filter struct {
	mu   sync.Mutex
	seen []string // guarded by mu
	more bool     // it may change its mind
}

func (f *filter) Send(_ context.Context, m outbox.Outgoing) (string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.seen = append(f.seen, m.Text)
	answer := "554 5.7.1 refused: " + strings.Join(strings.Fields(m.Text), " ")
	if f.more {
		return answer, &outbox.TemporaryError{Answer: answer}
	}
	return answer, &outbox.PermanentError{Answer: answer}
}

func (f *filter) texts() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]string(nil), f.seen...)
}

func TestNoSecretLeaksFromMailsThatAreRefused(t *testing.T) {
	t.Parallel()
	for name, more := range seed.InOrder(map[string]bool{"for good": false, "for now": true}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, kind := range harness.Stores(t) {
				t.Run(kind.Name, func(t *testing.T) {
					t.Parallel()
					refusing := &filter{more: more}
					s := newStage(harness.New(t, kind, harness.WithSettings(generous), harness.WithSenders(refusing, nil)))
					w := &witness{stage: s}
					var mailing int
					for _, a := range acts() {
						if sends[a.name] {
							mailing++
							w.do(a, a.play(s))
						}
					}
					s.must(signIn2(s), http.StatusConflict)
					s.Deliver()
					if got := len(refusing.texts()); got <= mailing {
						t.Fatalf("%d mails for %d acts: some act mailed nothing", got, mailing)
					}
					for _, text := range refusing.texts() {
						w.plantContent(text)
					}
					w.clean("after mails were refused " + name)
				})
			}
		})
	}
}

// sends are the acts that mail something secret, without the help of an earlier mail.
var sends = map[string]bool{
	"boomi forgotPassword":                                 true,
	"entrust setUserPasswordUsingPUT generated and mailed": true,
	"wristband requestPasswordReset for a short code":      true,
	"wristband sendPasswordResetEmail":                     true,
	"zitadel PasswordReset mailed":                         true,
	"zitadel CreateInviteCode mailed":                      true,
	"zitadel SetEmail mailed":                              true,
	"zitadel SetPhone sent":                                true,
	"zitadel ResendEmailCode mailed":                       true,
	"zitadel ResendPhoneCode sent":                         true,
}

// signIn2 is the first step of a login with two, which mails a code.
func signIn2(s *stage) harness.Call {
	p := s.person(harness.WithMFA)
	return signIn(p.Username, p.Password)
}

// TestTheWitnessSeesALeak: secrets are planted where they must not be, and found.
func TestTheWitnessSeesALeak(t *testing.T) {
	t.Parallel()
	plants := map[string]func(*witness, string){
		"the log": func(w *witness, value string) {
			_, _ = fmt.Fprintf(w.Log, `{"msg":"request","authorization":%q}`, base64.StdEncoding.EncodeToString([]byte("client:"+value)))
		},
		"column events.detail": func(w *witness, value string) {
			e := &models.Event{Action: "test", Outcome: "done", Detail: value}
			if err := w.Store.Write(context.Background()).AppendEvent(e); err != nil {
				w.T.Fatal(err)
			}
		},
		"an answer": func(w *witness, value string) { w.silent.WriteString(`{"message":"` + quoted(value) + `"}`) },
		"the answer of": func(w *witness, value string) {
			w.telling = append(w.telling, told{text: value, lawful: []string{"another"}})
		},
		"a hash in": func(w *witness, _ string) { w.silent.WriteString(`{"password":"$argon2id$v=19$m=19456"}`) },
	}
	onStage(t, func(t *testing.T, s *stage) {
		for where, put := range seed.InOrder(plants) {
			w := &witness{stage: s}
			put(w, s.plant("the planted one", s.text()))
			if found := strings.Join(w.leaks(), "\n"); !strings.Contains(found, where) {
				t.Errorf("a secret in %s was not seen: %q", where, found)
			}
		}
		if path, isFile := strings.CutPrefix(s.DBURL, "sqlite:"); isFile {
			found := strings.Join((&witness{stage: s}).leaks(), "\n")
			if !strings.Contains(found, "in file rekey.db") {
				t.Errorf("the row was not seen in %s", path)
			}
		}
	})
}
