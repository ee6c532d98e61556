package docs

import (
	"encoding/json"
	"slices"
	"strings"
)

// found is an entry of the search index. The script of the page weighs title, words and text in this
// order, so an entry repeats nothing.
type found struct {
	Title   string `json:"t"`
	Kind    string `json:"k"` // a guide's title, or the kind of entry
	Address string `json:"a"`
	Words   string `json:"w,omitempty"` // names: ids, paths, members
	Text    string `json:"x,omitempty"`
}

// searchAddress is the address of the index. It is constant and has an ETag: a browser requests the
// index at the first search, and learns whether it has changed.
const searchAddress = "/docs/search.json"

// records are documents that are found by title only: their entries for each version and operation
// would hide the guides.
var records = []string{"/docs/changelog", "/docs/contract-changes", "/docs/conformance"}

// find adds a document to the index, with an entry for each heading.
func (s *site) find(d *document, at string) {
	sections := d.Sections
	if slices.Contains(records, at) {
		sections = sections[:1]
	}
	for i, p := range sections {
		e := found{Title: p.Title, Kind: d.Title, Address: at + "#" + p.Anchor, Text: strings.TrimSpace(p.Text)}
		if i == 0 {
			e.Title, e.Kind, e.Address = d.Title, "Guide", at
		}
		s.index = append(s.index, e)
	}
}

// findReference adds operations and objects to the index.
func (s *site) findReference(r *reference) {
	s.index = append(s.index, found{Title: r.Title, Kind: "Reference", Address: r.Path, Text: unmarked(r.Lead)})
	for _, g := range r.Groups {
		s.index = append(s.index, found{Title: g.Title, Kind: r.Title, Address: g.Path, Text: unmarked(oneLine(g.Description.Text))})
		for _, o := range g.Operations {
			names := append([]string{o.ID, o.Method, o.Path, o.Command, o.Permission}, namesOf(o.Parameters)...)
			if o.Body != nil {
				names = append(names, namesOf(o.Body.Value.Fields)...)
			}
			s.index = append(s.index, found{
				Title: o.Summary, Kind: r.Title + ", " + o.Method + " " + o.Path, Address: o.Address,
				Words: oneLine(strings.Join(names, " ")), Text: unmarked(oneLine(o.Description.Text)),
			})
		}
	}
	for _, o := range r.Objects {
		s.index = append(s.index, found{
			Title: o.Object, Kind: r.Title + ", object", Address: o.Home, Words: strings.Join(namesOf(o.Fields), " "), Text: unmarked(oneLine(o.Description.Text)),
		})
	}
}

// namesOf returns the names of fields at every depth.
func namesOf(fields []field) []string {
	var names []string
	for _, f := range fields {
		names = append(append(names, f.Name), namesOf(f.Fields)...)
	}
	return names
}

// search writes the index.
func (s *site) search() error {
	for i := range s.index {
		s.index[i].Address = s.Base + s.index[i].Address
	}
	body, err := json.Marshal(s.index)
	if err != nil {
		return err
	}
	s.pages[searchAddress] = page("application/json", body)
	return nil
}
