// Package policy decides whether a password may be set, and whether a tenant's settings are valid.
//
// A policy (models.PasswordPolicy) is a set of rules. A violation is one rule that a password breaks, with
// a code of the contract, a message and the parameters that a program needs for a message of its own. The
// blocklist holds common passwords and their patterns; the wordlist is the operator's own list; context
// words are the names of the service, the tenant and the user. The strength is an estimate from 0 to 4.
//
//	policy.go, rule.go                        Check, and which rule a violation belongs to
//	blocklist.go, words.go, forms.go, runs.go what is compared with the lists
//	strength.go                               the estimate, after zxcvbn's paper
//	generate.go                               a random password that Check accepts
//	validate.go, settings.go                  the limits of policies and settings
//
// The core calls Check wherever a password is set, and adds the two rules that need the store or the
// network: the history and the breach look-up. Every path has the same rules, and Check returns all
// violations at once, in a fixed order. A message never contains the password.
//
// What must not be done here: reading a database, or work that grows faster than the length of a
// password: anonymous callers can make it run. That is why the estimate is written here: of zxcvbn-go
// only the word lists are used, since its own estimate takes seconds for a hundred unlucky characters.
package policy

import (
	"fmt"
	"strconv"
	"unicode"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// The codes of violations, which are part of the contract.
const (
	TooShort     = "too_short"
	TooLong      = "too_long"
	NeedsLower   = "needs_lower"
	NeedsUpper   = "needs_upper"
	NeedsDigit   = "needs_digit"
	NeedsSymbol  = "needs_symbol"
	Repeated     = "repeated_characters"
	TooWeak      = "too_weak"
	Blocklisted  = "blocklisted"
	ContextWord  = "context_word"
	InTheHistory = "in_history"
	Breached     = "breached"
)

// Input is what Check needs to decide.
type Input struct {
	Policy    models.PasswordPolicy
	Password  secret.Password
	MFA       bool       // the user has a second factor
	Context   []string   // names of service, tenant and user; local parts of addresses
	Blocklist *Blocklist // nil: the call loads one
}

// Check returns a violation for every rule that the password breaks, in a fixed order. It does not check
// the history and the breach look-up. The surfaces set the pointers.
func Check(in Input) []fault.Violation {
	p := in.Policy
	text := in.Password.Reveal()
	points := in.Password.Points()
	list := in.Blocklist
	if list == nil {
		list = NewBlocklist()
	}
	var broken []fault.Violation
	if least := Minimum(p, in.MFA); points < least {
		broken = append(broken, violation(TooShort, fault.Min, least, "The password must have at least %d characters."))
	}
	if most := Maximum(p); points > most {
		broken = append(broken, violation(TooLong, fault.Max, most, "The password must have at most %d characters."))
	}
	broken = append(broken, checkClasses(p, text)...)
	if p.MaxRepeated > 0 && longestRepeat(text) > p.MaxRepeated {
		broken = append(broken, violation(Repeated, fault.Max, p.MaxRepeated, "The password must not repeat a character more than %d times in a row."))
	}
	var context []string
	if p.ContextWords || p.MinStrength > 0 {
		context = contextWords(in.Context, p.ExtraWords)
	}
	if p.MinStrength > 0 && list.strength(text, context) < p.MinStrength {
		broken = append(broken, violation(TooWeak, fault.Min, p.MinStrength, "The password is too easy to guess; strength %d of 4 is required."))
	}
	switch {
	case p.Blocklist && list.Contains(in.Password):
		broken = append(broken, fault.Violation{Code: Blocklisted, Message: "The password is commonly used or follows a common pattern."})
	case p.Wordlist && list.OwnListContains(in.Password):
		broken = append(broken, fault.Violation{
			Code: Blocklisted, Message: "The password is on the list of passwords that are not allowed here.", Params: fault.Params{fault.List: fault.OwnList},
		})
	}
	if p.ContextWords && isContextWord(text, context) {
		broken = append(broken, fault.Violation{Code: ContextWord, Message: "The password is made of a name that belongs to the service, the tenant or the user."})
	}
	return broken
}

// InHistory is the violation of the rules on earlier passwords, which only the core can check. Without
// such a rule, only the current password is refused.
func InHistory(p models.PasswordPolicy) fault.Violation {
	v := violation(InTheHistory, fault.History, max(1, p.History), "The password must differ from the last %d passwords.")
	if p.HistoryDays > 0 {
		v.Params[fault.Days] = strconv.Itoa(p.HistoryDays)
		v.Message = fmt.Sprintf("The password must differ from the last %d passwords, and from those in use within %d days.", max(1, p.History), p.HistoryDays)
	}
	return v
}

// InBreach is the violation of the breach look-up, which only the core can make.
func InBreach() fault.Violation {
	return fault.Violation{Code: Breached, Message: "The password is known from a data breach. Choose one that is used nowhere else."}
}

// Minimum is the least length in code points. The empty password is never allowed.
func Minimum(p models.PasswordPolicy, mfa bool) int {
	if mfa && p.MinLengthMFA > 0 {
		return p.MinLengthMFA
	}
	return max(p.MinLength, 1)
}

// Maximum is the greatest length in code points.
func Maximum(p models.PasswordPolicy) int {
	if p.MaxLength < 1 {
		return secret.MaxPasswordPoints
	}
	return min(p.MaxLength, secret.MaxPasswordPoints)
}

// class is a class of characters that a policy can require.
type class struct {
	code    string
	minimum int
	needs   string
	holds   func(rune) bool
	letters string // of generated passwords; without those that people confuse
}

func classes(p models.PasswordPolicy) []class {
	return []class{
		{NeedsLower, p.MinLower, "lower-case letters", unicode.IsLower, "abcdefghijkmnopqrstuvwxyz"},
		{NeedsUpper, p.MinUpper, "upper-case letters", unicode.IsUpper, "ABCDEFGHJKLMNPQRSTUVWXYZ"},
		{NeedsDigit, p.MinDigit, "digits", unicode.IsDigit, "23456789"},
		{NeedsSymbol, p.MinSymbol, "characters that are neither letters nor digits", isSymbol, "!#$%*+-=?@_"},
	}
}

// isSymbol tells whether a character is neither a letter nor a digit. A combining mark belongs to its
// letter.
func isSymbol(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

func checkClasses(p models.PasswordPolicy, text string) []fault.Violation {
	var broken []fault.Violation
	for _, c := range classes(p) {
		n := 0
		for _, r := range text {
			if c.holds(r) {
				n++
			}
		}
		if n < c.minimum {
			broken = append(broken, violation(c.code, fault.Min, c.minimum, "The password must contain at least %d "+c.needs+"."))
		}
	}
	return broken
}

func longestRepeat(text string) int {
	longest, run, last := 0, 0, rune(-1)
	for _, r := range text {
		if r != last {
			run = 0
		}
		run++
		last = r
		longest = max(longest, run)
	}
	return longest
}

func violation(code string, param fault.Param, value int, message string) fault.Violation {
	return fault.Violation{Code: code, Message: fmt.Sprintf(message, value), Params: fault.Params{param: strconv.Itoa(value)}}
}
