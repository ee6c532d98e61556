package attacks_test

import (
	"bytes"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// othersAreAnswered logs a person in on a connection of his own.
func othersAreAnswered(t *testing.T, w *harness.World, p *harness.Person) {
	t.Helper()
	if a := w.Do(loginOf(p)); a.Status != http.StatusCreated {
		t.Errorf("others are answered %d: %s", a.Status, a.Body)
	}
}

// jsonOf is the header of a body in JSON.
func jsonOf(length int) []hpack.HeaderField {
	return []hpack.HeaderField{{Name: "content-type", Value: "application/json"}, {Name: "content-length", Value: strconv.Itoa(length)}}
}

// TestRapidReset: streams that are reset as soon as they are open (CVE-2023-44487). The server ends the connection, or
// works on few of them; others are answered meanwhile, and all places are free afterwards.
func TestRapidReset(t *testing.T) {
	t.Parallel()
	const places = 3 // one for each of the others
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, others := w.Person("ada"), []*harness.Person{w.Person("bea"), w.Person("cleo"), w.Person("dora")}
		key := hpack.HeaderField{Name: "authorization", Value: "Bearer " + w.Owner().Key.Reveal()}
		var attackers sync.WaitGroup
		for range 2 {
			line := harness.NewHTTP2Line(t, w.URL)
			attackers.Go(func() {
				for stream := uint32(1); stream < 4000; stream += 2 {
					if line.Open(stream, true, "/v2/users/01a22c34-5395-72a5-9071-e94fd4cb4b30/lock", key) != nil || line.WriteRSTStream(stream, http2.ErrCodeCancel) != nil {
						return // the server ended the connection
					}
				}
			})
		}
		for answered := 0; answered < 3; { // the attackers end, so that this does, too
			switch a := w.Do(loginOf(p)); a.Status {
			case http.StatusCreated:
				answered++
			case http.StatusServiceUnavailable:
			default:
				t.Fatalf("others are answered %d: %s", a.Status, a.Body)
			}
		}
		attackers.Wait()
		hold, held := make(chan struct{}), make(chan struct{}, places)
		w.BreakStore(func(statement string) bool {
			if strings.HasSuffix(statement, " tries") {
				select {
				case held <- struct{}{}:
					<-hold
				default: // a later statement of a login that was held
				}
			}
			return false
		})
		var together sync.WaitGroup
		for _, own := range others { // tries at one secret would take turns
			together.Go(func() {
				for tries := 0; tries < 1000 && w.Do(loginOf(own)).Status == http.StatusServiceUnavailable; tries++ { // what was reset may still end
				}
			})
		}
		for range places { // all places are taken at the same time: none was lost
			<-held
		}
		close(hold)
		together.Wait()
	}, harness.WithConfig(func(c *config.Config) { c.InFlight = places }))
}

// TestSlowStreams: streams that send a part of their body and wait, more than there are places. Others are answered, on
// the same connection too, and so is a stream that sends the rest.
func TestSlowStreams(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		login := loginOf(p)
		body := login.Body.(string)
		line := harness.NewHTTP2Line(t, w.URL)
		for stream := uint32(1); stream < 40; stream += 2 {
			if err := errors.Join(line.Open(stream, false, login.Path, jsonOf(len(body))...), line.WriteData(stream, false, []byte(body[:5]))); err != nil {
				t.Fatal(err)
			}
		}
		othersAreAnswered(t, w, p)
		for _, stream := range []uint32{41, 7} {
			rest := body
			if stream == 7 {
				rest = body[5:]
			} else if err := line.Open(stream, false, login.Path, jsonOf(len(body))...); err != nil {
				t.Fatal(err)
			}
			if err := line.WriteData(stream, true, []byte(rest)); err != nil {
				t.Fatal(err)
			}
			if a, err := line.Next(map[uint32]*harness.HTTP2Answer{}); err != nil || a.Stream != stream || a.Status != http.StatusCreated {
				t.Errorf("stream %d: %+v, %v", stream, a, err)
			}
		}
	}, harness.WithConfig(func(c *config.Config) { c.InFlight = 2 }))
}

// TestTooManyStreams: what is above the limit of a connection is refused, and the others are answered.
func TestTooManyStreams(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		login := loginOf(p)
		body := login.Body.(string)
		line := harness.NewHTTP2Line(t, w.URL)
		const permitted, sent = 100, 130
		for n := range uint32(sent) {
			if err := line.Open(2*n+1, false, login.Path, jsonOf(len(body))...); err != nil {
				t.Fatal(err)
			}
		}
		for range sent - permitted {
			a, err := line.Next(map[uint32]*harness.HTTP2Answer{})
			if err != nil || a.Reset != http2.ErrCodeRefusedStream || a.Stream <= 2*permitted {
				t.Fatalf("%+v, %v", a, err)
			}
		}
		othersAreAnswered(t, w, p)
		if err := line.WriteData(1, true, []byte(body)); err != nil {
			t.Fatal(err)
		}
		if a, err := line.Next(map[uint32]*harness.HTTP2Answer{}); err != nil || a.Status != http.StatusCreated {
			t.Errorf("%+v, %v", a, err)
		}
	})
}

// TestHeaderBombs: headers without an end (CVE-2023-45288), and headers that are small when they are sent and large when they are read.
func TestHeaderBombs(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		large := hpack.HeaderField{Name: "x-large", Value: strings.Repeat("a", 3000)}
		bombs := map[string]func(*harness.HTTP2Line) error{
			"headers without an end": func(l *harness.HTTP2Line) error {
				again := bytes.Repeat([]byte{0x80 | 62}, 1000) // the newest entry of the table (RFC 7541 section 6.1)
				err := l.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: l.Block("/v1/sessions", large), EndStream: true})
				for n := 0; err == nil && n < 2000; n++ {
					err = l.WriteContinuation(1, false, again)
				}
				return err
			},
			"a large header": func(l *harness.HTTP2Line) error {
				return l.Open(1, true, "/v1/sessions", hpack.HeaderField{Name: "x-large", Value: strings.Repeat("a", 15<<10)}, hpack.HeaderField{Name: "x-larger", Value: strings.Repeat("b", 15<<10)})
			},
			"the same header many times": func(l *harness.HTTP2Line) error {
				var many []hpack.HeaderField
				for range 1000 {
					many = append(many, large)
				}
				return l.Open(1, true, "/v1/sessions", many...)
			},
		}
		for name, throw := range seed.InOrder(bombs) {
			w.Check(name, func(t *testing.T) {
				line := harness.NewHTTP2Line(t, w.URL)
				sent := throw(line)
				if a, err := line.Next(map[uint32]*harness.HTTP2Answer{}); err == nil && a.Status != http.StatusRequestHeaderFieldsTooLarge && a.Reset == 0 {
					t.Errorf("it is answered: %+v (%v)", a, sent)
				}
				othersAreAnswered(t, w, p)
			})
		}
	})
}

// TestStreamsCount: each stream counts as a request of its key, and of its address.
func TestStreamsCount(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		line := harness.NewHTTP2Line(t, w.URL)
		const budget = 5
		limited := 0
		headers := map[uint32]*harness.HTTP2Answer{}
		for n := range uint32(2 * budget) {
			if err := errors.Join(line.Open(2*n+1, false, "/api/ForgotUser/forgotPassword", jsonOf(2)...), line.WriteData(2*n+1, true, []byte("{}"))); err != nil {
				t.Fatal(err)
			}
			a, err := line.Next(headers)
			if err != nil {
				t.Fatal(err)
			}
			if a.Status == http.StatusTooManyRequests {
				limited++
			}
		}
		if limited != budget {
			t.Errorf("%d streams were limited", limited)
		}
	}, harness.WithConfig(func(c *config.Config) { c.PerMinute = 5 }))
}
