package fault

// The codes of broken rules that more than one package uses. Those of passwords are in impl/policy,
// and the others are defined where they are checked.
const (
	BrokenRequired  = "required"
	BrokenNull      = "null"
	BrokenDuplicate = "duplicate_field" // an object has the member twice
	BrokenInvalid   = "invalid"         // no finer rule is known
)

// Param is the name of a bound of a rule.
type Param string

// The bounds.
const (
	Min      Param = "min"
	Max      Param = "max"
	Days     Param = "days"
	History  Param = "history" // so many passwords before
	Format   Param = "format"
	Type     Param = "type"
	Allowed  Param = "allowed"  // values, parted by spaces
	Near     Param = "near"     // what was perhaps meant
	TenantID Param = "tenantId" // whose settings break the rule
	List     Param = "list"     // of refused passwords: OwnList, or none for the common one
)

// OwnList is the tenant's list of refused passwords.
const OwnList = "own"

// Params are the bounds of a rule, such as min=15.
type Params map[Param]string

// Strings returns the bounds as they are sent.
func (p Params) Strings() map[string]string {
	out := make(map[string]string, len(p))
	for name, value := range p {
		out[string(name)] = value
	}
	return out
}

// Violation is one broken rule of a request: the place, the rule and its bounds. It never contains
// the offending value.
type Violation struct {
	Pointer string // JSON pointer into the body, or "query:name", "path:name"
	Code    string // of the rule: stable, lower snake case
	Message string // one sentence, for people
	Params  Params
}
