package server

import (
	"fmt"
	"net/http"
	"strings"
)

// segment is one part of the paths that match in any case of their ASCII letters. The root has no
// name. A request gets the contract's spelling of its path before anything else reads it, so that
// limits, permissions, logs and metrics know one path only.
type segment struct {
	name      string     // empty: the root, or a parameter
	literals  []*segment // no two of them differ by case alone
	parameter *segment   // any text that is not empty
	ends      bool       // a path of the contract ends here
}

// addSpelling adds a path of the contract, if its surface ignores case.
func (s *Server) addSpelling(c *contract, path string) error {
	if !c.ignoreCase {
		return nil
	}
	if s.spellings == nil {
		s.spellings = &segment{}
	}
	at := s.spellings
	for part := range strings.SplitSeq(strings.TrimPrefix(path, "/"), "/") {
		next, err := at.child(part)
		if err != nil {
			return err
		}
		at = next
	}
	at.ends = true
	return nil
}

// child returns the segment for a part of a path of the contract.
func (s *segment) child(part string) (*segment, error) {
	if pathParameter.MatchString(part) {
		if pathParameter.FindString(part) != part {
			return nil, fmt.Errorf("a parameter must be a whole segment: %s", part)
		}
		if s.parameter == nil {
			s.parameter = &segment{}
		}
		return s.parameter, nil
	}
	for _, known := range s.literals {
		if known.name == part {
			return known, nil
		}
		if asciiFold(known.name, part) {
			return nil, fmt.Errorf("the segments %s and %s differ by case alone", known.name, part)
		}
	}
	s.literals = append(s.literals, &segment{name: part})
	return s.literals[len(s.literals)-1], nil
}

// resolveSpelling gives a request the contract's spelling of its path. The path is compared as it was
// sent: an escaped letter, an empty segment or a slash at the end matches nothing, as in an exact path.
func (s *Server) resolveSpelling(r *http.Request) *http.Request {
	if s.spellings == nil {
		return r
	}
	path := r.URL.EscapedPath()
	if !strings.HasPrefix(path, "/") {
		return r
	}
	var spelt []byte
	if !s.spellings.match(path, 1, &spelt) || spelt == nil {
		return r
	}
	return withPath(r, string(spelt))
}

// match reports whether the rest of a path, from an offset on, is below a segment. If its spelling
// differs from the contract's, spelt becomes the path with the contract's spelling, whose length is
// the same. A literal segment takes precedence over a parameter.
func (s *segment) match(path string, from int, spelt *[]byte) bool {
	if from > len(path) {
		return s.ends
	}
	part, _, _ := strings.Cut(path[from:], "/")
	next := from + len(part) + 1
	for _, literal := range s.literals {
		if !asciiFold(literal.name, part) {
			continue
		}
		if literal.match(path, next, spelt) {
			if literal.name != part {
				if *spelt == nil {
					*spelt = []byte(path)
				}
				copy((*spelt)[from:], literal.name)
			}
			return true
		}
	}
	return s.parameter != nil && part != "" && s.parameter.match(path, next, spelt)
}
