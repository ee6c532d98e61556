package conformance

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The rule of --read-only: an operation is sent if its method is GET, which changes nothing (RFC
// 9110 section 9.2.1), or if it is a search by POST, whose permission in the contract ends in
// "read". An operation with a user's secret, such as the key of a mailed link, is not sent, since
// each wrong secret counts as a guess. guarded enforces the rule before the network.

// safe tells whether the operation changes nothing, according to the contract.
func (o *operation) safe() bool {
	return (o.method == http.MethodGet || o.method == http.MethodPost && o.reads()) && !o.guesses()
}

// guesses tells whether an anonymous caller sends a secret to the operation, which anybody could
// guess.
func (o *operation) guesses() bool {
	return o.anonymous && len(o.parameters) > 0
}

// anybody tells whether a credential exists without a set-up.
func (p *Player) anybody(as string) bool {
	_, none := p.contract.Playbook.Fixtures.None[as]
	return as == "" || as == "none" || as == "ownerKey" || none
}

// guarded returns a client that sends only safe requests.
func (c *Contract) guarded(client *http.Client) *http.Client {
	only := *client
	g := &guard{next: client.Transport}
	if g.next == nil {
		g.next = http.DefaultTransport
	}
	for _, o := range c.operations {
		if o.safe() && o.method != http.MethodGet {
			pattern := strings.ReplaceAll(regexp.QuoteMeta(parameter.ReplaceAllLiteralString(o.path, "\x00")), "\x00", "[^/]+")
			g.searches = append(g.searches, regexp.MustCompile(pattern+"$"))
		}
	}
	only.Transport = g
	return &only
}

type guard struct {
	next     http.RoundTripper
	searches []*regexp.Regexp // paths
}

// RoundTrip refuses a request that could change something.
func (g *guard) RoundTrip(r *http.Request) (*http.Response, error) {
	search := slices.ContainsFunc(g.searches, func(path *regexp.Regexp) bool { return path.MatchString(r.URL.Path) })
	if r.Method != http.MethodGet && (r.Method != http.MethodPost || !search) {
		return nil, fmt.Errorf("%s %s could change something, and is not sent", r.Method, r.URL.Path)
	}
	return g.next.RoundTrip(r)
}

// reads calls each operation that changes nothing for objects that exist already, and checks the
// answer against the contract. There is no example to compare it with.
func (p *Player) reads(surface string) []group {
	shared := p.world()
	g := group{shared: shared}
	for _, o := range p.contract.sorted(surface) {
		if !o.safe() || o.method != http.MethodGet {
			continue
		}
		g.trials = append(g.trials, trial{
			TestCase: TestCase{Suite: "reads", Surface: surface, Operation: o.id, Case: "what is there"}, harmless: true,
			play: func(ctx context.Context) (*world, error) { return shared, p.readThere(ctx, shared, o) },
		})
	}
	return []group{g}
}

func (p *Player) readThere(ctx context.Context, w *world, o *operation) error {
	c := Call{Call: o.id, As: p.reader(o), Path: map[string]string{}}
	if c.As == "" && !o.anonymous {
		return errCannot{"needs an API key"}
	}
	for _, ref := range o.parameters {
		if ref.Value.In != "path" {
			continue
		}
		id, err := p.thereIs(ctx, o, ref.Value.Name)
		if err != nil {
			return err
		}
		w.live[memberName(w, ref.Value.Name)] = id
	}
	c.Query = p.little(o)
	_, a, err := p.enact(ctx, w, c)
	switch {
	case err != nil:
		return err
	case a.status == http.StatusForbidden:
		return errCannot{"the key has no permission for it"}
	case a.status == http.StatusNotFound && len(c.Path) > 0:
		return errCannot{"was removed meanwhile"}
	case a.status != http.StatusOK:
		return &differs{Difference{"status", "200", fmt.Sprint(a.status)}, fmt.Sprintf("answers %d: %s", a.status, w.mask.body(a))}
	}
	return nil
}

// reader returns the credential for a read: the key, if there is one.
func (p *Player) reader(o *operation) string {
	if len(o.security) == 0 || p.server.Given["ownerKey"] == "" {
		return ""
	}
	return "ownerKey"
}

// memberName returns the name of the fixture for a parameter.
func memberName(w *world, parameter string) string {
	for _, name := range w.names {
		if strings.EqualFold(name, parameter) {
			return name
		}
	}
	return parameter
}

// little returns parameters for a small answer: one item of a list, and of a stream only items that
// are newer than now.
func (p *Player) little(o *operation) map[string]string {
	query := map[string]string{}
	for _, ref := range o.parameters {
		switch name := ref.Value.Name; {
		case ref.Value.In == "query" && name == "limit":
			return map[string]string{"limit": "1"}
		case ref.Value.In == "query" && name == "from":
			query["from"] = p.now().UTC().Format(time.RFC3339)
		}
	}
	return query
}

// thereIs returns the id of an existing object from a list of the contract: GET /things returns ids
// for GET /things/{thingId}.
func (p *Player) thereIs(ctx context.Context, of *operation, name string) (id string, err error) {
	// A surface may have ids of its own for the same objects; all take those of the native surface otherwise.
	all := p.contract.listsOf(name)
	own := slices.DeleteFunc(slices.Clone(all), func(l *operation) bool { return l.surface != of.surface })
	native := slices.DeleteFunc(all, func(l *operation) bool { return l.surface != "rekey" })
	for _, o := range slices.Concat(own, native) {
		if id, err = p.firstOf(ctx, o); id != "" || err != nil {
			return id, err
		}
	}
	return "", errCannot{fmt.Sprintf("there is nothing to read, or the key may not list it: %s", name)}
}

// listsOf returns the list operations whose items a parameter identifies.
func (c *Contract) listsOf(name string) (lists []*operation) {
	for _, surface := range c.Surfaces() {
		for _, o := range c.sorted(surface) {
			list, param, found := strings.Cut(o.path, "/{")
			if !found || o.method != http.MethodGet || !strings.EqualFold(param, name+"}") {
				continue
			}
			for _, l := range c.sorted(surface) {
				if l.method == http.MethodGet && l.path == list {
					lists = append(lists, l)
				}
			}
		}
	}
	return lists
}

func (p *Player) firstOf(ctx context.Context, list *operation) (string, error) {
	w := p.world()
	_, a, err := p.enact(ctx, w, Call{Call: list.id, As: cmp.Or(p.reader(list), "none"), Query: p.little(list)})
	if err != nil || a.status != http.StatusOK {
		return "", err
	}
	value, err := parsed("application/json", a.body)
	if err != nil {
		return "", err
	}
	items, bare := value.([]any)
	if answer, _ := value.(map[string]any); !bare {
		items, _ = answer["items"].([]any)
	}
	if len(items) == 0 {
		return "", nil
	}
	first, _ := items[0].(map[string]any)
	if number, ok := first["id"].(float64); ok {
		return strconv.FormatFloat(number, 'f', -1, 64), nil
	}
	id, _ := first["id"].(string)
	return id, nil
}
