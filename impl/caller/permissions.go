package caller

import "slices"

// All is the permission that includes every permission, also those of later versions.
const All = "*"

// ReturnTickets lets a caller receive the link or code of a ticket in the response. The
// surface checks it, since the request's body tells whether it is needed.
const ReturnTickets = "tickets:return"

// SecondFactors lets a caller change the second factors of users. The core checks it
// as well when a user is updated.
const SecondFactors = "second-factors:write"

// ManageEmail and ManageStatus let a caller who may change users also change their address and
// their status. The surface checks them, since the request's body tells whether they are needed.
const (
	ManageEmail  = "user:manage-email"
	ManageStatus = "user:manage-status"
)

// WriteUsers lets a caller change users. The core checks it when another operation also
// unlocks a user.
const WriteUsers = "users:write"

// Permission is one entry of the catalogue.
type Permission struct {
	Name    string
	Meaning string // one sentence
}

// Permissions is the catalogue, sorted by name: every x-permission of the contract, which a
// test compares with the specs, and the permissions that only the core checks.
func Permissions() []Permission {
	return []Permission{
		{"USERPASSWORDS:EDIT", "Set, generate and check the passwords of users, and mail expiry notices, by the admin API."},
		{"USERPASSWORDS:REMOVE", "Remove the passwords of users, by the admin API."},
		{"USERPASSWORDS:VIEW", "Read the state of passwords and the rules for them, by the admin API."},
		{"USERS:ADD", "Create users, by the admin API."},
		{"USERS:EDIT", "Change, lock, unlock, enable and disable users, by the admin API."},
		{"USERS:REMOVE", "Delete users, by the admin API."},
		{"USERS:VIEW", "Search and read users, by the admin API."},
		{"account:change-password", "Change one's own password by showing the current one."},
		{"api-keys:read", "List and read API keys; their secrets are never shown again."},
		{"api-keys:write", "Create, change, rotate and revoke API keys that hold no more than the caller."},
		{"applications:read", "List and read applications."},
		{"applications:write", "Create, change and delete applications."},
		{"auth-session:delete", "End all sessions of a user."},
		{"change-password-workflow:execute", "Change one's own password by showing the current one, in the workflow API."},
		{"events:read", "Read, export and verify the audit trail."},
		{"messages:read", "Read the delivery state of messages, without their content."},
		{"messages:write", "Send a message again that was not delivered."},
		{"password-checks:write", "Try whether a password would be accepted."},
		{"password-reset-workflow:execute", "Request, mail, inspect and redeem password resets, in the workflow API."},
		{"passwords:read", "Read the state of users' passwords."},
		{"passwords:write", "Set, generate and remove passwords of users."},
		{"policies:read", "Read the rules that applications and tenants set, and those in effect."},
		{"policies:write", "Change the rules of applications and tenants."},
		{"policy.read", "Read the rules for passwords, their expiry and lockout, by the resource API."},
		{"refresh-token:revoke", "Revoke refresh tokens of users."},
		{SecondFactors, "Enrol, confirm and remove second factors of users, and switch mailed codes on and off."},
		{"session.delete", "End sessions, by the resource API."},
		{"session.read", "List and read sessions, by the resource API."},
		{"session.write", "Create sessions and prove more about them, by the resource API."},
		{"sessions:read", "List and read sessions."},
		{"sessions:write", "End sessions of users."},
		{"signing-keys:read", "List the keys that sign access tokens and checkpoints."},
		{"signing-keys:write", "Rotate and retire the keys that sign access tokens and checkpoints."},
		{"tenants:read", "List and read tenants."},
		{"tenants:write", "Create, change and delete tenants."},
		{"tickets:read", "List and read tickets, without their secrets."},
		{ReturnTickets, "Have the link or code of a new ticket handed back instead of mailed."},
		{"tickets:write", "Create and cancel tickets."},
		{"user.read", "Search and read users, and how they can log in, by the resource API."},
		{"user.write", "Reset and set passwords, invite, lock and unlock users, by the resource API."},
		{"user:create", "Create users, by the workflow API."},
		{"user:delete", "Delete users, by the workflow API."},
		{ManageEmail, "Change the e-mail addresses of users and vouch for them, by the workflow API."},
		{ManageStatus, "Activate and deactivate users, by the workflow API."},
		{"user:read", "Search and read users, by the workflow API."},
		{"user:update", "Change users, by the workflow API; their address and status need a further permission."},
		{"users:read", "List and read users."},
		{WriteUsers, "Create, change, lock, disable and delete users that hold no more than the caller."},
	}
}

// KnownPermission tells whether the catalogue has the permission. "*" is known as well.
func KnownPermission(name string) bool {
	return name == All || slices.ContainsFunc(Permissions(), func(p Permission) bool { return p.Name == name })
}
