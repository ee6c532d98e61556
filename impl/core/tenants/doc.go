// Package tenants keeps tenants with their hosts, and the applications that own them.
//
// An application has tenants, and a tenant has users: an object that still owns others is
// not deleted. A tenant may have hosts, which select it for requests that name no tenant. A
// host counts once a DNS record proves it ([UseCases.VerifyTenantHost]); the service's own
// host, addresses and names without a DNS belong to callers of the whole platform.
//
// Objects have versions: a change that names an old one is refused. The policies of both
// levels are kept by package passwords.
//
// Surfaces, setup and the demo call this package; it knows no other room.
package tenants
