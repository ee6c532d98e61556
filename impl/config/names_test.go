package config_test

import (
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestMisspeltSettingsAreRefusedTogether(t *testing.T) {
	t.Parallel()
	c, err := config.FromEnvironment(map[string]string{
		"REKEY_SMPT_URL": "smtp://user:hunter2@mail.example.test", "REKEY_LOG_LEVL": "debug", "REKEY_HASH_LIMIT": "many", "REKEY_ADDR": "127.0.0.1:1",
	})
	want := "REKEY_LOG_LEVL is not a setting; did you mean REKEY_LOG_LEVEL?\n" +
		"REKEY_SMPT_URL is not a setting; did you mean REKEY_SMTP_URL?\nREKEY_HASH_LIMIT is not a whole number"
	if err == nil || err.Error() != want {
		t.Errorf("%v, want\n%s", err, want)
	}
	if c.Addr != "127.0.0.1:1" {
		t.Error("what can be read is not there")
	}
}

func TestWhatLooksLikeASetting(t *testing.T) {
	t.Parallel()
	kubernetes := map[string]string{ // of a service named rekey, and of one named rekey-db
		"REKEY_SERVICE_HOST": "10.0.0.1", "REKEY_SERVICE_PORT": "8080", "REKEY_SERVICE_PORT_HTTP": "8080", "REKEY_PORT": "tcp://10.0.0.1:8080",
		"REKEY_PORT_8080_TCP": "tcp://10.0.0.1:8080", "REKEY_PORT_8080_TCP_PROTO": "tcp", "REKEY_PORT_8080_TCP_PORT": "8080", "REKEY_PORT_8080_TCP_ADDR": "10.0.0.1",
		"REKEY_DB_SERVICE_HOST": "10.0.0.2", "REKEY_DB_PORT": "tcp://10.0.0.2:3306", "REKEY_DB_PORT_3306_TCP_ADDR": "10.0.0.2",
		"REKEY_DB_NAME": "/rekey/db", "REKEY_DB_ENV_MYSQL_DATABASE": "rekey", // of Docker's links
	}
	for _, c := range []struct {
		name string
		env  map[string]string
		want string // the names that are refused, with what is offered
	}{
		{"every setting", everySetting(), ""},
		{"those of clients and of the demo", map[string]string{"REKEY_URL": "x", "REKEY_API_KEY": "x", "REKEY_PASSWORD": "x", "REKEY_CLIENT_ID": "x"}, ""},
		{"those of the tests", map[string]string{"REKEY_TEST_MYSQL_DSN": "x", "REKEY_TEST_SEED": "1"}, ""},
		{"those of others", map[string]string{"PATH": "/bin", "READY_ADDR": "x", "SMTP_URL": "x", "HASH_LIMIT": "x"}, ""},
		{"those of Kubernetes and Docker", kubernetes, ""},
		{"a port that no platform set", map[string]string{"REKEY_PORT": "8080", "REKEY_SERVICE_HOST": "x"}, "REKEY_PORT> REKEY_SERVICE_HOST> "},
		{"an invented one", map[string]string{"REKEY_COLOUR": "x"}, "REKEY_COLOUR> "},
		{"small letters", map[string]string{"rekey_addr": "x"}, "rekey_addr>REKEY_ADDR "},
		{"a letter too few before", map[string]string{"REKY_SMTP_URL": "x"}, "REKY_SMTP_URL>REKEY_SMTP_URL "},
		{"one for several", map[string]string{"REKEY_TRUSTED_PROXY": "x"}, "REKEY_TRUSTED_PROXY>REKEY_TRUSTED_PROXIES "},
		{"the key of the command line", map[string]string{"REKEY_APIKEYS": "x"}, "REKEY_APIKEYS>REKEY_API_KEY "},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			for _, u := range config.UnknownSettings(c.env) {
				got += u.Name + ">" + u.Meant + " "
			}
			if got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func everySetting() map[string]string {
	all := map[string]string{}
	for _, s := range config.Settings() {
		all[s.Name] = "x"
	}
	return all
}

func TestAMisspeltSettingIsNotShownWithItsValue(t *testing.T) {
	t.Parallel()
	for name, value := range seed.InOrder(map[string]string{"REKEY_SMTP_UR": "hunter2", "REKEY_DATABASE": "mysql://root:hunter2@db/rekey"}) {
		if _, err := config.FromEnvironment(map[string]string{name: value}); err == nil || len(err.Error()) > 120 {
			t.Errorf("%v", err)
		}
	}
}
