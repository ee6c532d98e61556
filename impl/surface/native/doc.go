// Package native is the native surface, /v1: everything that an operator manages, and
// the password operations in Rekey's own shape. It imitates nobody.
//
// Errors are problems of RFC 9457 whose codes are listed in openapi/problems.yaml.
// Lists are paged by sealed cursors, changes are guarded by ETags, and whatever changes
// something can be repeated with an Idempotency-Key. Names that the contract does not
// hold are refused: a misspelt one would be an order that is not carried out.
package native
