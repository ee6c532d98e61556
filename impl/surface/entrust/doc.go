// Package entrust imitates the user password operations of the Entrust Identity as a Service
// Administration API, with the login of an administration application that they need. It
// translates the vendor's requests into use cases of the core, and the results and faults of
// the core into the vendor's answers.
//
// # Nouns
//
// An order is the password that an administrator sets, generates or imports. A flag reports
// whether a candidate password passes one of the vendor's rules. An application is an API key of
// Rekey: its id and its shared secret are exchanged for a token.
//
// # Known differences
//
// Fields that the vendor does not know are ignored, because its generated clients have many
// versions. What the vendor knows and Rekey does not serve is refused with 501.
// docs/migrate-entrust.md lists what differs from the vendor, and why.
//
// # Use
//
// The assembly calls [New], and the server calls the handlers after it has checked the
// contract, the caller and the permission. The handlers decide nothing about passwords: a rule
// that another surface could also need belongs to the core.
package entrust
