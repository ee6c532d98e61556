package outbox

const (
	rowsPerRead  = 64 // of an index that one statement reads, to find who has due messages
	readsPerPoll = 4  // such statements in one poll, for each list; the next poll continues there
)

// turns are applications, tenants or lanes that take turns in one poll: from the one after a place in the
// order of the index to the end, and then from the beginning. They are read when their turn comes.
type turns struct {
	after    func(place string) (found []string, more bool, err error)
	remember func(last string) // where the next poll begins

	from, place string
	wrapped     bool
	reads       int
	complete    bool
	waiting     []string // who were read and did not have their turn yet
	again       []string // who had their turn and have another one, when all others had theirs
	last        string   // of those that were read
	served      bool
}

func newTurns(from string, after func(string) ([]string, bool, error), remember func(string)) *turns {
	return &turns{after: after, remember: remember, from: from, place: from, wrapped: from == ""}
}

// claim claims a message of the one whose turn it is. Where nothing can be claimed, there are no further turns
// in this poll.
func (t *turns) claim(of func(string) (*delivery, error)) (*delivery, error) {
	for {
		one, ok, err := t.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		f, err := of(one)
		if err != nil {
			return nil, err
		}
		if f != nil {
			t.again, t.served = append(t.again, one), true
			t.remember(one)
			return f, nil
		}
	}
	if !t.served && !t.complete && t.last != "" {
		t.remember(t.last) // none of these can be served now
	}
	return nil, nil
}

func (t *turns) next() (one string, ok bool, err error) {
	for len(t.waiting) == 0 && !t.complete && t.reads < readsPerPoll {
		if err := t.read(); err != nil {
			return "", false, err
		}
	}
	if len(t.waiting) == 0 {
		t.waiting, t.again = t.again, nil
	}
	if len(t.waiting) == 0 {
		return "", false, nil
	}
	one, t.waiting = t.waiting[0], t.waiting[1:]
	return one, true, nil
}

func (t *turns) read() error {
	found, more, err := t.after(t.place)
	if err != nil {
		return err
	}
	t.reads++
	for _, one := range found {
		if t.wrapped && t.from != "" && one > t.from {
			t.complete = true
			return nil
		}
		t.waiting = append(t.waiting, one)
		t.place, t.last = one, one
	}
	switch {
	case !more && t.wrapped:
		t.complete = true
	case !more:
		t.place, t.wrapped = "", true
	}
	return nil
}
