// Package zitadel imitates the password operations of ZITADEL's user, session and settings
// services (v2, REST). It translates the vendor's requests into use cases of the core, and the
// results and faults of the core into the vendor's answers.
//
// # Nouns
//
// A reason is the finer cause of a fault, for which the vendor has an error id of its own; a
// refusal is a fault with such a reason. The message table maps a fault, an operation and a
// reason to the vendor's code, id and text. Details are the vendor's record of a change. An
// organisation is a tenant.
//
// # Known differences
//
// Fields that the vendor does not know are ignored: its gateway decodes with protojson and
// DiscardUnknown. What the vendor knows and Rekey does not serve is refused as Unimplemented,
// with 501. docs/migrate-zitadel.md lists what differs from the vendor, and why.
//
// # Use
//
// The assembly calls [New], and the server calls the handlers after it has checked the
// contract, the caller and the permission. The handlers decide nothing about passwords: a rule
// that another surface could also need belongs to the core.
package zitadel
