// Package native is the native API under /v1: everything that an operator manages, and the
// password operations in Rekey's own form. It imitates no vendor.
//
// # Nouns
//
// A problem is an error as RFC 9457 describes it; openapi/problems.yaml lists the codes. A list
// is one query with its filters; its cursors are sealed and valid for this query alone. A version
// guards a change by If-Match. An order is the ticket or password that a request describes.
//
// # Rules
//
// Each request that changes something can be repeated with an Idempotency-Key. Members that the
// contract does not have are refused: a misspelt member would be an instruction that is not
// carried out.
//
// # Use
//
// The assembly calls [New], and the server calls the handlers after it has checked the
// contract, the caller and the permission. The handlers decide nothing about passwords: a rule
// that another surface could also need belongs to the core.
package native
