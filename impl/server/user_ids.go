package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"
)

// extUserID marks a path parameter or a member of a JSON body that names a user. A client may send
// the user's id in another system: the handler gets the native id.
const extUserID = "x-user-id"

// userIDs are the places of an operation's request that name users.
type userIDs struct {
	path []string // parameters
	body *members // nil: none
}

// readUserIDs reads the places from the contract.
func readUserIDs(all memberSets, item *openapi3.PathItem, op *openapi3.Operation) (u userIDs, err error) {
	for _, p := range append(append(openapi3.Parameters{}, item.Parameters...), op.Parameters...) {
		if marked, _ := p.Value.Extensions[extUserID].(bool); !marked {
			continue
		}
		if p.Value.In != openapi3.ParameterInPath {
			return u, fmt.Errorf("%s is read in paths and JSON bodies, not in: %s", extUserID, p.Value.In)
		}
		u.path = append(u.path, p.Value.Name)
	}
	if op.RequestBody != nil {
		if media := op.RequestBody.Value.Content["application/json"]; media != nil {
			if m := all.of(media.Schema); m.namesUsers(map[*members]bool{}) {
				u.body = m
			}
		}
	}
	return u, nil
}

// namesUsers reports whether a value of the schema may have the id of a user in it.
func (m *members) namesUsers(visited map[*members]bool) bool {
	if m == nil || visited[m] {
		return false
	}
	visited[m] = true
	if m.userID || m.items.namesUsers(visited) || m.other.namesUsers(visited) {
		return true
	}
	for _, member := range m.known {
		if member.namesUsers(visited) {
			return true
		}
	}
	return false
}

// resolveUsers replaces the ids of users in a valid request by their native ids, with one look-up for
// all of them.
func (c *contract) resolveUsers(g *gin.Context, o *operation) error {
	if c.surface.ResolveUsers == nil {
		return nil
	}
	var ids []string
	var set []func(string)
	add := func(id string, replace func(string)) { ids, set = append(ids, id), append(set, replace) }
	for _, name := range o.users.path {
		for i := range g.Params {
			if p := &g.Params[i]; p.Key == name {
				add(p.Value, func(native string) { p.Value = native })
			}
		}
	}
	body, err := readUserBody(g, o)
	if err != nil {
		return err
	}
	collectUserIDs(o.users.body, body, add)
	if len(ids) == 0 {
		return nil
	}
	native, err := c.surface.ResolveUsers(g.Request.Context(), ids)
	if err != nil {
		return err
	}
	for i, replace := range set {
		replace(native[i])
	}
	return writeUserBody(g, body)
}

// readUserBody decodes the body of an operation whose body names users; nil: there is none.
func readUserBody(g *gin.Context, o *operation) (body any, err error) {
	if o.users.body == nil {
		return nil, nil
	}
	raw, err := io.ReadAll(g.Request.Body)
	if err != nil {
		return nil, err
	}
	g.Request.Body = io.NopCloser(bytes.NewReader(raw))
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&body); err != nil && len(raw) > 0 {
		return nil, err
	}
	return body, nil
}

func writeUserBody(g *gin.Context, body any) error {
	if body == nil {
		return nil
	}
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	g.Request.Body, g.Request.ContentLength = io.NopCloser(bytes.NewReader(raw)), int64(len(raw))
	return nil
}

// collectUserIDs calls add for each id of a user in a value, with a function that replaces it.
func collectUserIDs(m *members, value any, add func(string, func(string))) {
	if m == nil {
		return
	}
	switch v := value.(type) {
	case map[string]any:
		for name, member := range v {
			schema := m.other
			if known, ok := m.known[name]; ok {
				schema = known
			}
			if id, ok := member.(string); ok && schema != nil && schema.userID {
				add(id, func(native string) { v[name] = native })
			}
			collectUserIDs(schema, member, add)
		}
	case []any:
		for i, item := range v {
			if id, ok := item.(string); ok && m.items != nil && m.items.userID {
				add(id, func(native string) { v[i] = native })
			}
			collectUserIDs(m.items, item, add)
		}
	}
}
