package policy

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Bounds of the numbers in a policy.
const (
	maxCount      = 255
	maxLifetime   = 36500 // days
	maxWarnings   = 10
	maxExtraWords = 200
	maxExtraWord  = 64 // characters
)

// The codes of Validate's violations.
const (
	OutOfRange    = "out_of_range"
	Contradictory = "contradictory"
)

// Validate returns a violation for everything that is wrong with a policy: numbers out of bounds, and rules
// that no password could satisfy together. Pointers are relative to the policy.
func Validate(p models.PasswordPolicy) []fault.Violation {
	broken := within([]bound{
		{"/minLength", p.MinLength, 1, maxCount},
		{"/minLengthMfa", p.MinLengthMFA, 0, maxCount},
		{"/maxLength", p.MaxLength, 1, secret.MaxPasswordPoints},
		{"/minLower", p.MinLower, 0, maxCount},
		{"/minUpper", p.MinUpper, 0, maxCount},
		{"/minDigit", p.MinDigit, 0, maxCount},
		{"/minSymbol", p.MinSymbol, 0, maxCount},
		{"/maxRepeated", p.MaxRepeated, 0, maxCount},
		{"/minStrength", p.MinStrength, 0, 4},
		{"/history", p.History, 0, models.MaxHistory},
		{"/historyDays", p.HistoryDays, 0, maxLifetime},
		{"/lifetimeDays", p.LifetimeDays, 0, maxLifetime},
		{"/minLifetimeHours", p.MinLifetimeHours, 0, 24 * maxLifetime},
		{"/warnDays", len(p.WarnDays), 0, maxWarnings},
		{"/extraWords", len(p.ExtraWords), 0, maxExtraWords},
	})
	for i, days := range p.WarnDays {
		if days < 1 || days > maxLifetime {
			broken = append(broken, outOfRange("/warnDays/"+strconv.Itoa(i), 1, maxLifetime))
		}
	}
	for i, word := range p.ExtraWords {
		if n := utf8.RuneCountInString(word); n < minContextWord || n > maxExtraWord {
			broken = append(broken, outOfRange("/extraWords/"+strconv.Itoa(i), minContextWord, maxExtraWord))
		}
	}
	switch p.BreachLookup {
	case "", models.BreachOff, models.BreachFailOpen, models.BreachFailClosed:
	default:
		broken = append(broken, notAllowed("/breachLookup", "off", "fail_open", "fail_closed"))
	}
	if len(broken) > 0 {
		return broken
	}
	return contradictions(p)
}

func contradictions(p models.PasswordPolicy) []fault.Violation {
	var broken []fault.Violation
	add := func(field, message string) { broken = append(broken, contradictory("/"+field, message)) }
	if p.MaxLength < max(p.MinLength, p.MinLengthMFA) {
		add("maxLength", "The greatest length is below the least length.")
	}
	if p.MaxLength < p.MinLower+p.MinUpper+p.MinDigit+p.MinSymbol {
		add("maxLength", "The greatest length has no room for the characters that are required.")
	}
	// The estimate counts one power of ten for a random character.
	if p.MinStrength > 0 && float64(p.MaxLength) < strengthSteps()[p.MinStrength-1] {
		add("minStrength", "No password of the greatest length reaches this strength.")
	}
	if p.LifetimeDays > 0 && p.MinLifetimeHours > 24*p.LifetimeDays {
		add("minLifetimeHours", "The password would expire before it may be changed.")
	}
	return broken
}

func outOfRange(pointer string, low, high int) fault.Violation {
	return fault.Violation{
		Pointer: pointer, Code: OutOfRange,
		Message: fmt.Sprintf("The value must be %d to %d.", low, high),
		Params:  fault.Params{fault.Min: strconv.Itoa(low), fault.Max: strconv.Itoa(high)},
	}
}
