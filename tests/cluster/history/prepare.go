package history

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/rekeyhq/rekey/tests/seed"
)

// prepare creates what the load works with. Its tenant allows as many mails and wrong logins as a tenant may, and its
// key as many requests: the load does not look at limits.
func (l *Load) prepare() error {
	l.key = l.set.Key
	d := l.random
	var application, tenant struct{ ID string }
	var key struct{ Key string }
	if err := l.create(d, "/v1/applications", map[string]any{"name": l.set.Name}, &application); err != nil {
		return err
	}
	if err := l.create(d, "/v1/tenants", map[string]any{"applicationId": application.ID, "name": l.set.Name}, &tenant); err != nil {
		return err
	}
	l.tenant = tenant.ID
	rules := map[string]any{"rules": map[string]any{"tickets": map[string]any{"mailsPerHour": 20}, "sessions": map[string]any{"loginFailures": 20}}}
	policy := Request{Kind: Read, Method: http.MethodPatch, Path: "/v1/tenants/" + tenant.ID + "/policy", Body: rules}
	if o := l.Do(d, policy); o.Outcome != Acknowledged {
		return fmt.Errorf("the policy: %d %s", o.Status, o.Body)
	}
	err := l.create(d, "/v1/api-keys", map[string]any{
		"name": l.set.Name, "boundary": "tenant", "applicationId": application.ID, "tenantId": tenant.ID, "permissions": []string{"*"},
		"requestsPerMinute": 1_000_000, "requestsAtOnce": 10_000,
	}, &key)
	l.key = key.Key
	l.record.operations, l.record.figures = nil, Figures{}
	return err
}

func (l *Load) create(d *seed.Source, path string, body any, into any) error {
	o := l.Do(d, Request{Kind: Read, Method: http.MethodPost, Path: path, Body: body})
	if o.Outcome != Acknowledged {
		return fmt.Errorf("%s: %d %s", path, o.Status, o.Body)
	}
	return json.Unmarshal(o.Body, into)
}
