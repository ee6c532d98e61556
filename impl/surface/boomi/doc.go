// Package boomi imitates the password and user API of Boomi MFT. It translates the vendor's requests
// into use cases of the core, and the results and faults of the core into the vendor's answers.
//
// # Nouns
//
// A key is the UUID in a link: the proof of a ticket. A model is the vendor's body for a link,
// PasswordModel. A textAnswer is a bare string as an answer. A problem is the status
// and the text with which this surface answers a fault. A customer is the tenant in which a
// request acts, with its integer id; integer ids of users are looked up in the customer alone.
//
// # Known differences
//
// Fields that the vendor does not know are ignored, and names match in any case of their ASCII
// letters, as in ASP.NET Core, which the vendor's names suggest. Fields that the vendor knows and this
// service does not implement are refused. docs/migrate-boomi.md lists what differs from the vendor, and why.
//
// # Use
//
// The assembly calls [New], and the server calls the handlers after it has checked the
// contract, the caller and the permission. The handlers decide nothing about passwords: a rule
// that another surface could also need belongs to the core.
package boomi
