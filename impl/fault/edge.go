package fault

import "time"

// Faults that the edge raises before the core is reached; every surface says them
// in its own words.
var (
	// ErrInternal hides everything undeclared: an error tells an attacker nothing.
	ErrInternal = New(Internal, "internal", "An internal error occurred. Quote the request id to the operator.")
	// ErrUnavailable answers when a part the request needs is down or full (RFC 9110 15.6.4).
	ErrUnavailable = New(Unavailable, "unavailable", "The service is busy. Try again in a moment.").After(time.Second)
	// ErrTooManyRequests is a source's budget (RFC 6585 section 4).
	ErrTooManyRequests = New(Limited, "too_many_requests", "Too many requests. Try again later.").After(time.Minute)
	ErrBodyTooLarge    = New(TooLarge, "body_too_large", "The request body is larger than 64 KiB.")
	ErrMediaType       = New(Unsupported, "unsupported_media_type", "The Content-Type of the request is missing or not supported.")
	ErrMalformed       = New(Malformed, "malformed_request", "The request is not valid.")
	// ErrUnauthenticated covers missing, unknown, expired and revoked credentials alike.
	ErrUnauthenticated = New(Unauthenticated, "unauthenticated", "The request lacks valid credentials.")
	ErrForbidden       = New(Forbidden, "forbidden", "The credentials do not permit this operation.")
	ErrNoRoute         = New(NotFound, "no_such_path", "There is nothing at this path.")
	ErrNoMethod        = New(MethodNotAllowed, "method_not_allowed", "This path does not answer that method.")
	// ErrNotServed refuses what a surface's vendor knows and Rekey does not do: success
	// would tell that it was done (RFC 9110 section 15.6.2).
	ErrNotServed = New(NotServed, "not_served", "The request asks for what this service does not do.")
)
