package wristband

import (
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
)

const howToQuery = `Write comparisons such as email eq "ada@example.com", joined by and. ` +
	`The attributes are email, username and status, the operator is eq, and a value stands in double quotes.`

// What the vendor's language has beside what is served here, in lower case. The other attributes have no
// index, so that a search for them would read every user of the tenant.
var (
	otherAttributes = []string{
		"id", "emailverified", "externalid", "familyname", "givenname", "fullname", "identityprovidername", "identityprovidertype",
	}
	otherOperators = []string{"ne", "sw", "lt", "le", "gt", "ge", "in", "nin"}
)

// maxComparisons bounds the work that one query asks for.
const maxComparisons = 8

// readQuery reads a query expression. Each of the conditions must hold.
func readQuery(text string) ([]accounts.UserCondition, error) {
	words, err := queryWords(text)
	if err != nil {
		return nil, err
	}
	var all []accounts.UserCondition
	for {
		if len(words) < 3 || len(all) == maxComparisons {
			return nil, invalidQuery()
		}
		c, err := comparison(words[0], words[1], words[2])
		if err != nil {
			return nil, err
		}
		all = append(all, c)
		if words = words[3:]; len(words) == 0 {
			return all, nil
		}
		switch strings.ToLower(words[0]) {
		case "and":
			words = words[1:]
		case "or":
			return nil, unserved("query", howToQuery)
		default:
			return nil, invalidQuery()
		}
	}
}

// queryWords splits a query at white space that is not in quotes. A word in quotes keeps the first one. The vendor does
// not say how a value has a quote in it, so that no value has one.
func queryWords(text string) (words []string, err error) {
	for text = strings.TrimLeft(text, " \t"); text != ""; text = strings.TrimLeft(text, " \t") {
		if text[0] == '(' {
			return nil, unserved("query", howToQuery)
		}
		end := strings.IndexAny(text, " \t\"")
		if text[0] == '"' {
			end = 1 + strings.IndexByte(text[1:], '"')
			if end == 0 {
				return nil, invalidQuery()
			}
			words, text = append(words, text[:end]), text[end+1:]
			if text != "" && !strings.ContainsAny(text[:1], " \t)") {
				return nil, invalidQuery()
			}
			continue
		}
		if end < 0 {
			end = len(text)
		}
		words, text = append(words, text[:end]), text[end:]
	}
	return words, nil
}

// comparison is one condition of a query.
func comparison(attribute, operator, value string) (none accounts.UserCondition, err error) {
	read, served := attributes[strings.ToLower(attribute)]
	switch {
	case !served && !contains(otherAttributes, attribute), !strings.EqualFold(operator, "eq") && !contains(otherOperators, operator):
		return none, invalidQuery()
	case !served, !strings.EqualFold(operator, "eq"):
		return none, unserved("query", howToQuery)
	case !strings.HasPrefix(value, `"`):
		return none, invalidQuery()
	}
	return read(value[1:]), nil
}

// attributes are what is compared, by the name in lower case.
var attributes = map[string]func(value string) accounts.UserCondition{
	"email": func(value string) accounts.UserCondition {
		return accounts.HasText(accounts.TextEmail, value, accounts.Match{IgnoreCase: true})
	},
	"username": func(value string) accounts.UserCondition {
		return accounts.HasText(accounts.TextUsername, value, accounts.Match{IgnoreCase: true})
	},
	"status": func(value string) accounts.UserCondition {
		switch strings.ToUpper(value) {
		case "ACTIVE":
			return accounts.AnyOf(accounts.InState(core.UserActive), accounts.InState(core.UserNew))
		case "INACTIVE":
			return accounts.AnyOf(accounts.InState(core.UserDisabled), accounts.InState(core.UserLocked))
		}
		return accounts.UserCondition{} // the pending ones, and whatever else nobody has
	},
}

func contains(list []string, word string) bool { return slices.Contains(list, strings.ToLower(word)) }

func invalidQuery() error {
	return invalid("query", "invalid_query", "The query is not valid. "+howToQuery)
}
