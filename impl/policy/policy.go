// Package policy says whether a password may be set: one engine for every path,
// which names all broken rules at once.
package policy

import (
	"fmt"
	"strconv"
	"unicode"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// The codes of violations. They are part of the contract.
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

// Input is what a password is judged by.
type Input struct {
	Policy    models.PasswordPolicy
	Password  secret.Password
	MFA       bool       // the user has a second factor
	Context   []string   // names of service, tenant and user; local parts of addresses
	Blocklist *Blocklist // nil: one is loaded for this call
}

// Check names every rule that the password breaks, in a fixed order; none means
// that it may be set, as far as the history is not asked. Pointers are left to the
// surfaces.
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
		broken = append(broken, violation(TooShort, "min", least, "The password must have at least %d characters."))
	}
	if most := Maximum(p); points > most {
		broken = append(broken, violation(TooLong, "max", most, "The password must have at most %d characters."))
	}
	broken = append(broken, checkClasses(p, text)...)
	if p.MaxRepeated > 0 && longestRepeat(text) > p.MaxRepeated {
		broken = append(broken, violation(Repeated, "max", p.MaxRepeated, "The password must not repeat a character more than %d times in a row."))
	}
	var context []string
	if p.ContextWords || p.MinStrength > 0 {
		context = contextWords(in.Context, p.ExtraWords)
	}
	if p.MinStrength > 0 && list.strength(text, context) < p.MinStrength {
		broken = append(broken, violation(TooWeak, "min", p.MinStrength, "The password is too easy to guess; strength %d of 4 is required."))
	}
	switch {
	case p.Blocklist && list.Contains(in.Password):
		broken = append(broken, fault.Violation{Code: Blocklisted, Message: "The password is commonly used or follows a common pattern."})
	case p.Wordlist && list.Own(in.Password):
		broken = append(broken, fault.Violation{
			Code: Blocklisted, Message: "The password is on the list of those that are refused here.", Params: map[string]string{"list": "own"},
		})
	}
	if p.ContextWords && madeOfContext(text, context) {
		broken = append(broken, fault.Violation{Code: ContextWord, Message: "The password is made of a name that belongs to the service, the tenant or the user."})
	}
	return broken
}

// InHistory is the violation of the rules on earlier passwords, which only the core
// can find. Without such a rule it is the current password that may not stay.
func InHistory(p models.PasswordPolicy) fault.Violation {
	v := violation(InTheHistory, "history", max(1, p.History), "The password must differ from the last %d passwords.")
	if p.HistoryDays > 0 {
		v.Params["days"] = strconv.Itoa(p.HistoryDays)
		v.Message = fmt.Sprintf("The password must differ from the last %d passwords, and from those in use within %d days.", max(1, p.History), p.HistoryDays)
	}
	return v
}

// InBreach is the violation of the breach look-up, which only the core can ask.
func InBreach() fault.Violation {
	return fault.Violation{Code: Breached, Message: "The password is known from a data breach. Choose one that is used nowhere else."}
}

// Minimum is the least length, in code points. The empty password is never allowed.
func Minimum(p models.PasswordPolicy, mfa bool) int {
	if mfa && p.MinLengthMFA > 0 {
		return p.MinLengthMFA
	}
	return max(p.MinLength, 1)
}

// Maximum is the greatest length, in code points.
func Maximum(p models.PasswordPolicy) int {
	if p.MaxLength < 1 {
		return secret.MaxPasswordPoints
	}
	return min(p.MaxLength, secret.MaxPasswordPoints)
}

// class is a kind of character that a policy can demand.
type class struct {
	code    string
	minimum int
	needs   string
	holds   func(rune) bool
	letters string // that generated passwords use: none that people confuse
}

func classes(p models.PasswordPolicy) []class {
	return []class{
		{NeedsLower, p.MinLower, "lower-case letters", unicode.IsLower, "abcdefghijkmnopqrstuvwxyz"},
		{NeedsUpper, p.MinUpper, "upper-case letters", unicode.IsUpper, "ABCDEFGHJKLMNPQRSTUVWXYZ"},
		{NeedsDigit, p.MinDigit, "digits", unicode.IsDigit, "23456789"},
		{NeedsSymbol, p.MinSymbol, "characters that are neither letters nor digits", symbol, "!#$%*+-=?@_"},
	}
}

// symbol is what is neither letter nor digit; a combining mark belongs to its letter.
func symbol(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

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
			broken = append(broken, violation(c.code, "min", c.minimum, "The password must contain at least %d "+c.needs+"."))
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

func violation(code, param string, value int, message string) fault.Violation {
	return fault.Violation{Code: code, Message: fmt.Sprintf(message, value), Params: map[string]string{param: strconv.Itoa(value)}}
}
