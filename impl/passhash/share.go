package passhash

import "strconv"

// Share says whose work a hash is. Slots are shared fairly between applications, so that a flood of
// requests in one of them does not starve the others.
type Share struct {
	Application, Tenant string
	// Administered: an administrator or a program sets the password, as an import does. Such hashes
	// take turns with those that the users of the tenant wait for.
	Administered bool
}

// share is a node of the tree of shares: the root, an application, a tenant, or one kind of work.
type share struct {
	parts   map[string]*share // nil in a leaf
	running int               // slots in use
	waiting int               // callers in the queue
	asking  int               // those of them who wait for a slot now
	line    []*waiter         // of a leaf, in order of arrival
	since   uint64            // when it began to wait for its next slot, as a number of arrival

	// Between shares with the same number of slots, turns count in rounds, as in start-time fair
	// queueing (Goyal et al., 1996): a share that was idle neither gains nor loses turns.
	due   uint64 // the round of its next turn
	round uint64 // the round of the latest turn of one of its parts
}

// path leads from the root to a leaf.
type path [4]*share

// find returns the path of a share, whose nodes it creates if they do not exist.
func (root *share) find(of Share) path {
	p := path{root}
	for i, name := range [...]string{of.Application, of.Tenant, strconv.FormatBool(of.Administered)} {
		p[i+1] = p[i].part(name)
	}
	return p
}

// part returns a part of a share, which it creates if it does not exist. An idle part is kept only while
// it has to wait longer for its next turn than a new one.
func (s *share) part(name string) *share {
	if found := s.parts[name]; found != nil {
		return found
	}
	if s.parts == nil {
		s.parts = map[string]*share{}
	}
	for other, p := range s.parts {
		if p.running == 0 && p.waiting == 0 && (s.waiting == 0 || p.due <= s.round) {
			delete(s.parts, other)
		}
	}
	s.parts[name] = &share{}
	return s.parts[name]
}

// begin counts a slot that is taken, at this number of arrival.
func (p path) begin(now uint64) {
	for i, s := range p {
		s.running++
		s.since = now
		if i > 0 {
			parent := p[i-1]
			turn := max(s.due, parent.round)
			parent.round, s.due = turn, turn+1
		}
	}
}

func (p path) end() {
	for _, s := range p {
		s.running--
	}
}

// enqueue counts a caller that waits, and returns the leaf with its line.
func (p path) enqueue(now uint64) *share {
	for i, s := range p {
		if s.waiting == 0 {
			s.since = now
			if i > 0 {
				s.due = max(s.due, p[i-1].round)
			}
		}
		s.waiting++
	}
	return p[len(p)-1]
}

// ask counts a caller of the queue that waits for a slot now.
func (p path) ask() {
	for _, s := range p {
		s.asking++
	}
}

func (p path) leave(w *waiter) {
	for _, s := range p {
		s.waiting--
		if w.asks {
			s.asking--
		}
	}
}

// next returns the path to the caller whose turn it is. The share with the fewest slots comes first: a
// share whose hashes take long has no more slots than another. Of equal ones, the one whose turn was
// longest ago comes first.
func (root *share) next() path {
	p := path{root}
	for i := range p[1:] {
		var first *share
		for _, part := range p[i].parts {
			if part.asking > 0 && (first == nil || part.precedes(first)) {
				first = part
			}
		}
		p[i+1] = first
	}
	return p
}

func (s *share) precedes(other *share) bool {
	switch {
	case s.running != other.running:
		return s.running < other.running
	case s.due != other.due:
		return s.due < other.due
	}
	return s.since < other.since
}

// fullest returns the path to the line with the most waiting callers. It is false if the newcomer's own
// share would have as many: then nobody has to leave for the newcomer.
func (root *share) fullest(newcomer path) (path, bool) {
	p := path{root}
	fuller := false
	for i := range p[1:] {
		most := newcomer[i+1]
		if fuller { // the newcomer is in another share
			most = nil
		}
		own := most
		for _, part := range p[i].parts {
			if own != nil && part.waiting <= own.waiting+1 {
				continue
			}
			if most == nil || part.waiting > most.waiting || part.waiting == most.waiting && part.since > most.since {
				most = part
			}
		}
		fuller = fuller || most != own
		p[i+1] = most
	}
	return p, fuller
}
