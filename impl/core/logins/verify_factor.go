package logins

// FactorMethod is how a second step is taken.
type FactorMethod string
