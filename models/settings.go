package models

// PasswordPolicy is the set of rules a new password must meet. Zero switches a rule
// off. Lengths count Unicode code points.
type PasswordPolicy struct {
	MinLength        int          `json:"minLength"`        // when the password is the only factor
	MinLengthMFA     int          `json:"minLengthMfa"`     // when the user has a second factor
	MaxLength        int          `json:"maxLength"`        // at most 1,024
	MinLower         int          `json:"minLower"`         // lower-case letters required
	MinUpper         int          `json:"minUpper"`         // upper-case letters required
	MinDigit         int          `json:"minDigit"`         // decimal digits required
	MinSymbol        int          `json:"minSymbol"`        // characters outside letters and digits required
	MaxRepeated      int          `json:"maxRepeated"`      // longest run of one character
	MinStrength      int          `json:"minStrength"`      // 0 off .. 4 strong, by estimated guesses
	Blocklist        bool         `json:"blocklist"`        // refuse commonly used and compromised passwords
	Wordlist         bool         `json:"wordlist"`         // refuse the passwords of the operator's own list
	BreachLookup     BreachLookup `json:"breachLookup"`     // ask whether the password is known from a breach
	ContextWords     bool         `json:"contextWords"`     // refuse service, tenant and user names
	ExtraWords       []string     `json:"extraWords"`       // further context words of the tenant
	History          int          `json:"history"`          // how many earlier passwords are refused
	HistoryDays      int          `json:"historyDays"`      // and those in use within this number of days
	LifetimeDays     int          `json:"lifetimeDays"`     // 0: never expires (D6)
	MinLifetimeHours int          `json:"minLifetimeHours"` // hours before a user can change the password again
	WarnDays         []int        `json:"warnDays"`         // days before expiry at which the user is warned
}

// BreachLookup defines whether a new password is looked up in a list of breached passwords, and
// what happens if the list does not answer.
type BreachLookup string

// The choices. The zero value is off.
const (
	BreachOff        BreachLookup = "off"
	BreachFailOpen   BreachLookup = "fail_open"   // no answer: the password is accepted, and the audit trail records it
	BreachFailClosed BreachLookup = "fail_closed" // no answer: the password is refused
)

// Asked tells whether passwords are looked up.
func (b BreachLookup) Asked() bool { return b != "" && b != BreachOff }

// MarshalText writes the zero value as off.
func (b BreachLookup) MarshalText() ([]byte, error) {
	if b == "" {
		b = BreachOff
	}
	return []byte(b), nil
}

// TicketSettings bound the life of tickets (D10).
type TicketSettings struct {
	OTPMinutes    int `json:"otpMinutes"`
	LinkMinutes   int `json:"linkMinutes"` // reset links and returned codes
	SetHours      int `json:"setHours"`    // set links of new accounts
	InviteHours   int `json:"inviteHours"`
	OTPLength     int `json:"otpLength"`
	OTPTries      int `json:"otpTries"`      // wrong tries that end one OTP
	AccountTries  int `json:"accountTries"`  // wrong tries per account over all codes, within 30 days
	MailsPerHour  int `json:"mailsPerHour"`  // messages per address and hour
	TempPassHours int `json:"tempPassHours"` // life of a generated password (D4)
	// ShortUserCodes gives codes that count only with their user's id 6 characters in the place of 20,
	// and the life and tries of an OTP (D13).
	ShortUserCodes bool `json:"shortUserCodes"`
}

// SessionSettings bound the life of sessions and tokens.
type SessionSettings struct {
	AccessMinutes int `json:"accessMinutes"`
	RefreshDays   int `json:"refreshDays"`
	SessionHours  int `json:"sessionHours"`
	IdleMinutes   int `json:"idleMinutes"` // without use, after which a session is over; 0: none
	// RefreshReuseSeconds is how long a used refresh token returns the same successor again to its
	// own client; 0: reuse ends the session at once.
	RefreshReuseSeconds int `json:"refreshReuseSeconds"`
	LoginFailures       int `json:"loginFailures"`  // failures before back-off begins
	BackoffSeconds      int `json:"backoffSeconds"` // the first wait, doubled each time
	BackoffMaxSecs      int `json:"backoffMaxSeconds"`
	// Revocation lists what the caller can choose to end when a password changes.
	Revocation []Revocation `json:"revocation"`
}

// Revocation is what ends when a password changes.
type Revocation string

// The choices.
const (
	RevokeAll    Revocation = "all"    // every session and refresh token
	RevokeOthers Revocation = "others" // all but the session that changes it
	RevokeNone   Revocation = "none"
)

// ResetBy is how a tenant verifies that a mailbox belongs to the user.
type ResetBy string

// The two strategies.
const (
	ResetByLink ResetBy = "link"
	ResetByOTP  ResetBy = "otp"
)

// Settings are all rules of a tenant: the built-in ones, replaced by those of its application and
// then by its own.
type Settings struct {
	Password           PasswordPolicy  `json:"password"`
	Tickets            TicketSettings  `json:"tickets"`
	Sessions           SessionSettings `json:"sessions"`
	ResetBy            ResetBy         `json:"resetBy"`
	MailChosenPassword bool            `json:"mailChosenPassword"` // D4
	ResetNeedsFactor   bool            `json:"resetNeedsFactor"`   // a reset requires the second factor as well
	LinkTemplates      []string        `json:"linkTemplates"`      // allow-list for links that a caller requests
}

// DefaultSettings are SP 800-63B-4 and decisions D6, D10, D11, D12.
func DefaultSettings() Settings {
	return Settings{
		Password: PasswordPolicy{
			MinLength: 15, MinLengthMFA: 8, MaxLength: 1024,
			Blocklist: true, Wordlist: true, BreachLookup: BreachOff, ContextWords: true,
			ExtraWords: []string{}, WarnDays: []int{14, 7, 1},
		},
		Tickets: TicketSettings{
			OTPMinutes: 10, LinkMinutes: 60, SetHours: 72, InviteHours: 72, OTPLength: 6,
			OTPTries: 5, AccountTries: 100, MailsPerHour: 3, TempPassHours: 24,
		},
		Sessions: SessionSettings{
			AccessMinutes: 10, RefreshDays: 30, SessionHours: 24,
			LoginFailures: 5, BackoffSeconds: 30, BackoffMaxSecs: 3600,
			Revocation: []Revocation{RevokeAll},
		},
		ResetBy: ResetByLink, LinkTemplates: []string{},
	}
}
