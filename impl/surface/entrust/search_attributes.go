package entrust

import (
	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
)

// texts are the operators that compare a text, and whether the others are meant.
var texts = map[entrustapi.SearchOperator]struct {
	match accounts.Match
	not   bool
}{
	entrustapi.SearchOperatorEQUALS:      {accounts.Match{}, false},
	entrustapi.SearchOperatorNOTEQUALS:   {accounts.Match{}, true},
	entrustapi.SearchOperatorCONTAINS:    {accounts.Match{Before: true, After: true}, false},
	entrustapi.SearchOperatorNOTCONTAINS: {accounts.Match{Before: true, After: true}, true},
	entrustapi.SearchOperatorSTARTSWITH:  {accounts.Match{After: true}, false},
	entrustapi.SearchOperatorENDSWITH:    {accounts.Match{Before: true}, false},
}

// facts are the attributes that have a few values, with the users for each value.
var facts = map[string]map[string]accounts.UserCondition{
	"state": {
		string(entrustapi.UserStateACTIVE):   accounts.Not(accounts.InState(core.UserDisabled)),
		string(entrustapi.UserStateINACTIVE): accounts.InState(core.UserDisabled),
	},
	"locked": {"true": accounts.Locked()},
	"userType": {
		"LOCAL": accounts.Not(accounts.InDirectory()), "SYNC": accounts.InDirectory(), "EXTERNAL": accounts.Not(accounts.Anybody()),
	},
	"registrationRequired": {"true": accounts.Not(accounts.Anybody()), "false": accounts.Anybody()},
}

// unservedAttributes are the vendor's other attributes.
var unservedAttributes = map[string]bool{
	"groupId": true, "roleId": true, "authenticator": true, "verificationRequired": true, "lastAuthTime": true,
	"passwordExpirationTime": true, "organizationId": true, "passwordCompromised": true,
}

// condition reads one search attribute. What it cannot read is refused: a search that lost a condition
// would find more users than its caller meant.
func condition(s entrustapi.SearchByAttribute, at string) (none accounts.UserCondition, err error) {
	values, isFact := facts[s.Name]
	switch {
	case unservedAttributes[s.Name]:
		return none, notServed(at+"/name", "This is not served.")
	case s.Name != "userId" && !isFact:
		return none, refusedSearch(at+"/name", "Users are searched by userId (user name or e-mail address), state, locked, userType and registrationRequired.")
	}
	compare, isText := texts[s.Operator]
	if !isText || isFact && s.Operator != entrustapi.SearchOperatorEQUALS {
		return none, refusedSearch(at+"/operator", "The attribute does not have this operator.")
	}
	value := text(s.Value)
	if isFact {
		c, ok := values[value]
		if !ok {
			return none, refusedSearch(at+"/value", "The attribute does not have this value.")
		}
		return c, nil
	}
	if value == "" {
		return none, refusedSearch(at+"/value", "A value is required.")
	}
	compare.match.IgnoreCase = true
	c := accounts.AnyOf(accounts.HasText(accounts.TextUsername, value, compare.match), accounts.HasText(accounts.TextEmail, value, compare.match))
	if compare.not {
		c = accounts.Not(c)
	}
	return c, nil
}
