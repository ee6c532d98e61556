// Package journeys has one journey per surface, for all clients in Go.
package journeys

import (
	"fmt"
	"os"
	"strings"
)

// Calls are the calls of the journeys, as a client makes them. An empty token is no credential.
type Calls interface {
	BoomiReset(key, password string) (string, error)
	BoomiLogin(name, password string) (token string, err error)
	EntrustToken(id, secret string) (string, error)
	EntrustSet(token, user, password string) error
	EntrustValidate(token, user, password string) (longEnough bool, err error)
	WristbandToken(id, secret string) (string, error)
	WristbandLink(token, user string) (code string, err error)
	WristbandReset(token, code, password string) (result string, err error)
	ZitadelCode(token, user string) (string, error)
	ZitadelSet(token, user, code, password string) error
	ZitadelSession(token, name, password string) (id string, err error)
	Ticket(token, user string) (string, error)
	Redeem(ticket, password string) error
	// Refused redeems what the server must refuse, and gives the code and the messages of the problem.
	Refused(ticket, password string) (code string, messages []string)
	Events(token string) ([]byte, error)
}

var (
	env      = os.Getenv
	owner    = env("REKEY_API_KEY")
	password = env("NEW_PASSWORD")
)

// Drive plays all journeys and prints how each ended.
func Drive(calls Calls) {
	for _, journey := range []struct {
		surface string
		drive   func(Calls) error
	}{{"boomi", boomi}, {"entrust", entrust}, {"wristband", wristband}, {"zitadel", zitadel}, {"rekey", rekey}} {
		outcome := "ok"
		if err := journey.drive(calls); err != nil {
			outcome = strings.ReplaceAll(err.Error(), "\n", " ")
		}
		fmt.Println(journey.surface, outcome)
	}
}

func boomi(calls Calls) error {
	said, err := calls.BoomiReset(env("BOOMI_KEY"), password)
	if err == nil && said != "Password has been reset." {
		err = fmt.Errorf("said %q", said)
	}
	if err != nil {
		return err
	}
	token, err := calls.BoomiLogin(env("BOOMI_NAME"), password)
	return must(err, token != "", "no token")
}

func entrust(calls Calls) error {
	token, err := calls.EntrustToken(env("REKEY_CLIENT_ID"), env("REKEY_CLIENT_SECRET"))
	if err != nil {
		return err
	}
	if err := calls.EntrustSet(token, env("ENTRUST_USER"), password); err != nil {
		return err
	}
	longEnough, err := calls.EntrustValidate(token, env("ENTRUST_USER"), "short")
	return must(err, !longEnough, "short is long enough")
}

func wristband(calls Calls) error {
	token, err := calls.WristbandToken(env("REKEY_CLIENT_ID"), env("REKEY_CLIENT_SECRET"))
	if err != nil {
		return err
	}
	code, err := calls.WristbandLink(token, env("WRISTBAND_USER"))
	if err != nil {
		return err
	}
	result, err := calls.WristbandReset(token, code, password)
	return must(err, result == "PASSWORD_RESET_SUCCESSFUL", "result "+result)
}

func zitadel(calls Calls) error {
	code, err := calls.ZitadelCode(owner, env("ZITADEL_USER"))
	if err != nil {
		return err
	}
	if err := calls.ZitadelSet(owner, env("ZITADEL_USER"), code, password); err != nil {
		return err
	}
	id, err := calls.ZitadelSession(owner, env("ZITADEL_NAME"), password)
	return must(err, id != "", "no session")
}

func rekey(calls Calls) error {
	ticket, err := calls.Ticket(owner, env("REKEY_USER"))
	if err != nil {
		return err
	}
	code, messages := calls.Refused(ticket, "short")
	if err := must(nil, code == "password_policy" && len(messages) > 0, "refused as "+code); err != nil {
		return err
	}
	if err := calls.Redeem(ticket, password); err != nil {
		return err
	}
	lines, err := calls.Events(owner)
	return must(err, strings.Count(string(lines), "\n") > 1, "the export has one line")
}

func must(err error, ok bool, what string) error {
	if err == nil && !ok {
		return fmt.Errorf("%s", what)
	}
	return err
}
