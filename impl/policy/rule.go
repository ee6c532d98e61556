package policy

import (
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/models"
)

// RuleOf is the member of the policy that a violation belongs to, such as "minLength".
func RuleOf(v fault.Violation, p models.PasswordPolicy, mfa bool) string {
	switch v.Code {
	case TooShort:
		if mfa && p.MinLengthMFA > 0 {
			return "minLengthMfa"
		}
		return "minLength"
	case Blocklisted:
		if v.Params[fault.List] == fault.OwnList {
			return "wordlist"
		}
		return "blocklist"
	case InTheHistory:
		if p.History == 0 && p.HistoryDays > 0 {
			return "historyDays"
		}
		return "history"
	}
	return map[string]string{
		TooLong: "maxLength", NeedsLower: "minLower", NeedsUpper: "minUpper", NeedsDigit: "minDigit", NeedsSymbol: "minSymbol",
		Repeated: "maxRepeated", TooWeak: "minStrength", ContextWord: "contextWords", Breached: "breachLookup",
	}[v.Code]
}
