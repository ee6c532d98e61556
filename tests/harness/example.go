package harness

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"sort"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
)

// BundleID is the operation's id in the bundle of all surfaces.
func (o *Operation) BundleID() string {
	return o.Surface + strings.ToUpper(o.ID[:1]) + o.ID[1:]
}

// HasBody tells whether the operation takes a body.
func (o *Operation) HasBody() bool { return o.Op.RequestBody != nil }

// Declares tells whether the contract names a status for the operation.
func (o *Operation) Declares(status int) bool { return o.Op.Responses.Status(status) != nil }

// HasParameter tells whether the operation takes a parameter of this name.
func (o *Operation) HasParameter(name string) bool {
	for _, p := range o.Op.Parameters {
		if p.Value.Name == name {
			return true
		}
	}
	return false
}

// Parameters are those of the operation and of its path.
func (o *Operation) Parameters() []*openapi3.Parameter {
	var all []*openapi3.Parameter
	for _, p := range slices.Concat(o.route.PathItem.Parameters, o.Op.Parameters) {
		all = append(all, p.Value)
	}
	return all
}

// Anonymous tells whether callers without a credential are admitted.
func (o *Operation) Anonymous() bool {
	if o.Op.Security == nil {
		return len(o.route.Spec.Security) == 0
	}
	for _, requirement := range *o.Op.Security {
		if len(requirement) == 0 {
			return true
		}
	}
	return len(*o.Op.Security) == 0
}

// Client tells whether the caller logs in with HTTP Basic, at a token endpoint.
func (o *Operation) Client() bool {
	if o.Op.Security == nil {
		return false
	}
	for _, requirement := range *o.Op.Security {
		for name := range requirement {
			if s := o.route.Spec.Components.SecuritySchemes[name]; s != nil && s.Value.Scheme == "basic" {
				return true
			}
		}
	}
	return false
}

// Permission is the operation's x-permission.
func (o *Operation) Permission() string {
	p, _ := o.Op.Extensions["x-permission"].(string)
	return p
}

// ReadsBearer tells whether a bearer credential is looked at.
func (o *Operation) ReadsBearer() bool {
	return o.Op.Security == nil || len(*o.Op.Security) > 0 && !o.Client()
}

// Example is a request made of the contract's own examples, as this caller.
func (o *Operation) Example(key *keys.CreatedAPIKey) Call {
	c := Call{Method: o.Method, Path: o.Path}
	for _, p := range append(slices.Clone(o.Op.Parameters), o.route.PathItem.Parameters...) {
		value := "0192f3a4-5b6c-7d8e-9f01-23456789abcd"
		if p.Value.Example != nil {
			value = fmt.Sprint(p.Value.Example)
		}
		if p.Value.In == "path" {
			c.Path = strings.ReplaceAll(c.Path, "{"+p.Value.Name+"}", url.PathEscape(value))
		}
	}
	if key != nil && o.ReadsBearer() {
		c.Token = key.Key.Reveal()
	}
	if key != nil && o.Client() {
		basic := base64.StdEncoding.EncodeToString([]byte(key.ID + ":" + key.Secret.Reveal()))
		c.Header = map[string]string{"Authorization": "Basic " + basic}
	}
	if o.HasBody() {
		c.Type, c.Body = o.exampleBody()
	}
	return c
}

func (o *Operation) exampleBody() (mediaType, body string) {
	for m, content := range o.Op.RequestBody.Value.Content {
		names := make([]string, 0, len(content.Examples))
		for name := range content.Examples {
			names = append(names, name)
		}
		sort.Strings(names)
		value := content.Examples[names[0]].Value.Value
		if m != "application/json" {
			form := url.Values{}
			fields, _ := value.(map[string]any)
			for k, v := range fields {
				if k != "client_id" && k != "client_secret" {
					form.Set(k, fmt.Sprint(v))
				}
			}
			return m, form.Encode()
		}
		raw, err := json.Marshal(value)
		if err != nil {
			panic(err)
		}
		return m, string(raw)
	}
	return "", ""
}

// Owner is a platform key that may do everything.
func (w *World) Owner() *keys.CreatedAPIKey {
	w.T.Helper()
	plenty := 1_000_000 // the clock of a test stands still, and with it a minute
	return w.KeyWith(keys.CreateAPIKeyInput{
		Boundary: models.BoundaryPlatform, Permissions: []string{"*"}, RequestsPerMinute: &plenty, RequestsAtOnce: new(1000),
	})
}
