package sdk_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

// A stub answers what the real server cannot be made to answer, such as values of a later
// version. Everything that the server does answer is tried on the server.
type stub struct {
	sync.Mutex
	*rekey.Client
	url     string
	seen    []*http.Request
	bodies  []string
	answers []func(http.ResponseWriter, *http.Request) // one an attempt; the last one stays
}

type reply = func(http.ResponseWriter, *http.Request)

func says(status int, body string, headers ...string) reply {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func cuts(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

func stubbed(t *testing.T, opts []rekey.Option, answers ...reply) *stub {
	t.Helper()
	s := &stub{answers: answers}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	c, err := rekey.New(server.URL, append([]rekey.Option{rekey.WithToken("rk_stub_secret")}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	s.Client, s.url = c, server.URL
	return s
}

func (s *stub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	s.Lock()
	s.seen, s.bodies = append(s.seen, r), append(s.bodies, string(raw))
	answer := s.answers[min(len(s.seen), len(s.answers))-1]
	s.Unlock()
	answer(w, r)
}

func (s *stub) attempts() int {
	s.Lock()
	defer s.Unlock()
	return len(s.seen)
}

const busy = `{"type":"/problems#unavailable","title":"t","status":503,"detail":"later","code":"unavailable","request_id":"r"}`

const user = `{"id":"u1","tenantId":"t1","applicationId":"a1","username":"ada","emails":[],"phones":[],"source":"quantum",
	"createdAt":"2026-01-02T03:04:05Z","updatedAt":"2026-01-02T03:04:05Z","aLaterField":{"x":[1]}}`

func TestWhatALaterServerAnswersSurvives(t *testing.T) {
	t.Parallel()
	s := stubbed(t, nil, says(200, user))
	var raw rekey.Response
	u, err := s.Users.Get(t.Context(), "u1", rekey.Into(&raw))
	if err != nil || u.Username != "ada" || u.Source != "quantum" {
		t.Fatalf("%+v %v", u, err)
	}
	if !strings.Contains(string(raw.Body), "aLaterField") {
		t.Error("the unknown field is lost")
	}
	s = stubbed(t, nil, says(418, `{"type":"x","title":"t","status":418,"detail":"d","code":"of_a_later_version","request_id":"r","more":1}`))
	var e *rekey.Error
	if _, err = s.Users.Get(t.Context(), "u1"); !errors.As(err, &e) || e.Code != "of_a_later_version" || e.Status != 418 {
		t.Errorf("%v", err)
	}
	s = stubbed(t, nil, says(502, "<html>bad gateway"))
	if _, err = s.Users.Get(t.Context(), "u1", rekey.WithRetries(0)); !errors.As(err, &e) || e.Status != 502 || e.Code != "" {
		t.Errorf("a proxy's page: %v", err)
	}
}

func TestOnlyWhatIsSafeIsRepeated(t *testing.T) {
	t.Parallel()
	create := func(s *stub) error {
		_, err := s.Users.Create(t.Context(), rekey.RekeyUserCreation{TenantID: "t1", Username: "ada"})
		return err
	}
	get := func(s *stub) error { _, err := s.Users.Get(t.Context(), "u1"); return err }
	foreign := func(s *stub) error { return s.Boomi.ForgotPassword(t.Context(), rekey.BoomiForgotModel{}) }
	now := says(503, busy, "Retry-After", "0")
	for name, c := range map[string]struct {
		call    func(*stub) error
		answers []reply
		want    int
		fails   bool
	}{
		"reading, while busy":                        {get, []reply{now, now, says(200, user)}, 3, false},
		"reading, too many":                          {get, []reply{says(429, busy, "Retry-After", "0"), says(200, user)}, 2, false},
		"reading, cut":                               {get, []reply{cuts, says(200, user)}, 2, false},
		"reading, a proxy is":                        {get, []reply{says(504, ""), says(200, user)}, 2, false},
		"reading, an end":                            {get, []reply{now}, 4, true},
		"reading, told to come back much later":      {get, []reply{says(503, busy, "Retry-After", "3600")}, 1, true},
		"reading, a fault":                           {get, []reply{says(500, busy)}, 1, true},
		"a change with a key, while busy":            {create, []reply{now, says(201, user)}, 2, false},
		"a change with a key, cut":                   {create, []reply{cuts, cuts, says(201, user)}, 3, false},
		"a change with a key, refused":               {create, []reply{says(409, busy)}, 1, true},
		"a change of another surface, while busy":    {foreign, []reply{now}, 1, true},
		"a change of another surface, cut":           {foreign, []reply{cuts}, 1, true},
		"a change of another surface, one too many":  {foreign, []reply{says(429, "{}", "Retry-After", "0")}, 1, true},
		"a change with a key, a proxy's late answer": {create, []reply{says(502, ""), says(201, user)}, 2, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := stubbed(t, nil, c.answers...)
			if err := c.call(s); (err != nil) != c.fails {
				t.Errorf("%v", err)
			}
			if s.attempts() != c.want {
				t.Errorf("%d attempts", s.attempts())
			}
			keys := map[string]bool{}
			for i, r := range s.seen {
				keys[r.Header.Get("Idempotency-Key")] = true
				if s.bodies[i] != s.bodies[0] {
					t.Error("a repetition has another body")
				}
			}
			if len(keys) != 1 || (s.seen[0].Method == http.MethodPost && strings.HasPrefix(s.seen[0].URL.Path, "/v1/")) == keys[""] {
				t.Errorf("keys: %v", keys)
			}
		})
	}
}

func TestRetryAfterIsObeyedAndBounded(t *testing.T) {
	t.Parallel()
	s := stubbed(t, nil, says(503, busy, "Retry-After", "1"), says(200, user))
	began := time.Now()
	var r rekey.Response
	if _, err := s.Users.Get(t.Context(), "u1", rekey.Into(&r)); err != nil || time.Since(began) < time.Second || r.Attempts != 2 {
		t.Errorf("%v after %s, %d attempts", err, time.Since(began), r.Attempts)
	}
	// A caller without time left for the wait gets the server's answer.
	s = stubbed(t, nil, says(503, busy, "Retry-After", "30"))
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	var e *rekey.Error
	if _, err := s.Users.Get(ctx, "u1"); !errors.As(err, &e) || e.RetryAfter != 30*time.Second || !errors.Is(err, rekey.CodeUnavailable) {
		t.Errorf("%v", err)
	}
}

func TestTimeouts(t *testing.T) {
	t.Parallel()
	hangs := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	slowBody := func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(200)
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	}
	for _, answer := range []reply{hangs, slowBody} {
		s := stubbed(t, []rekey.Option{rekey.WithTimeout(50 * time.Millisecond), rekey.WithRetries(1)}, answer)
		if _, err := s.Users.Get(t.Context(), "u1"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v", err)
		}
	}
	s := stubbed(t, nil, hangs)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	var lost *rekey.ConnectionError
	if _, err := s.Users.Get(ctx, "u1"); !errors.Is(err, context.Canceled) || !errors.As(err, &lost) || lost.Attempts != 1 {
		t.Errorf("%v", err)
	}
}

func TestNothingSecretIsPrinted(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	const hidden = "hush-hush"
	answer := `{"accessToken":"hush-hush-1","refreshToken":"hush-hush-2","visible":"seen","later":{"password":"hush-hush-3"}}`
	s := stubbed(t, []rekey.Option{rekey.WithLogger(logger), rekey.WithToken("hush-hush-4")},
		says(200, answer, "Deprecation", "@1700000000", "Sunset", "Sun, 06 Nov 2033 08:49:37 GMT"))
	body := rekey.BoomiPasswordModel{Key: rekey.Ptr(rekey.Secret("hush-hush-5")), Password: rekey.Value(rekey.Secret("hush-hush-6"))}
	_, _ = s.Boomi.ResetPassword(t.Context(), body)
	_, _ = s.Boomi.ValidatePasswordResetLink(t.Context(), &rekey.BoomiValidatePasswordResetLinkParams{Key: body.Key})
	_, _ = s.Wristband.GetToken(t.Context(), rekey.WristbandTokenInput{GrantType: "x", ClientSecret: rekey.Ptr(rekey.Secret("hush-hush-7"))},
		rekey.WithClientCredentials("id", "hush-hush-8"))
	login := rekey.RekeyLogin{Username: "ada", Password: "hush-hush-9", Code: rekey.Ptr(rekey.Secret("hush-hush-10"))}
	_, err := s.Sessions.Create(t.Context(), login)
	for _, verb := range []string{"v", "+v", "#v", "s", "q", "x"} {
		fmt.Fprintf(&log, "%"+verb, []any{body, login, login.Password, err})
	}
	logger.Info("a body", "login", login, "password", login.Password)
	refused := stubbed(t, []rekey.Option{rekey.WithLogger(logger)}, says(400, `{"code":"the_code","ticket":"hush-hush-11","detail":"d"}`))
	_, err = refused.Sessions.Create(t.Context(), login)
	fmt.Fprintln(&log, err)
	gone := stubbed(t, []rekey.Option{rekey.WithLogger(logger), rekey.WithRetries(0)}, cuts)
	_, err = gone.Boomi.ValidatePasswordResetLink(t.Context(), &rekey.BoomiValidatePasswordResetLinkParams{Key: body.Key})
	fmt.Fprintln(&log, err)
	printed := log.String()
	for _, leak := range []string{hidden, fmt.Sprintf("%x", hidden), "Basic ", "Bearer "} {
		if strings.Contains(printed, leak) {
			t.Errorf("%q is printed:\n%s", leak, printed)
		}
	}
	for _, told := range []string{"seen", "the_code", "boomiResetPassword", "[redacted]", "a deprecated operation", "2033"} {
		if !strings.Contains(printed, told) {
			t.Errorf("%q is not printed:\n%s", told, printed)
		}
	}
	if !strings.Contains(s.bodies[0], "hush-hush-6") || s.seen[0].Header.Get("Authorization") != "Bearer hush-hush-4" {
		t.Error("the server does not get the secrets either")
	}
}

func TestCredentialsGoWhereTheyBelong(t *testing.T) {
	t.Parallel()
	elsewhere := stubbed(t, nil, says(200, user))
	s := stubbed(t, []rekey.Option{rekey.WithUserAgent("shop/7")}, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, elsewhere.url, http.StatusTemporaryRedirect)
	})
	var e *rekey.Error
	if _, err := s.Users.Get(t.Context(), "u1"); !errors.As(err, &e) || e.Status != 307 || elsewhere.attempts() != 0 {
		t.Errorf("a redirect: %v", err)
	}
	if got := s.seen[0].UserAgent(); got != "shop/7 rekey-go/"+rekey.Version {
		t.Error(got)
	}
	if _, err := s.Boomi.Authenticate(t.Context(), rekey.BoomiLoginModel{}); err == nil || s.seen[1].Header.Get("Authorization") != "" {
		t.Error("an operation that takes no credential gets one")
	}
	for _, id := range []string{"", ".", ".."} {
		if _, err := s.Users.Get(t.Context(), id); err == nil {
			t.Errorf("%q is taken for an id", id)
		}
	}
	_, _ = s.Users.Get(t.Context(), "a/b?c")
	if got := s.seen[2].URL.EscapedPath(); got != "/v1/users/a%2Fb%3Fc" {
		t.Error(got)
	}
	for _, address := range []string{"http://id.example.com", "ftp://x", "id.example.com", "https://u:p@x", "https://x?y=z", ""} {
		if _, err := rekey.New(address); err == nil {
			t.Errorf("%q is called", address)
		}
	}
	if _, err := rekey.New("http://id.example.com", rekey.WithInsecureHTTP()); err != nil {
		t.Error(err)
	}
}
