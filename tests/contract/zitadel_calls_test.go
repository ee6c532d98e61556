package contract_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	documents "github.com/rekeyhq/rekey"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const resetProcedure = "/zitadel.user.v2.UserService/PasswordReset"

// called is what a client of any protocol reads from an answer.
type called struct {
	status  int
	header  http.Header
	body    []byte
	trailer http.Header // of gRPC, wherever it was
}

// code is the code of gRPC or of Connect; 0 and "" are successes.
func (c called) code() string {
	if c.trailer.Get("Grpc-Status") != "" {
		return c.trailer.Get("Grpc-Status")
	}
	_, rest, _ := strings.Cut(string(c.body), `"code":"`)
	code, _, _ := strings.Cut(rest, `"`)
	return code
}

// message is a message of one field with the number 1, in binary.
func message(text string) []byte { return append([]byte{1<<3 | 2, byte(len(text))}, text...) }

// frame puts a message into the frame of gRPC and gRPC-Web.
func frame(message []byte) []byte {
	return append(binary.BigEndian.AppendUint32([]byte{0}, uint32(len(message))), message...)
}

// wire makes calls and reads answers without the library that the service has.
type wire struct {
	w      *harness.World
	client *http.Client
}

func onWire(t testing.TB, w *harness.World) wire {
	var protocols http.Protocols
	protocols.SetUnencryptedHTTP2(true)
	transport := &http.Transport{Protocols: &protocols}
	t.Cleanup(transport.CloseIdleConnections)
	return wire{w, &http.Client{Transport: transport}}
}

func (c wire) post(t testing.TB, path, media string, body []byte, header map[string]string) called {
	t.Helper()
	return c.send(t, http.MethodPost, path, media, body, header)
}

func (c wire) send(t testing.TB, method, path, media string, body []byte, header map[string]string) called {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, c.w.URL+path, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	for name, value := range header {
		r.Header.Set(name, value)
	}
	resp, err := c.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	got := called{status: resp.StatusCode, header: resp.Header, body: raw, trailer: resp.Header.Clone()}
	maps.Copy(got.trailer, resp.Trailer)
	if strings.HasPrefix(media, "application/grpc") {
		got.body = nil
		for len(raw) >= 5 {
			size := 5 + int(binary.BigEndian.Uint32(raw[1:5]))
			if raw[0]&0x80 == 0 {
				got.body = raw[5:size]
			} else { // the trailers of gRPC-Web
				for _, line := range strings.Split(string(raw[5:size]), "\r\n") {
					name, value, _ := strings.Cut(line, ":")
					got.trailer.Set(name, strings.TrimSpace(value))
				}
			}
			raw = raw[size:]
		}
	}
	return got
}

// protocols are the media types of calls, with the code that each has for an error.
func protocolsOf(text string, number int) map[string]string {
	n := strconv.Itoa(number)
	return map[string]string{
		"application/json": text, "application/proto": text,
		"application/grpc": n, "application/grpc+proto": n, "application/grpc-web": n, "application/grpc-web+proto": n,
	}
}

// bodyOf is a message with a user's id, for a media type.
func bodyOf(media, id string) []byte {
	switch {
	case media == "application/json":
		return []byte(`{"userId":"` + id + `"}`)
	case media == "application/proto":
		return message(id)
	}
	return frame(message(id))
}

func TestZitadelFailedCallsHaveTheShapeOfTheirProtocol(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := onWire(t, w), w.Person("ada")
		owner := map[string]string{"Authorization": "Bearer " + w.Owner().Key.Reveal()}
		type failure struct {
			path, id string
			header   map[string]string
			text     string
			number   int
		}
		for name, f := range seed.InOrder(map[string]failure{
			"an unknown procedure":      {"/zitadel.user.v2.UserService/Nothing", p.ID, owner, "unimplemented", 12},
			"an unknown service":        {"/zitadel.action.v2.ActionService/ListTargets", p.ID, owner, "unimplemented", 12},
			"no credential":             {resetProcedure, p.ID, nil, "unauthenticated", 16},
			"an empty credential":       {resetProcedure, p.ID, map[string]string{"Authorization": "Bearer "}, "unauthenticated", 16},
			"an unknown user":           {resetProcedure, "01a22c34-5395-72a5-9071-e94fd4cb4b30", owner, "not_found", 5},
			"no user":                   {resetProcedure, "", owner, "invalid_argument", 3},
			"another user in the path":  {"/v2/users/" + p.ID + "/password_reset", "01a22c34-5395-72a5-9071-e94fd4cb4b30", owner, "invalid_argument", 3},
			"a timeout that is no time": {resetProcedure, p.ID, map[string]string{"Authorization": owner["Authorization"], "Grpc-Timeout": "soon", "Connect-Timeout-Ms": "soon"}, "invalid_argument", 3},
		}) {
			for media, want := range seed.InOrder(protocolsOf(f.text, f.number)) {
				if media == "application/json" && strings.HasPrefix(f.path, "/v2/") {
					continue // that is REST
				}
				w.Check(name+", "+media, func(t *testing.T) {
					got := c.post(t, f.path, media, bodyOf(media, f.id), f.header)
					if got.code() != want {
						t.Errorf("%d %v %s", got.status, got.trailer, got.body)
					}
					isGRPC := strings.HasPrefix(media, "application/grpc")
					if shape := got.header.Get("Content-Type"); isGRPC != (got.status == http.StatusOK) || isGRPC && shape != media || !isGRPC && shape != "application/json" {
						t.Errorf("%d %s", got.status, shape)
					}
				})
			}
		}
	})
}

func TestZitadelACallIsARequestOfItsOperation(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := onWire(t, w), w.Person("ada")
		owner := map[string]string{"Authorization": "Bearer " + w.Owner().Key.Reveal()}
		for media := range seed.InOrder(protocolsOf("", 0)) {
			w.Check(media, func(t *testing.T) {
				for _, path := range []string{resetProcedure, "/v2/users/" + p.ID + "/password_reset"} {
					got := c.post(t, path, media, bodyOf(media, p.ID), owner)
					if media == "application/json" && path != resetProcedure {
						continue // the body of REST has no userId, which is ignored
					}
					if code := got.code(); got.status != http.StatusOK || code != "" && code != "0" || len(got.body) == 0 {
						t.Errorf("%s: %d %v %s", path, got.status, got.trailer, got.body)
					}
					if got.header.Get("X-Request-Id") == "" || got.header.Get("Cache-Control") != "no-store" || got.header.Get("RateLimit") == "" {
						t.Errorf("%s: %v", path, got.header)
					}
				}
			})
		}
		w.Check("the path names the user, if the message does not", func(t *testing.T) {
			got := c.post(t, "/v2/users/"+p.ID+"/password_reset", "application/grpc", frame(nil), owner)
			if got.code() != "0" {
				t.Errorf("%v", got.trailer)
			}
		})
		w.Check("nothing else calls", func(t *testing.T) {
			for method, want := range seed.InOrder(map[string]int{http.MethodGet: 405, http.MethodPut: 405}) {
				if got := c.send(t, method, resetProcedure, "", nil, owner); got.status != want {
					t.Errorf("%s: %d", method, got.status)
				}
			}
			for _, media := range []string{"text/plain", "application/grpc-web-text", "application/x-www-form-urlencoded"} {
				if got := c.post(t, resetProcedure, media, []byte("{}"), owner); got.status != http.StatusUnsupportedMediaType {
					t.Errorf("%s: %d", media, got.status)
				}
			}
		})
		w.Check("nothing is decompressed", func(t *testing.T) {
			var small bytes.Buffer
			z := gzip.NewWriter(&small)
			_, _ = z.Write(message(p.ID))
			_ = z.Close()
			framed := frame(small.Bytes())
			framed[0] = 1
			header := map[string]string{"Authorization": owner["Authorization"], "Grpc-Encoding": "gzip", "Content-Encoding": "gzip"}
			for media, want := range seed.InOrder(map[string]string{"application/grpc": "12", "application/grpc-web": "12", "application/proto": "unimplemented"}) {
				body := framed
				if media == "application/proto" {
					body = small.Bytes()
				}
				if got := c.post(t, resetProcedure, media, body, header); got.code() != want || got.header.Get("Content-Encoding") != "" {
					t.Errorf("%s: %s %v", media, got.code(), got.header)
				}
			}
		})
		w.Check("log and metrics name the procedure and the operation", func(t *testing.T) {
			if log := w.Log.String(); !strings.Contains(log, `"route":"`+resetProcedure+`"`) || !strings.Contains(log, `"operation":"PasswordReset"`) {
				t.Error("the log does not name them")
			}
			_ = c.post(t, resetProcedure, "application/grpc", bodyOf("application/grpc", "01a22c34-5395-72a5-9071-e94fd4cb4b30"), owner)
			metrics := w.Do(harness.Call{Method: http.MethodGet, Path: "/metrics"})
			if want := `rekey_http_requests_total{operation="PasswordReset",status="404",surface="zitadel"}`; !strings.Contains(metrics.Body, want) {
				t.Errorf("no %s", want)
			}
		})
	})
}

func TestZitadelACallThatIsStoppedIsAnswered(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := onWire(t, w), w.Person("ada")
		owner := map[string]string{"Authorization": "Bearer " + w.Owner().Key.Reveal()}
		for media, want := range seed.InOrder(protocolsOf("internal", 13)) {
			w.Check("by a panic, "+media, func(t *testing.T) {
				w.BreakStore(func(string) bool { panic("a canary in a panic") })
				defer w.BreakStore(nil)
				got := c.post(t, resetProcedure, media, bodyOf(media, p.ID), owner)
				if got.code() != want || strings.Contains(fmt.Sprint(got), "canary") {
					t.Errorf("%d %v %s", got.status, got.trailer, got.body)
				}
			})
		}
		for media, want := range seed.InOrder(protocolsOf("deadline_exceeded", 4)) {
			w.Check("by the client's deadline, "+media, func(t *testing.T) {
				w.WatchStore(func(ctx context.Context, _ string) { <-ctx.Done() })
				defer w.WatchStore(nil)
				header := map[string]string{"Authorization": owner["Authorization"], "Grpc-Timeout": "50m", "Connect-Timeout-Ms": "50"}
				if got := c.post(t, resetProcedure, media, bodyOf(media, p.ID), header); got.code() != want {
					t.Errorf("%d %v %s", got.status, got.trailer, got.body)
				}
			})
		}
	})
}

// TestZitadelCallsThatAreTooMany: what is refused before an operation is reached has the shape of its protocol, and says
// when to come back.
func TestZitadelCallsThatAreTooMany(t *testing.T) {
	t.Parallel()
	c := onWire(t, busy(t))
	for media, want := range seed.InOrder(protocolsOf("unavailable", 14)) {
		got := c.post(t, resetProcedure, media, bodyOf(media, "01a22c34-5395-72a5-9071-e94fd4cb4b30"), nil)
		if got.code() != want || got.trailer.Get("Retry-After") == "" {
			t.Errorf("%s: %d %v %s", media, got.status, got.trailer, got.body)
		}
	}
	large := harness.New(t, harness.Stores(t)[0])
	c = onWire(t, large)
	for media, want := range seed.InOrder(protocolsOf("resource_exhausted", 8)) {
		if got := c.post(t, resetProcedure, media, bytes.Repeat([]byte{' '}, 70<<10), nil); got.code() != want {
			t.Errorf("%s: %d %v %s", media, got.status, got.trailer, got.body)
		}
	}
}

// TestZitadelDetailsOfErrors: in Connect as unpadded base64, in gRPC in a trailer.
func TestZitadelDetailsOfErrors(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c := onWire(t, w)
		owner := map[string]string{"Authorization": "Bearer " + w.Owner().Key.Reveal()}
		const nobody = "01a22c34-5395-72a5-9071-e94fd4cb4b30"
		for _, media := range []string{"application/json", "application/grpc", "application/grpc-web"} {
			got := c.post(t, resetProcedure, media, bodyOf(media, nobody), owner)
			text := got.trailer.Get("Grpc-Status-Details-Bin")
			if media == "application/json" {
				_, rest, _ := strings.Cut(string(got.body), `"type":"zitadel.v1.ErrorDetail","value":"`)
				text, _, _ = strings.Cut(rest, `"`)
			}
			raw, err := base64.RawStdEncoding.DecodeString(text)
			if err != nil || !bytes.Contains(raw, []byte("COMMAND-SAF4f")) {
				t.Errorf("%s: %q, %v", media, raw, err)
			}
		}
	})
}

// TestTheNginxLinesOfTheDocumentsPassOnCalls, as they are printed.
func TestTheNginxLinesOfTheDocumentsPassOnCalls(t *testing.T) {
	t.Parallel()
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		seed.Count("calls through nginx", 0, 1)
		return
	}
	seed.Count("calls through nginx", 1, 1)
	guide, err := fs.ReadFile(documents.Files, "docs/operate.md")
	if err != nil {
		t.Fatal(err)
	}
	_, lines, found := strings.Cut(string(guide), "```nginx\nlocation ~ ^/zitadel")
	lines, _, closed := strings.Cut(lines, "```")
	if !found || !closed {
		t.Fatal("docs/operate.md has no lines for calls")
	}
	w := harness.New(t, harness.Stores(t)[0])
	p, owner := w.Person("ada"), map[string]string{"Authorization": "Bearer " + w.Owner().Key.Reveal()}
	lines = "location ~ ^/zitadel" + strings.ReplaceAll(lines, "127.0.0.1:8080", strings.TrimPrefix(w.URL, "http://"))
	plain, http2 := runNginx(t, nginx, "", lines), runNginx(t, nginx, " http2", lines)
	http2.Protocols = new(http.Protocols)
	http2.Protocols.SetUnencryptedHTTP2(true)
	for media := range seed.InOrder(protocolsOf("", 0)) {
		w.Check(media, func(t *testing.T) {
			c := wire{w, &http.Client{Transport: plain}}
			if strings.HasPrefix(media, "application/grpc") && !strings.HasPrefix(media, "application/grpc-web") {
				c.client.Transport = http2
			}
			if got := c.post(t, resetProcedure, media, bodyOf(media, p.ID), owner); got.status != http.StatusOK || got.code() != "" && got.code() != "0" {
				t.Errorf("%d %v %s", got.status, got.trailer, got.body)
			}
			if got := c.post(t, resetProcedure, media, bodyOf(media, "01a22c34-5395-72a5-9071-e94fd4cb4b30"), owner); got.code() != "not_found" && got.code() != "5" {
				t.Errorf("%d %v %s", got.status, got.trailer, got.body)
			}
		})
	}
}
