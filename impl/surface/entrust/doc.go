// Package entrust speaks the user password operations of the Entrust Identity as a
// Service Administration API over the core, with the login of an administration
// application that they need.
//
// Known differences from the vendor, each for a reason:
//
//   - An application's id and shared secret are the id and the secret of an API key.
//     The key itself is accepted as a token, too, bare or after Bearer.
//   - The vendor publishes the shape of its errors and almost no codes: all values of
//     errorCode are our own. Broken rules are listed in parameters, never a value.
//   - 413, 415, 429, 500 and 503 are answered beside the vendor's statuses. 409 is
//     answered by the operations that change a password alone.
//   - A password that the caller chose is not mailed: the mail carries a one-time link
//     to set another, unless the tenant asks for the vendor's way.
//   - forceUpdate is true for a generated password unless the caller sends false. Such a
//     password logs in once, to be changed, and expires after a day by default.
//   - Passwords do not expire unless the tenant or the call says so; the vendor's
//     default is 90 days.
//   - An expiryTime in the past, or more than 36,500 days ahead, is refused.
//   - The policy of the tenant applies to a chosen password, with all its rules at once.
//     By default that is a length of 15 characters, 8 with a second factor, and no
//     composition rules.
//   - There is no directory yet: operations on the password of a directory user are
//     refused. The flags adComplexity and directoryType are never answered.
//   - Formats are CLEARTEXT and BCRYPT; named passwords do not exist.
//   - Times are answered in UTC in whole seconds; requests must spell them as RFC 3339.
//   - A user of another application or tenant is answered like an unknown one.
package entrust
