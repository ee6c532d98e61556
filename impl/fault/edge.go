package fault

import "time"

// Faults of the edge, before the core is called. Every surface maps them to its own errors.
var (
	// ErrInternal replaces every undeclared error, so that an error reveals nothing to an attacker.
	ErrInternal = New(Internal, "internal", "An internal error occurred. Quote the request id to the operator.")
	// ErrUnavailable means that a part that the request needs is down or full (RFC 9110 15.6.4).
	ErrUnavailable = New(Unavailable, "unavailable", "The service is busy. Try again in a moment.").After(time.Second)
	// ErrTooManyRequests means that the budget of a source is spent (RFC 6585 section 4).
	ErrTooManyRequests = New(Limited, "too_many_requests", "Too many requests. Try again later.").After(time.Minute)
	ErrBodyTooLarge    = New(TooLarge, "body_too_large", "The request body is larger than 64 KiB.")
	ErrMediaType       = New(Unsupported, "unsupported_media_type", "The Content-Type of the request is missing or not supported.")
	ErrMalformed       = New(Malformed, "malformed_request", "The request is not valid.")
	// ErrUnauthenticated covers missing, unknown, expired and revoked credentials alike.
	ErrUnauthenticated = New(Unauthenticated, "unauthenticated", "The request lacks valid credentials.")
	ErrForbidden       = New(Forbidden, "forbidden", "The credentials do not permit this operation.")
	ErrNoRoute         = New(NotFound, "no_such_path", "There is nothing at this path.")
	ErrNoMethod        = New(MethodNotAllowed, "method_not_allowed", "This path does not support the method.")
	// ErrNotServed refuses a feature that the vendor of a surface has and Rekey does not: a success
	// would mean that it was carried out (RFC 9110 section 15.6.2).
	ErrNotServed = New(NotServed, "not_served", "The request asks for something that this service does not do.")
)
