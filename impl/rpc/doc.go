// Package rpc answers remote procedure calls with the operations of a REST API: a call of Connect, gRPC or
// gRPC-Web (connectrpc.com/docs/protocol, grpc.io: PROTOCOL-HTTP2.md, PROTOCOL-WEB.md) becomes a request of
// the operation inside the process, and the answer of the operation becomes the answer of the call.
//
// # Nouns
//
// A schema is the messages and procedures of an API. A procedure is one remote procedure; its twin is the
// operation of the REST API that does the same. Frames are what the content types of the protocols stand for.
//
// # Promises
//
//   - A call passes the same handlers as a request of its twin: permission, contract, limits and events are
//     decided there, and nowhere else.
//   - A message in JSON reaches the twin as it was sent, apart from the members that are parameters there. A
//     binary message is written as JSON first.
//   - No error text of a library, which may quote a password, is part of an answer.
//   - Nothing is decompressed: a small message could expand to a large one.
//
// # What must not be done here
//
// This package knows neither a surface nor the contract: it is told what the twin of a procedure is. It decides
// nothing about callers or messages.
package rpc
