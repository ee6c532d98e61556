package main

import (
	"strings"
	"testing"
)

func TestEveryOperationHasANameInSDKs(t *testing.T) {
	t.Parallel()
	f, err := readFacts("../../gen/openapi/openapi.json", "../../openapi/problems.yaml")
	if err != nil {
		t.Fatal(err)
	}
	taken := map[string]string{} // without regard to case, as some file systems keep what is generated
	for _, n := range f.Namespaces {
		for _, o := range n.Operations {
			names := []string{o.Call.Camel()}
			if o.Paged {
				names = append(names, o.Call.Camel()+"All")
			}
			for _, name := range names {
				whole := strings.ToLower(n.Name.Camel() + "." + name)
				if other := taken[whole]; other != "" {
					t.Errorf("%s and %s are both client.%s.%s", o.ID, other, n.Name.Camel(), name)
				}
				taken[whole] = o.ID
			}
			if n.Name.Camel() == "" || o.Call.Camel() == "" {
				t.Errorf("%s has no name", o.ID)
			}
			// A native operation without x-command would be in the namespace of a surface.
			if native := o.Surface == "rekey"; native == (n.Name.Camel() == o.Surface) {
				t.Errorf("%s is client.%s.%s", o.ID, n.Name.Camel(), o.Call.Camel())
			}
		}
	}
}

func TestNamesInSDKs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ id, surface, command, camel, snake, golang string }{
		{"rekeyCreateApiKey", "rekey", "api-keys create", "apiKeys.create", "api_keys.create", "APIKeys.Create"},
		{"rekeyRenewRecoveryCodes", "rekey", "second-factor recovery-codes", "secondFactor.recoveryCodes", "second_factor.recovery_codes", "SecondFactor.RecoveryCodes"},
		{"wristbandResetPassword", "wristband", "", "wristband.resetPassword", "wristband.reset_password", "Wristband.ResetPassword"},
		{"entrustSetUserPasswordUsingPUT", "entrust", "", "entrust.setUserPassword", "entrust.set_user_password", "Entrust.SetUserPassword"},
		{"entrustAuthenticateAdminApiUsingPOST", "entrust", "", "entrust.authenticateAdminApi", "entrust.authenticate_admin_api", "Entrust.AuthenticateAdminAPI"},
	} {
		o := operation{ID: c.id, Surface: c.surface}
		o.name(c.command)
		if camel := o.Namespace.Camel() + "." + o.Call.Camel(); camel != c.camel {
			t.Errorf("%s is %s", c.id, camel)
		}
		if snake := o.Namespace.Snake() + "." + o.Call.Snake(); snake != c.snake {
			t.Errorf("%s is %s", c.id, snake)
		}
		if exported := o.Namespace.Go() + "." + o.Call.Go(); exported != c.golang {
			t.Errorf("%s is %s", c.id, exported)
		}
	}
	two := []operation{{ID: "a", Namespace: words{"users"}, Call: words{"get"}}, {ID: "b", Namespace: words{"users"}, Call: words{"get"}}}
	if _, err := namespaces(two); err == nil {
		t.Error("two operations have one name")
	}
}
