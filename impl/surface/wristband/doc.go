// Package wristband imitates the password API of Wristband: the names, the error envelope and
// the OAuth endpoints that openapi/wristband.yaml describes. It translates the vendor's requests
// into use cases of the core, and the results and faults of the core into the vendor's answers.
//
// # Nouns
//
// A proofKind is one of the three kinds of proof that redeem a reset, with the field that a
// failure is reported on. A client is an API key that authenticates at the OAuth endpoints. A
// violation is a broken rule of one field. A comparison is one condition of a query for users; an
// unservedCall is a call of the vendor that is answered with what to use instead. The ticket of an error is the request id in a short
// form; it is not a ticket of the core.
//
// # Known differences
//
// Fields that the vendor does not know are ignored, which RFC 6749 section 3.2 also requires
// under oauth2. What the vendor knows and Rekey does not serve is refused with 501.
// docs/migrate-wristband.md lists what differs from the vendor, and why.
//
// # Use
//
// The assembly calls [New], and the server calls the handlers after it has checked the
// contract, the caller and the permission. The handlers decide nothing about passwords: a rule
// that another surface could also need belongs to the core.
package wristband
