// Generated from openapi/ by openapi-typescript; do not edit.

export interface paths {
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List applications
         * @description Lists the applications that the caller reaches.
         */
        get: operations["rekeyListApplications"];
        put?: never;
        /**
         * Create an application
         * @description Creates an application without tenants. Names need not be unique.
         */
        post: operations["rekeyCreateApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application.
                 * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
                 */
                applicationId: components["parameters"]["rekeyApplicationId"];
            };
            cookie?: never;
        };
        /**
         * Read an application
         * @description Reads one application.
         */
        get: operations["rekeyGetApplication"];
        put?: never;
        post?: never;
        /**
         * Delete an application
         * @description Deletes an application that has no tenants, and revokes its API keys. Its events stay.
         */
        delete: operations["rekeyDeleteApplication"];
        options?: never;
        head?: never;
        /**
         * Change an application
         * @description Changes the name of an application; its tenants, users and keys stay as they are. `If-Match` refuses the change if somebody
         *     else was first.
         */
        patch: operations["rekeyUpdateApplication"];
        trace?: never;
    };
    "/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tenants
         * @description Lists the tenants that the caller reaches, or those of one application.
         */
        get: operations["rekeyListTenants"];
        put?: never;
        /**
         * Create a tenant
         * @description Creates a tenant in an application. Anonymous requests to one of its hosts act in this tenant; a host selects one tenant only.
         *     What a key of the platform sets is active at once. Other hosts are pending until the domain's owner says in the DNS whose they are
         *     (`verifyTenantHost`); the public host of the service, addresses, localhost and names without a dot are refused (403 `host_reserved`).
         */
        post: operations["rekeyCreateTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        /**
         * Read a tenant
         * @description Reads one tenant with its settings. The `ETag` of the answer is what `If-Match` of a change compares.
         */
        get: operations["rekeyGetTenant"];
        put?: never;
        post?: never;
        /**
         * Delete a tenant
         * @description Deletes a tenant that has no users, and revokes its API keys. Its events stay. The default tenant cannot be deleted.
         */
        delete: operations["rekeyDeleteTenant"];
        options?: never;
        head?: never;
        /**
         * Change a tenant
         * @description Changes name or hosts. Hosts, if given, replace the hosts there were, the pending ones among them: a host that is listed stays as it
         *     is, one that is left out is given up, and has to be proven anew when it is added again. What a key of the platform lists is active at
         *     once; what another key adds is pending (`verifyTenantHost`).
         */
        patch: operations["rekeyUpdateTenant"];
        trace?: never;
    };
    "/v1/tenants/{tenantId}/hosts/{host}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
                /**
                 * @description The host, as the tenant asked for it.
                 * @example acme.example.com
                 */
                host: components["parameters"]["rekeyHost"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a host of a tenant
         * @description Looks in the DNS for the TXT record that `pendingHosts` of the tenant shows for the host, and makes the host active if one of the
         *     records there is its value. Of several tenants that prove a host the first one has it (409 `host_taken`). A record that is not there yet
         *     is 409 `host_unproven`: ask again, with another Idempotency-Key. Where nobody knows, since the DNS does not answer or two look-ups of
         *     the tenant are under way, the answer is 503 `dns_unavailable`. Once the host is active the record is not looked at any more. Of a
         *     host that is active nothing changes.
         */
        post: operations["rekeyVerifyTenantHost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Lists the users that the caller reaches. Filters narrow the list together; a user name or an address is found by its canonical form, as a
         *     whole: case and width make no difference.
         */
        get: operations["rekeyListUsers"];
        put?: never;
        /**
         * Create a user
         * @description Creates a user of a tenant, without a password: mail a ticket, or set one. User names and addresses are unique in their tenant by their
         *     canonical form, and a user name is not the address of somebody else. `verified` is the caller's word that the address is the user's;
         *     only verified addresses receive links and codes. Permissions and boundary can be no more than the caller's own (403 `grants_more`).
         */
        post: operations["rekeyCreateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        /**
         * Read a user
         * @description Reads one user with all addresses and rights, never a password or its hash.
         */
        get: operations["rekeyGetUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description Deletes a user with password, history, sessions, tickets, factors, addresses and the content of messages that wait. The events stay, the
         *     names are free again, and the id is never given to anybody else.
         */
        delete: operations["rekeyDeleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Changes what is given. Lists and metadata are replaced as a whole. `disabled` and `locked` end all sessions, refresh tokens, challenges and
         *     tickets at once. A change of addresses ends tickets and challenges and is told to all verified e-mail addresses, old and new. To switch
         *     `secondFactor` on or off the caller needs `second-factors:write` as well (403 `forbidden`), and the user is told. Permissions
         *     and boundary can be no more than the caller's own (403 `grants_more`), and of a user who holds more than the caller nothing can be
         *     changed (403 `holds_more`).
         */
        patch: operations["rekeyUpdateUser"];
        trace?: never;
    };
    "/v1/locales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List locales
         * @description Lists the languages that messages are written in. A user may have any other: his messages are written in the nearest of these, so `de`
         *     for `de-AT`, else in the fallback. Any caller may read it.
         */
        get: operations["rekeyListLocales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List permissions
         * @description Lists the catalogue of permissions: all that API keys and users can hold. Any caller may read it.
         */
        get: operations["rekeyListPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Lists the API keys whose reach is within the caller's, revoked ones too; for a user who manages no others, his own. Secrets are never
         *     shown again. A key is deleted a while after it was revoked or ran out, by default 30 days.
         */
        get: operations["rekeyListApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description Creates an API key, which is an OAuth client too: its id is the client id. Key and client secret are in this answer alone. Permissions and
         *     boundary can be no more than the caller's own (403 `grants_more`).
         *
         *     `requestsPerMinute` and `requestsAtOnce` are what the key may ask of each server; more is 429. Callers of the boundary `platform` alone
         *     set them (403 `platform_only`).
         *
         *     A key with the boundary `self` belongs to a user, for his scripts: it does what its permissions name of what a user may do to himself, and
         *     nothing of what he may do to others. The user makes it himself in a session, or somebody who reaches him and holds no less than he does
         *     (403 `holds_more`). It opens no session and is no OAuth client. It is refused while the user is disabled, locked or has to change his
         *     password, and revoked when he is disabled, locked or deleted, and when a change of his password ends all sessions. It cannot make,
         *     change, rotate or revoke keys.
         */
        post: operations["rekeyCreateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API key; its OAuth client id.
                 * @example 0192f3a4-4444-7d8e-9f01-23456789abcd
                 */
                apiKeyId: components["parameters"]["rekeyApiKeyId"];
            };
            cookie?: never;
        };
        /**
         * Read an API key
         * @description Reads one API key. `lastUsedAt` is exact to an hour.
         */
        get: operations["rekeyGetApiKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Ends an API key at once and for good, with the tokens that were issued to it. It stays in the list.
         */
        delete: operations["rekeyRevokeApiKey"];
        options?: never;
        head?: never;
        /**
         * Change an API key
         * @description Changes name, permissions, expiry or budgets; the next request with the key meets the change. `requestsPerMinute` and `requestsAtOnce`
         *     are set by callers of the boundary `platform` alone (403 `platform_only`). Boundary, application and tenants of a key are for
         *     good. A key that holds more than the caller cannot be changed (403 `holds_more`).
         */
        patch: operations["rekeyUpdateApiKey"];
        trace?: never;
    };
    "/v1/api-keys/{apiKeyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API key; its OAuth client id.
                 * @example 0192f3a4-4444-7d8e-9f01-23456789abcd
                 */
                apiKeyId: components["parameters"]["rekeyApiKeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an API key
         * @description Gives an API key a new secret, in this answer alone. The former secret works for `overlapSeconds` more, the one before it no longer. Tokens
         *     that were issued for a secret end with it.
         */
        post: operations["rekeyRotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List signing keys
         * @description Lists the keys that sign access tokens and checkpoints of the audit trail, retired ones too, with their public halves: whoever keeps
         *     checkpoints elsewhere verifies those of a retired key by them. Who verifies tokens reads the JWKS, which has the keys that are not retired.
         */
        get: operations["rekeyListSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signing-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the next signing key
         * @description Makes a key that is published at once and signs after `signsAfterSeconds`: by then those who verify tokens, and keep the JWKS for a while,
         *     have it. The keys before it verify for 16 minutes more, which is longer than any access token lives, and are retired by themselves then.
         *     A key that waits already is replaced by this one. If the private half of a key was seen, rotate with 0 and retire that key.
         */
        post: operations["rekeyRotateSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signing-keys/{signingKeyId}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The signing key; the `kid` of what it signs.
                 * @example 0192f3a4-8889-7d8e-9f01-23456789abcd
                 */
                signingKeyId: components["parameters"]["rekeySigningKeyId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a signing key
         * @description Ends a key at once and for good: the tokens that it signed are refused and it is no longer published, by every server within a minute.
         *     Checkpoints that it signed stay verifiable. The key that signs cannot be retired (409 `signing_key_signs`). Of a key that is retired
         *     nothing changes.
         */
        post: operations["rekeyRetireSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application.
                 * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
                 */
                applicationId: components["parameters"]["rekeyApplicationId"];
            };
            cookie?: never;
        };
        /**
         * Read the policy of an application
         * @description Reads the rules that an application sets itself. What is not among them is inherited from the built-in defaults.
         */
        get: operations["rekeyGetApplicationPolicy"];
        /**
         * Replace the policy of an application, dropping its other rules
         * @description Replaces all rules that an application sets itself: a rule that is left out is dropped, and inherited again, and `removed` answers what
         *     was dropped. To change single rules use `PATCH`, on the command line `set-policy`. A preset brings its rules, and those in
         *     `rules` win over them; its name stays as a label. The rules act on the next call. They are refused as a whole, with every
         *     mistake named, if a value is out of bounds or if together with what is inherited they contradict each other.
         */
        put: operations["rekeySetApplicationPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change rules of the policy of an application
         * @description Changes the rules that are named and leaves the others as they are; `null`, on the command line `--unset`, has a rule inherited
         *     again. The body is merged (RFC 7396) with what is set at that moment, so two changes of different rules at once both last. A
         *     preset lays its rules over those that are set, those in `rules` win over them, and its name stays as a label. What the former preset
         *     set and nobody changed since goes, and is told in `removed`. The rules act on the next call. They are refused as a whole, with every mistake named, if a value is out of bounds or if together with what is
         *     inherited they contradict each other. `If-Match` refuses the change if somebody else was first.
         */
        patch: operations["rekeyUpdateApplicationPolicy"];
        trace?: never;
    };
    "/v1/tenants/{tenantId}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        /**
         * Read the policy of a tenant
         * @description Reads the rules that a tenant sets itself. What is not among them is inherited from its application, or else from the built-in defaults.
         */
        get: operations["rekeyGetTenantPolicy"];
        /**
         * Replace the policy of a tenant, dropping its other rules
         * @description Replaces all rules that a tenant sets itself: a rule that is left out is dropped, and inherited again, and `removed` answers what
         *     was dropped. To change single rules use `PATCH`, on the command line `set-policy`. A preset brings its rules, and those in
         *     `rules` win over them; its name stays as a label. The rules act on the next call. They are refused as a whole, with every
         *     mistake named, if a value is out of bounds or if together with what is inherited they contradict each other.
         */
        put: operations["rekeySetTenantPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change rules of the policy of a tenant
         * @description Changes the rules that are named and leaves the others as they are; `null`, on the command line `--unset`, has a rule inherited
         *     again. The body is merged (RFC 7396) with what is set at that moment, so two changes of different rules at once both last. A
         *     preset lays its rules over those that are set, those in `rules` win over them, and its name stays as a label. What the former preset
         *     set and nobody changed since goes, and is told in `removed`. The rules act on the next call. They are refused as a whole, with every mistake named, if a value is out of bounds or if together with what is
         *     inherited they contradict each other. `If-Match` refuses the change if somebody else was first.
         */
        patch: operations["rekeyUpdateTenantPolicy"];
        trace?: never;
    };
    "/v1/tenants/{tenantId}/effective-policy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        /**
         * Read what holds in a tenant
         * @description Reads every rule that holds for the users of a tenant, and the level that imposed it.
         */
        get: operations["rekeyGetEffectivePolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policy-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the presets
         * @description Lists sets of rules to begin with: the built-in defaults, and the documented defaults of the products that Rekey speaks like.
         */
        get: operations["rekeyListPolicyPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a password
         * @description Tells whether a password would be accepted, and which rules it breaks, for a user or for somebody who is to become a user of a
         *     tenant. The engine is the one of every change: what is acceptable here is accepted there, with the same violations otherwise.
         *     Nothing is changed, and the password is not kept. Earlier passwords and breaches are only asked about when the other rules pass.
         *     A caller who may not set the user's password gets 100 answers a day that compare with his earlier ones, since each is a guess.
         */
        post: operations["rekeyCheckPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        /**
         * Describe a password
         * @description Tells what may be known of a password without knowing it.
         */
        get: operations["rekeyGetPassword"];
        /**
         * Set a password
         * @description Sets the password of a user, whatever it was. Exactly one of `password`, `generate` and `hash` says what it becomes. A chosen password
         *     has to meet the policy. A generated one works once, and only to choose another. An imported hash is kept as it is and renewed at the
         *     next login.
         *
         *     Sessions, refresh tokens, tickets and pending logins of the user end with the old password; the answer counts them.
         *
         *     A lock stays, unless `unlock` is true: then the user may log in with the new password at once, as after `locked: false` of
         *     updateUser. The caller needs `users:write` as well for that (403 `forbidden`).
         */
        put: operations["rekeySetPassword"];
        post?: never;
        /**
         * Remove a password
         * @description Leaves the user without a password. Sessions, refresh tokens, tickets and pending logins end; the answer counts them.
         */
        delete: operations["rekeyRemovePassword"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a password by showing it
         * @description Changes a password by showing the current one, as a user does for himself. Wrong ones count like failed logins.
         */
        post: operations["rekeyChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        /**
         * Describe a second factor
         * @description Tells by which means a user takes the second step of a login.
         */
        get: operations["rekeyGetSecondFactor"];
        put?: never;
        post?: never;
        /**
         * Remove a second factor
         * @description Removes the authenticator app of a user and its recovery codes, for one who lost both. Who had mailed codes before has them again. The
         *     user's sessions end, and he is told. Nobody uses it on himself: `second-factor/remove` is for that.
         */
        delete: operations["rekeyRemoveSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the own second factor
         * @description Removes the authenticator app of the user who calls, and its recovery codes. He shows his current password and a fresh code. His other
         *     sessions end, and he is told.
         */
        post: operations["rekeyDropSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/totp": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enroll an authenticator app
         * @description Draws a secret for an authenticator app and answers it, once, also as an address that apps read as a QR code. The app is no factor until
         *     a first code confirms it, within an hour; enrolling again replaces one that waits. A user who enrolls his own shows his current password.
         */
        post: operations["rekeyEnrollTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an authenticator app
         * @description Makes the enrolled app the second factor of the user by a first code, and answers his recovery codes, once. Every login then asks for a
         *     code, on every surface. The user's other sessions end, and he is told.
         */
        post: operations["rekeyConfirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew recovery codes
         * @description Answers ten new recovery codes, once; all old ones end. Each stands in for the authenticator app one time. A user who renews his own
         *     shows his current password and a fresh code.
         */
        post: operations["rekeyRenewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tickets
         * @description Lists the tickets of the users that the caller reaches, over or not. No link or code is ever shown again. A ticket is deleted a while
         *     after its end, by default 30 days, and not found from then on.
         */
        get: operations["rekeyListTickets"];
        put?: never;
        /**
         * Issue a ticket
         * @description Issues the one-time right to set a password, and ends the user's older tickets of the same purpose.
         *
         *     With `deliver: send` Rekey sends link or code to the user's verified address; an invitation also goes to one that is not verified yet.
         *     With `deliver: return` nothing is sent, and the answer holds link or code, once. That needs the permission `tickets:return` besides.
         *     A link leads to Rekey's own page, or by `linkTemplate` to yours; `{{.Code}}` in it is the `ticket` of the proof.
         *     A short code belongs to a `requestCode`, which is always answered to the caller: the proof needs both.
         *
         *     A locked user gets no ticket (409), unless `unlock` is true: then he is unlocked with it, as by `locked: false` of updateUser. The
         *     caller needs `users:write` as well for that (403 `forbidden`).
         */
        post: operations["rekeyCreateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tickets/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a ticket
         * @description Tells whether a proof would be accepted, and for whom. It consumes nothing, however often it is called; a wrong short code counts as a try.
         *     No credential is needed: the proof is one.
         */
        post: operations["rekeyInspectTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tickets/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a password with a ticket
         * @description Sets the password. The ticket dies with an accepted password alone: a refused one, or a failure, leaves it as it was. All sessions and refresh
         *     tokens of the user end, and all his other tickets. No credential is needed: the proof is one.
         *
         *     Where the tenant's policy wants it, a user with an authenticator app sends `factorCode` too. Without it nothing is used up.
         */
        post: operations["rekeyRedeemTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tickets/{ticketId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket.
                 * @example 0192f3a4-3333-7d8e-9f01-23456789abcd
                 */
                ticketId: components["parameters"]["rekeyTicketId"];
            };
            cookie?: never;
        };
        /**
         * Read a ticket
         * @description Reads one ticket. Each step of its life is also an event with its id.
         */
        get: operations["rekeyGetTicket"];
        put?: never;
        post?: never;
        /**
         * Cancel a ticket
         * @description Revokes a ticket that is not over. What still waits to be sent of it is not sent.
         */
        delete: operations["rekeyCancelTicket"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reset-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a reset
         * @description Asks for a ticket in the name of somebody who proved nothing yet. The answer is the same for everybody, known or not; who may be helped
         *     gets a mail. Exactly one of `username` and `email` is given; an address must be verified, and the mail goes to that one. Asked by user
         *     name, it goes to the primary address. A tenant that mails short codes answers with a `requestCode`,
         *     whoever is asked for. Without `tenantId` the request acts in the caller's tenant, else in the one whose host was called, else in the default one.
         */
        post: operations["rekeyRequestReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sessions
         * @description Lists the live sessions of the users that the caller reaches.
         */
        get: operations["rekeyListSessions"];
        put?: never;
        /**
         * Log a user in
         * @description Logs a user in by name, or verified address, and password. A refusal is one answer for an unknown name, a wrong password, a wrong code
         *     and a user who may not log in. After the right password a second factor may be asked for: repeat the request with `code`. A password
         *     that is temporary, expired or marked for change opens no session; the problem's `ticket` then redeems the change.
         *
         *     A caller with an API key logs users of its own tenant in, or of the tenant that it names.
         */
        post: operations["rekeyCreateSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh tokens
         * @description Exchanges a refresh token for new tokens. Each works once; one that is shown again was stolen, and ends the session,
         *     unless `sessions.refreshReuseSeconds` lets the same client have the same successor again for some seconds.
         */
        post: operations["rekeyRefreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The session.
                 * @example 0192f3a4-9d01-7b2c-8e3f-456789abcdef
                 */
                sessionId: components["parameters"]["rekeySessionId"];
            };
            cookie?: never;
        };
        /**
         * Read a session
         * @description Reads one live session. Its tokens are never shown again.
         */
        get: operations["rekeyGetSession"];
        put?: never;
        post?: never;
        /**
         * Revoke a session
         * @description Ends a session and its refresh tokens at once. One that has ended stays as it is.
         */
        delete: operations["rekeyRevokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke all of a user's sessions
         * @description Ends all sessions and refresh tokens of a user at once, and counts them.
         */
        delete: operations["rekeyEndSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages
         * @description Lists what was sent, or is to be sent, to the users that the caller reaches: where it is, and never what it says. A message is deleted
         *     a while after it was sent or given up, by default 30 days, and not found from then on.
         */
        get: operations["rekeyListMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The message.
                 * @example 0192f3a4-2222-7d8e-9f01-23456789abcd
                 */
                messageId: components["parameters"]["rekeyMessageId"];
            };
            cookie?: never;
        };
        /**
         * Read the state of a message
         * @description Reads where one message is, and what the mail server or SMS gateway said last.
         */
        get: operations["rekeyGetMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{messageId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The message.
                 * @example 0192f3a4-2222-7d8e-9f01-23456789abcd
                 */
                messageId: components["parameters"]["rekeyMessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again
         * @description Sends a failed message again, word for word; its ticket is `queued` again. A message that waits is due at once. The content of a sent
         *     message is gone, and so is that of a failed one when what it carries has expired: issue a new ticket instead. The budget of messages to
         *     one user in an hour holds here too.
         */
        post: operations["rekeyResendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Lists what happened, the newest first, or the oldest first. Events of no tenant are shown to callers of the platform alone. No
         *     operation changes or deletes an event.
         */
        get: operations["rekeyListEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The event.
                 * @example 01a20053-82d9-72ea-bd02-0121f9d04d0f
                 */
                eventId: components["schemas"]["rekeyUuid"];
            };
            cookie?: never;
        };
        /**
         * Read an event
         * @description Reads one event of the audit trail, with its place in the chain and the hash that seals it.
         */
        get: operations["rekeyGetEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export events
         * @description Streams events as JSON, one a line: chain by chain, each in the order of its sequence, so that the answer can be checked without
         *     this service as docs/audit.md tells. Of a chain that has events in the given time, all between the first and the last of them are
         *     told. If the export breaks off, the connection is cut; `after` goes on behind the last event that arrived.
         */
        get: operations["rekeyExportEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the audit trail
         * @description Checks that events are what was written: each one against its hash, their order, the ends of the chains, and the signed
         *     checkpoints. A chain whose old events the operator archived is checked from the signed end of its archive on. Without `tenantId`, every chain that the caller reaches is checked. The answer names the first flaw. A long trail is
         *     checked in several requests: while there is more, the answer has `resume`.
         */
        get: operations["rekeyVerifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List checkpoints
         * @description Lists signed statements of where the chains ended, the oldest first. Kept elsewhere, they show a trail that was rewritten as a
         *     whole. The signature is verified by the keys that the service publishes for its tokens, or by those of `GET /v1/signing-keys` once they
         *     are retired.
         */
        get: operations["rekeyListCheckpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/Password/setPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check a set-password link
         * @description Answers the model of a live set link: the key, the user name, and whether the user has a second factor (which
         *     decides how long the new password must be). Both password fields are always null.
         *
         *     Checking consumes nothing, however often it happens, so mail scanners and prefetching do no harm. Keys of
         *     reset links are unknown here. The answer carries `Cache-Control: no-store`.
         */
        get: operations["boomiValidatePasswordSetLink"];
        put?: never;
        /**
         * Set the first password through a set link
         * @description Redeems a set link and stores the user's first password. Both entries must agree and meet the policy; a refusal
         *     for either reason leaves the link alive. On success the link is used up, the user's sessions and refresh tokens
         *     end, and the user is told by mail.
         *
         *     `username` and `mfaEnabled` are accepted because the model of the check is sent back as it came. They are never
         *     stored: a link cannot rename anybody or switch a second factor off. Nobody is logged in by this.
         *
         *     The answer is a bare string, as JSON.
         */
        post: operations["boomiSetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/Password/resetPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check a reset-password link
         * @description Answers the model of a live reset link: the key, the user name, and whether the user has a second factor (which
         *     decides how long the new password must be). Both password fields are always null.
         *
         *     Checking consumes nothing, however often it happens, so mail scanners and prefetching do no harm. Keys of
         *     set links are unknown here. The answer carries `Cache-Control: no-store`.
         */
        get: operations["boomiValidatePasswordResetLink"];
        put?: never;
        /**
         * Reset a forgotten password through a reset link
         * @description Redeems a reset link and replaces the user's password. Both entries must agree and meet policy and history; a
         *     refusal for any of these reasons leaves the link alive. On success the link is used up, other links of the user
         *     die, sessions and refresh tokens end, a lockout is lifted, and the user is told by mail.
         *
         *     `username` and `mfaEnabled` are accepted because the model of the check is sent back as it came. They are never
         *     stored: a reset cannot switch a second factor off. Nobody is logged in by this.
         *
         *     The answer is a bare string, as JSON.
         */
        post: operations["boomiResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ForgotUser/forgotPassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a reset link by mail
         * @description Mails a reset link to the user named by `username` or, if that is missing, by `emailAddress`. The older reset
         *     links of that user die. The mail goes to the user's verified address that was named, else to his primary one.
         *
         *     The answer is the same, in body and in time, for known, unknown, disabled, locked and directory users: it says
         *     only that the request was understood. No password changes, no session ends, and nothing is sent to an address
         *     that the user does not have. At least one of the two fields is needed.
         */
        post: operations["boomiForgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ForgotUser/forgotUsername": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the user name by mail
         * @description Mails the user name, or the names if several users share it, to the stored address that equals `emailAddress`.
         *
         *     The answer is the same, in body and in time, whether anybody has that address or not. No link is made, nothing
         *     changes, and `username` is ignored.
         */
        post: operations["boomiForgotUsername"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/Users/authenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in
         * @description Checks user name and password and answers an access token and a refresh token, with `Cache-Control: no-store`.
         *
         *     A user with a second factor who sends no `oneTimePasscode` is answered 409: a code was mailed, and the same
         *     call with that code finishes the login. A user with an authenticator app is mailed nothing: the same call with
         *     the app's code, or with a recovery code, finishes the login. The challenge is revealed only after the right password. 401 does not
         *     tell an unknown user, a wrong password, a wrong code, a disabled and a locked user apart.
         *
         *     A right password that is expired, temporary or marked for change opens no session: the 401 then has the type
         *     `urn:rekey:fault:password_change_required` and a `key` with which resetPassword sets a new password.
         *
         *     An `Authorization` header is not read, so a stale one does no harm.
         */
        post: operations["boomiAuthenticate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/Users/refreshToken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for new tokens
         * @description Answers a new access token and a new refresh token, with `Cache-Control: no-store`; the refresh token that was
         *     sent is used up. Sending a used one again ends every token of that login, because one of the two senders is
         *     not the user. Unknown, used, revoked and expired tokens are answered alike with 401.
         *
         *     An `Authorization` header is not read, so an expired access token in it does no harm.
         */
        post: operations["boomiRefreshToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/Users/resendMfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the login code again
         * @description Mails a new code for the challenge `sid`; the earlier code dies. The answer is the same whether the challenge
         *     exists or not. The code goes to the user's stored address alone: if `email` names another, no mail is sent. Codes per challenge and per account are limited, and sending again does not refund a wrong guess.
         *
         *     An `Authorization` header is not read.
         */
        post: operations["boomiResendMfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/Account/changePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's own password
         * @description Replaces the password of the user whose access token is sent, after checking the current one. Both entries of
         *     the new password must agree and meet policy and history. On success all of the user's sessions and refresh
         *     tokens end, this one too: the user logs in again, as with the vendor.
         *
         *     Only a user's own access token is accepted; an API key is answered 403, and so is a `userId` that is not the
         *     user's own. A wrong current password is a 400, not a 401, since the token itself is good.
         */
        post: operations["boomiChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/web/v1/adminapi/authenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Obtain a token for an administration application
         * @description Exchanges the id and the shared secret of an administration application for a token that lives fifteen minutes,
         *     answered with `Cache-Control: no-store`. There is no refresh token; ask again when it has expired. The token can
         *     do what the application's permissions and boundaries allow at the time of each call.
         *
         *     An unknown application, a wrong secret and a revoked application are answered alike with 401. An `Authorization`
         *     header is not read, so an expired token in it does no harm.
         */
        post: operations["entrustAuthenticateAdminApiUsingPOST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/web/v1/users/{userid}/passwords": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        /**
         * Describe a user's password
         * @description Answers whether the user has a password, when it was changed last, when it expires, when the user will next be
         *     warned, and whether a change is forced. It never answers the password: `newPassword` is always absent. A user
         *     without a password is answered 200 with `present` false.
         */
        get: operations["entrustGetUserPasswordUsingGET"];
        /**
         * Set a user password
         * @description Sets, generates or imports the password of a user. All of the user's sessions and refresh tokens and all
         *     outstanding links end. Policy and history apply to a given password; a refusal lists every broken rule.
         *
         *     - `generatePassword` makes a random password that meets the policy; `password` is then ignored.
         *     - `returnPassword` answers a generated password once in `newPassword`. It has no effect on a password that
         *       the caller sent. Every answer carries `Cache-Control: no-store`.
         *     - `emailPassword` is true unless false is sent. A generated password is mailed for one use, with a forced change;
         *       for a chosen one the mail carries a one-time link instead, unless the tenant wants the vendor's way.
         *     - `passwordFormat` BCRYPT imports a hash given in `password`, without policy. The user must be local,
         *       `currentPassword` must be null, and `generatePassword`, `emailPassword` and `returnPassword` must be false.
         *       As `emailPassword` defaults to true, it has to be sent as false. Only the modular crypt form of bcrypt with
         *       an acceptable cost is taken.
         *     - `currentPassword` is only for users of a directory. It is refused for local users. Until a directory is
         *       configured, the passwords of its users cannot be set.
         *     - `expiryTime` lies in the future, and at most 36,500 days ahead.
         *     - `clearPasswordHistory` forgets the history first, so that an old password may come back.
         */
        put: operations["entrustSetUserPasswordUsingPUT"];
        post?: never;
        /**
         * Remove a user's password
         * @description Removes the password, so that the user cannot log in with one until another is set. Sessions and refresh tokens
         *     end. The user and his password history stay. The answer is 200 with an empty body, not 204.
         */
        delete: operations["entrustDeleteUserPasswordUsingDELETE"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/web/v1/users/{userid}/password/validate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a candidate password
         * @description Tries a candidate against the rules that setting a password would apply to this user, by the same engine, and
         *     answers one flag a rule: true means that the candidate passes. A bad candidate is still answered 200. Flags of
         *     rules that the tenant does not use are true; the setter takes what has no false flag. Those that only a directory
         *     could judge are absent, and `passwordHistory` is when it was left out.
         *
         *     Nothing is stored and nothing is sent. It does not tell whether the candidate is the current password, other
         *     than through the history rule, which `ignorePasswordHistory` leaves out.
         */
        post: operations["entrustValidateUserPasswordUsingPOST"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/web/v1/users/{userid}/password/notify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Warn a user that the password expires
         * @description Mails the user when the password expires and where to change it, now, whatever the schedule says. The scheduled
         *     warning is still sent when it is due. The password, its expiry and the sessions stay as they are.
         *
         *     There is no request body. A password without an expiry is answered 400, since there is nothing to warn about.
         *     The answer is 200 with an empty body.
         */
        put: operations["entrustSendPasswordExpiryNotificationUsingPUT"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/web/v1/users/{userid}/settings/password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        /**
         * Read the password rules of a user
         * @description Answers the rules that setting a password would apply to this user, with his second factor taken into account
         *     (it shortens the minimum length). Rules that the tenant does not use are answered by the value that switches
         *     them off. Nothing about the user's own password is told.
         */
        get: operations["entrustGetUserPasswordSettingsUsingGET"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-reset/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a password reset by address
         * @description Writes a reset mail to this address, if it is a verified one of a user who can have it. The mail holds a link or an OTP, as the tenant has
         *     chosen. Without tenantId the default tenant of the application is meant.
         *
         *     The answer is the same, in content and in time, for a known, an unknown, a disabled and a locked user, and when the limit of mails
         *     for the address is reached; a requestCode made for nobody simply never works. The password stays as it is and sessions go on.
         *     A later request ends the codes of an earlier one. By default a link lives 60 minutes and an OTP 10 minutes.
         *
         *     An applicationId other than the caller's is refused with 403, whether it exists or not. Where a requestCode is sent, the
         *     answer is `Cache-Control: no-store`.
         */
        post: operations["wristbandRequestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-reset/send-password-reset-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a reset mail to a user
         * @description Writes a reset mail for the user with this id, with a link or an OTP as the tenant has chosen. The codes of earlier reset mails of
         *     the user end. The password stays as it is and sessions go on.
         *
         *     A user outside the caller's reach is answered like one that does not exist. Where a requestCode is sent, the answer is
         *     `Cache-Control: no-store`.
         */
        post: operations["wristbandSendPasswordResetEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-reset/create-password-reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a reset link and return it
         * @description Makes a reset link for the user and returns it to the caller, who delivers it; no mail is sent. Every older reset link of the user
         *     stops working. The password stays as it is and sessions go on. By default the link lives 60 minutes and works once.
         *
         *     The address in the link comes from the configuration, never from the request (no header can change it). The answer holds a live code:
         *     it is `Cache-Control: no-store`, and the act is audited. A user outside the caller's reach is answered like one that does not exist.
         */
        post: operations["wristbandCreatePasswordResetLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-reset/introspect-email-auth-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at the code of a reset mail
         * @description Says whether the code of a mailed link still works, and whose it is. Looking consumes nothing, however often it is done, and
         *     lengthens nothing.
         *
         *     A code that is unknown, used, superseded, expired or of another application is always the same 400, so nothing can be
         *     learnt from the difference. The answer is `Cache-Control: no-store`.
         */
        post: operations["wristbandIntrospectPasswordResetEmailAuthCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-reset/verify-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the OTP of a reset mail
         * @description Checks the OTP before the user is asked for a new password. A right OTP is not consumed: it is sent again, with the same requestCode,
         *     to reset-password.
         *
         *     Every wrong try is counted, here and there together: after five an OTP is dead, and a budget for the user holds across all
         *     OTPs. Failed tries never hinder a login with the right password. A requestCode that was made for nobody, an unknown one,
         *     and a used, superseded, expired or exhausted OTP are the same 400 as a wrong OTP.
         */
        post: operations["wristbandVerifyCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-reset/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the proof of a reset
         * @description Replaces the password of the user to whom the proof belongs. There are three ways, and exactly one has to be taken:
         *
         *     1. emailAuthCode, from a mail with a link;
         *     2. requestCode and verificationCode, both, from a mail with an OTP;
         *     3. passwordResetCode, from a link made by create-password-reset-link.
         *
         *     More than one way, half of the second, or none at all is a 400 and counts as no try.
         *
         *     On success, at once and together: the password is replaced, the proof and every other open reset of the user end, all
         *     sessions and refresh tokens of the user are revoked, a lockout is lifted, the "Password Updated" mail is queued unless it is suppressed
         *     (which is audited), and the act is audited. The user is not logged in by it, and MFA stays as it was.
         *
         *     A password that the policy or the history refuses is a 400 that names every broken rule; the proof can be used again.
         *     A code that is unknown, used, superseded, expired, of another application or of a user who is not active is always the same 400
         *     on its own field, and so is one that another call redeems in the same moment. Wrong OTPs are counted as in verify-code.
         *
         *     A client should read `result` all the same: the vendor's own service answers 200 with other results too.
         */
        post: operations["wristbandResetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's own password
         * @description Replaces the password of the calling user, who has to know the present one. userId has to be the caller's own: any
         *     other id, known or not, is refused with 403, and so is a caller that is no user.
         *
         *     On success, at once and together: all sessions and refresh tokens of the user are revoked, this call's own included, open resets of
         *     the user end, the "Password Updated" mail is queued, and the act is audited. A wrong present password is a 400 on currentPassword,
         *     changes nothing, and is counted like a failed login; while logins of the user are slowed down, the right one gets the same 400.
         */
        post: operations["wristbandChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{userId}/auth-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End all sessions of a user
         * @description Ends every session of the user, on every device, together with the refresh tokens that would bring them back; access tokens that
         *     come from them are refused from then on. The password stays. A user without sessions is answered alike, so repeating the
         *     call does no harm.
         *
         *     With the Self boundary another user's id is refused with 403. With any other boundary, a user outside the caller's reach is
         *     answered like one that does not exist.
         */
        delete: operations["wristbandDeleteUserAuthSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refresh-tokens/{refreshTokenId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a refresh token
         * @description Revokes the refresh token with this id, together with all that were rotated from it and the access tokens they gave. The id is not
         *     the token: holding it allows nothing. A token that is revoked already is answered alike. The password and the other refresh
         *     tokens of the user stay.
         *
         *     With the Self boundary only the caller's own tokens can be named. A token outside the caller's reach is answered like one that does
         *     not exist. The vendor prints the path without the `/api/v1` it has everywhere else; here it has it.
         */
        post: operations["wristbandRevokeRefreshToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token
         * @description The token endpoint of RFC 6749, for two grants. client_credentials gives an access token that carries the permissions of the client,
         *     and no refresh token. refresh_token exchanges a refresh token for a new pair: the old one is dead from then on, and using it again ends
         *     every token that came from it.
         *
         *     The client shows itself by HTTP Basic, or by client_id and client_secret in the form; both at once is a 400, neither or a
         *     wrong one is a 401. A bearer token is not read here. An access token lives 15 minutes at most.
         *
         *     A refresh token that is unknown, used, revoked, expired or another client's is always the same invalid_grant. Answers
         *     are `Cache-Control: no-store`.
         */
        post: operations["wristbandGetToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a token
         * @description The revocation endpoint of RFC 7009, for refresh tokens. The token, all that were rotated from it and the access tokens they gave stop
         *     working. An unknown, expired or already revoked token is answered with the same 200. Another client's token is refused with
         *     invalid_grant and goes on working; an access token is refused with unsupported_token_type, since it ends by itself within minutes.
         *
         *     The client shows itself as at the token endpoint. A bearer token is not read here.
         */
        post: operations["wristbandRevokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oauth2/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that verify access tokens
         * @description The public RSA keys with which access tokens are signed, as a key set of RFC 7517. During a change of keys it holds the old and
         *     the new one. No credential is read. The answer may be kept for five minutes (`Cache-Control: public, max-age=300`).
         */
        get: operations["wristbandGetJwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{userId}/password_reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a code to reset a password
         * @description Makes a code with which the user's password can be set through SetPassword, and delivers it one of three ways:
         *
         *     - `sendLink`: by e-mail, or by SMS when `notificationType` says so, inside a link made from `urlTemplate` or from the tenant's default.
         *     - `returnCode`: in this answer and nowhere else, for a caller who delivers it himself. The answer is `Cache-Control: no-store`.
         *     - Neither: by e-mail with the default link. An empty object is a valid request.
         *
         *     `sendLink` together with `returnCode` is refused and makes no code, although the vendor's own sample sends both.
         *     `urlTemplate` is checked against the tenant's allow-list before anything is created.
         *
         *     An earlier reset code of the user ends. The password itself, his sessions and his ability to log in are left alone.
         *     A user may call this for himself without the permission.
         */
        post: operations["zitadelPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{userId}/password": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set or change a password
         * @description Sets the user's password. Which right is used follows from the body:
         *
         *     - `verificationCode`: the code that PasswordReset made. It is used up only when the password is really set.
         *     - `currentPassword`: the user's present password.
         *     - Neither: set by an administrator, which needs `user.write` on the user.
         *
         *     Both at once is refused. The new password must meet the tenant's policy and must not repeat a former one.
         *     `changeRequired` counts only when an administrator sets the password; with a code or the current password it is taken as false.
         *
         *     In one transaction the user's sessions, refresh tokens and open codes end, failed attempts are forgotten, and the
         *     notice about the change is queued. Nobody is logged in by this call. With a code or a current password an unknown user is
         *     answered exactly like one without an open code, or like a wrong password. An administrator who names an unknown user gets
         *     400 with code 9, as the vendor answers; a user who was deleted is unknown.
         */
        post: operations["zitadelSetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a user's password
         * @description Sets the user's password, from clear text or from an imported hash. Of the vendor's update only `human.password` is served.
         *     A request with another field of it, under `human` or beside it, is refused with 501 and changes nothing, the password included.
         *     A request without `human.password` changes nothing and answers with the date of the last change.
         *
         *     The proof is chosen as in SetPassword: `verificationCode`, `currentPassword`, or neither for an administrator. The effects are
         *     the same too. A hash cannot be held against the policy, so `hashedPassword` always needs `user.write`, even for oneself;
         *     its format and its cost must be within the bounds the server accepts. It is replaced by a stronger one at the next login.
         *     A proof beside a hash is refused, since it would prove nothing.
         */
        patch: operations["zitadelUpdateUser"];
        trace?: never;
    };
    "/v2/users/{userId}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock a user
         * @description Locks the user. He cannot log in, and his sessions and refresh tokens end. His password is kept. The lock has no end of its
         *     own: UnlockUser lifts it. A lockout that failed attempts caused is another thing and ends with time or with a proven reset.
         */
        post: operations["zitadelLockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{userId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock a user
         * @description Lifts a lock, so that the user can log in again. His password is the one he had before. Sessions and refresh tokens that
         *     the lock ended do not come back.
         */
        post: operations["zitadelUnlockUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{userId}/invite_code": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a user who has no password yet
         * @description Makes a code with which a new user proves his address, and delivers it: `sendCode` mails it inside a link, `returnCode` puts
         *     it into this answer (`Cache-Control: no-store`) and nowhere else, neither of them mails it with the default link.
         *     Both at once is refused. An earlier invite code of the user ends.
         *
         *     `sendCode.urlTemplate` follows the rules of PasswordReset: allow-listed, and only the three literal placeholders are replaced.
         *     `sendCode.applicationName` stands in the mail in place of the tenant's name; host names in it are written so that no mail program makes links of them.
         *     A user who has a password already cannot be invited. The code lives 72 hours by default.
         */
        post: operations["zitadelCreateInviteCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{userId}/invite_code/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mail a new invite code
         * @description Makes a new invite code and mails it with the template and application name of the former one, which ends. It works only if the
         *     former code was mailed; a code that was returned to the caller, or none at all, leaves nothing to repeat.
         */
        post: operations["zitadelResendInviteCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/users/{userId}/invite_code/verify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an invite code
         * @description Uses up an invite code: the user's e-mail address counts as verified and he may set his first password. It sets no password itself;
         *     the caller goes on with PasswordReset and SetPassword. A code that is wrong, expired, replaced or used gives one and the same
         *     answer. Only a code that was mailed proves an address: one that was returned to the caller leaves it as it was.
         */
        post: operations["zitadelVerifyInviteCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/settings/password/complexity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a password must look like
         * @description Answers the rules for new passwords of one tenant, or of the instance. `minLength` is the length for a user whose password is his
         *     only factor. The rules that this object cannot express, such as the list of refused passwords and the history, apply all the same.
         *     Without parameters the caller's own tenant is meant.
         */
        get: operations["zitadelGetPasswordComplexitySettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/settings/password/expiry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how long a password lasts
         * @description Answers the lifetime of passwords of one tenant, or of the instance. By default passwords do not expire; then both
         *     numbers are zero and therefore absent. Without parameters the caller's own tenant is meant.
         */
        get: operations["zitadelGetPasswordExpirySettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/settings/lockout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read after how many failed attempts a user is locked out
         * @description Answers the limits for failed attempts of one tenant, or of the instance. After `maxPasswordAttempts` failures in a row further
         *     attempts wait, longer each time; nobody is locked out for good, and a proven reset ends the wait. Wrong codes end the
         *     code and never lock the user, so `maxOtpAttempts` is zero and therefore absent. Without parameters the caller's own tenant is meant.
         */
        get: operations["zitadelGetLockoutSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log a user in
         * @description Makes a session and records the checks that the request passes: a user, named by id or by login name, and his password.
         *     The token in the answer (`Cache-Control: no-store`) serves as a Bearer token of that user once his password was checked.
         *
         *     A password check answers alike for a wrong password and for a user who is unknown, disabled, locked or without a password,
         *     and it takes the same time; there is no `failedAttempts` for that reason. The vendor tells these cases apart. A check of the user
         *     alone, without a password, does say 404: whoever holds `session.write` may know. Every session is a user's: one without checks is refused.
         *
         *     A password that must be changed first gives 400 with code 9 and no session. A user with a second factor gets a session with his
         *     password recorded, but its token acts as him only once `totp` was checked too. Each code of an app is accepted once,
         *     and a few wrong ones in a row make all that follow wrong for five minutes.
         *     Without `lifetime`, and for one beyond it, the tenant's limit for sessions applies; the vendor's sessions live until deleted.
         */
        post: operations["zitadelCreateSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/sessions/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search sessions
         * @description Lists sessions that match all of `queries`, newest first unless `query.asc` is set. A caller with `session.read` sees the sessions
         *     within his boundary; a user without it sees his own. Sessions that have ended or expired are not listed, and tokens never are.
         */
        post: operations["zitadelListSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the session. Any string in bounds is accepted; one that is no session's id is answered with 404.
                 * @example 0192f3a4-9d01-7b2c-8e3f-456789abcdef
                 */
                sessionId: components["parameters"]["zitadelSessionId"];
            };
            cookie?: never;
        };
        /**
         * Read a session
         * @description Answers what a session has checked so far and when it ends, never its token. A caller needs `session.read`, or is the user of the
         *     session, or shows the session's present token in `sessionToken`. The token in the query is kept out of all logs.
         */
        get: operations["zitadelGetSession"];
        put?: never;
        post?: never;
        /**
         * End a session
         * @description Ends a session and its token for good. A caller needs `session.delete`, or is the user of the session, or shows the session's present
         *     token in `sessionToken`. As with the vendor, that token may be in a JSON body instead of the query; in both it is refused.
         *     Deleting a session that has ended already answers 200 again.
         */
        delete: operations["zitadelDeleteSession"];
        options?: never;
        head?: never;
        /**
         * Add checks to a session
         * @description Runs further checks on a session, adds metadata, or moves its end, and answers a new token (`Cache-Control: no-store`); the former
         *     token dies. The user of a session is named once and cannot be exchanged afterwards. A metadata key with an empty value is removed.
         *     A failed check changes nothing: the session and its token stay as they were, and the attempt is counted.
         *
         *     A password that must be changed first, and a user with a second factor, are treated as in CreateSession.
         *     A session that was deleted or has expired gives 400 with code 9.
         */
        patch: operations["zitadelSetSession"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description An id of 26 characters, lower-case base32.
         * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
         */
        rekeyShortId: string;
        /**
         * Format: uuid
         * @description An id.
         * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
         */
        rekeyUuid: string;
        /** @description What people call it. Control characters are refused. */
        rekeyName: string;
        /**
         * Format: int64
         * @description Grows with every change; the ETag holds it.
         */
        rekeyVersion: number;
        /** Format: date-time */
        rekeyMoment: string;
        /** @description A problem of RFC 9457. Further members may come with a code that has more to tell. */
        rekeyProblem: {
            /**
             * Format: uri-reference
             * @description The address of the page that explains the code.
             */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            detail: string;
            /** @description Stable, for programs. Expect codes that you do not know. */
            code: string;
            request_id: string;
            violations?: components["schemas"]["rekeyViolation"][];
            /** @description The permission that is missing. */
            permission?: string;
            /** @description Names the second step of a login. */
            challenge?: string;
            /** @description How the second step is taken, `mail` or `totp`. */
            method?: string;
            /** @description Redeems the change of a password that must be changed. */
            ticket?: string;
            /**
             * Format: date-time
             * @description Until when challenge or ticket can be used.
             */
            expiresAt?: string;
        };
        /** @description A broken rule. */
        rekeyViolation: {
            /** @description A JSON pointer into the body; empty for the body as a whole. */
            pointer?: string;
            /** @description The name of the parameter, if it is one. */
            parameter?: string;
            code: string;
            message: string;
            /** @description The bounds of the rule. */
            params?: {
                [key: string]: string;
            };
        };
        rekeyApplicationCreation: {
            name: components["schemas"]["rekeyName"];
        };
        rekeyApplicationChange: {
            name?: components["schemas"]["rekeyName"];
        };
        rekeyApplication: {
            id: components["schemas"]["rekeyShortId"];
            name: components["schemas"]["rekeyName"];
            version: components["schemas"]["rekeyVersion"];
            createdAt: components["schemas"]["rekeyMoment"];
            updatedAt: components["schemas"]["rekeyMoment"];
        };
        rekeyApplicationList: {
            items: components["schemas"]["rekeyApplication"][];
            nextCursor?: string;
        };
        /** @description A host name without port, compared in lower case. */
        rekeyHost: string;
        /**
         * @description A host that was asked for and leads nowhere. `verifyTenantHost` makes it active when the TXT record is published. Without a
         *     record only a key of the platform can.
         */
        rekeyPendingHost: {
            host: components["schemas"]["rekeyHost"];
            /** @description The name of the TXT record that the owner of the domain publishes. */
            recordName?: string;
            /** @description What it says. It is drawn for this tenant and host, and no secret. */
            recordValue?: string;
        };
        rekeyTenantCreation: {
            applicationId: components["schemas"]["rekeyShortId"];
            name: components["schemas"]["rekeyName"];
            /** @description Host names that are to lead to this tenant, for the surfaces that know their tenant by the host of the request. */
            hosts?: components["schemas"]["rekeyHost"][];
        };
        rekeyTenantChange: {
            name?: components["schemas"]["rekeyName"];
            /** @description Host names that are to lead to this tenant; the list replaces the former ones, active and pending. */
            hosts?: components["schemas"]["rekeyHost"][];
        };
        rekeyTenant: {
            id: components["schemas"]["rekeyShortId"];
            applicationId: components["schemas"]["rekeyShortId"];
            name: components["schemas"]["rekeyName"];
            /** @description Host names that lead to this tenant. */
            hosts: components["schemas"]["rekeyHost"][];
            /** @description Host names that do not lead to it yet. */
            pendingHosts: components["schemas"]["rekeyPendingHost"][];
            /** @description Requests that name no tenant act in this one. */
            default: boolean;
            version: components["schemas"]["rekeyVersion"];
            createdAt: components["schemas"]["rekeyMoment"];
            updatedAt: components["schemas"]["rekeyMoment"];
        };
        rekeyTenantList: {
            items: components["schemas"]["rekeyTenant"][];
            nextCursor?: string;
        };
        /** @description An e-mail address of a user. */
        rekeyUserAddress: {
            /**
             * @description The mail address: a dot-atom, `@` and a domain (RFC 5321, RFC 6531), of at most 254 bytes. It is kept as it is spelt. A domain may
             *     be written in its own letters or in A-labels, which is the same address.
             */
            address: string;
            /** @description It was proven to be the user's. Only verified addresses receive links and codes. False if absent. */
            verified?: boolean;
            /** @description The one of its kind that is used first. Without any it is the first. */
            primary?: boolean;
        };
        /** @description A telephone number of a user. */
        rekeyUserPhone: {
            /**
             * @description The number in the notation of E.164: `+`, the country's code and the number, 7 to 15 digits in all. Blanks, hyphens, parentheses,
             *     dots and slashes between the digits are dropped, so that a number has one spelling. A number without `+` is refused, also one that
             *     begins with `00`: what that means depends on where it is dialled.
             */
            address: string;
            /** @description It was proven to be the user's. Only verified numbers receive codes. False if absent. */
            verified?: boolean;
            /** @description The one that is used first. Without any it is the first. */
            primary?: boolean;
        };
        /** @description Notes of the operator's own, at most 50, together 16 KiB as JSON. A name has at most 64 characters. */
        rekeyMetadata: {
            [key: string]: string;
        };
        /** @description A permission of the catalogue; `*` is all of them. */
        rekeyPermission: string;
        /**
         * @description How far the permissions of a user reach. `self` is a user without rights over others.
         * @enum {string}
         */
        rekeyUserBoundary: "self" | "tenant" | "application" | "platform" | (string & {});
        /**
         * @description Where the password of a user lives, here or in a directory.
         * @enum {string}
         */
        rekeyUserSource: "local" | "directory" | (string & {});
        /**
         * @description The language of messages (RFC 5646), a registered one. It is kept in the spelling of that standard: `de_CH.UTF-8` of a POSIX system or
         *     a directory becomes `de-CH`. Messages are written in the nearest language of `GET /v1/locales`.
         * @example en
         */
        rekeyLocale: string;
        rekeyUserCreation: {
            tenantId: components["schemas"]["rekeyShortId"];
            /**
             * @description What the user logs in with; unique in the tenant, without regard to case and width. It holds no invisible, control, private-use or
             *     unassigned character (RFC 8264, FreeformClass); joiners where a script needs them are kept and not compared.
             */
            username: string;
            /** @description How messages address the user. */
            givenName?: string;
            locale?: components["schemas"]["rekeyLocale"];
            /** @description Where mails go. One of them is the primary one. */
            emails?: components["schemas"]["rekeyUserAddress"][];
            /** @description Where text messages go, in the notation of E.164. */
            phones?: components["schemas"]["rekeyUserPhone"][];
            /** @description Where the password lives; for good. `local` if absent. */
            source?: components["schemas"]["rekeyUserSource"];
            /** @description A code is mailed at each login. */
            secondFactor?: boolean;
            /** @description A disabled user can neither log in nor reset a password. */
            disabled?: boolean;
            metadata?: components["schemas"]["rekeyMetadata"];
            boundary?: components["schemas"]["rekeyUserBoundary"];
            /** @description What the user may do to others, within the boundary. Nobody grants more than he holds. */
            permissions?: components["schemas"]["rekeyPermission"][];
        };
        rekeyUserChange: {
            /**
             * @description What the user logs in with; unique in the tenant, without regard to case and width. It holds no invisible, control, private-use or
             *     unassigned character (RFC 8264, FreeformClass); joiners where a script needs them are kept and not compared.
             */
            username?: string;
            /** @description How messages address the user. */
            givenName?: string;
            locale?: components["schemas"]["rekeyLocale"];
            /** @description Where mails go; the list replaces the former one. */
            emails?: components["schemas"]["rekeyUserAddress"][];
            /** @description Where text messages go, in the notation of E.164; the list replaces the former one. */
            phones?: components["schemas"]["rekeyUserPhone"][];
            /** @description A code is mailed at each login. It cannot be switched off beside an authenticator app. */
            secondFactor?: boolean;
            /** @description A disabled user can neither log in nor reset a password. */
            disabled?: boolean;
            /** @description Whether an administrator keeps the user out; `false` lets him in again. */
            locked?: boolean;
            metadata?: components["schemas"]["rekeyMetadata"];
            boundary?: components["schemas"]["rekeyUserBoundary"];
            /** @description What the user may do to others, within the boundary; the list replaces the former one. */
            permissions?: components["schemas"]["rekeyPermission"][];
        };
        /** @description An e-mail address or phone that a user has. */
        rekeyKnownAddress: {
            address: string;
            verified: boolean;
            primary: boolean;
        };
        rekeyUser: {
            id: components["schemas"]["rekeyUuid"];
            /**
             * Format: int32
             * @description The user's id where ids are numbers.
             */
            number: number;
            tenantId: components["schemas"]["rekeyShortId"];
            applicationId: components["schemas"]["rekeyShortId"];
            username: string;
            givenName: string;
            locale: string;
            emails: components["schemas"]["rekeyKnownAddress"][];
            phones: components["schemas"]["rekeyKnownAddress"][];
            source: components["schemas"]["rekeyUserSource"];
            /** @description The password alone does not log the user in. */
            secondFactor: boolean;
            disabled: boolean;
            locked: boolean;
            metadata: {
                [key: string]: string;
            };
            boundary: components["schemas"]["rekeyUserBoundary"];
            permissions: components["schemas"]["rekeyPermission"][];
            version: components["schemas"]["rekeyVersion"];
            createdAt: components["schemas"]["rekeyMoment"];
            updatedAt: components["schemas"]["rekeyMoment"];
        };
        rekeyUserList: {
            items: components["schemas"]["rekeyUser"][];
            nextCursor?: string;
        };
        rekeySpokenLocale: {
            /** @description The language tag (RFC 5646). */
            locale: string;
            /** @description It is written to those whose language there are no texts in. */
            fallback: boolean;
        };
        rekeyLocaleList: {
            items: components["schemas"]["rekeySpokenLocale"][];
        };
        rekeyPermissionMeaning: {
            name: components["schemas"]["rekeyPermission"];
            /** @description One sentence. */
            meaning: string;
        };
        rekeyPermissionList: {
            items: components["schemas"]["rekeyPermissionMeaning"][];
        };
        /**
         * @description How far an API key reaches. One with `self` belongs to a user and reaches nobody else.
         * @enum {string}
         */
        rekeyKeyBoundary: "platform" | "application" | "tenant" | "tenant-inclusion-list" | "tenant-exclusion-list" | "self" | (string & {});
        rekeyApiKeyCreation: {
            name: components["schemas"]["rekeyName"];
            boundary: components["schemas"]["rekeyKeyBoundary"];
            applicationId?: components["schemas"]["rekeyShortId"];
            tenantId?: components["schemas"]["rekeyShortId"];
            /**
             * Format: uuid
             * @description Whose key it is; for the boundary `self` alone. Application and tenant are the user's then.
             */
            userId?: string;
            /** @description The tenants of an inclusion or exclusion list, which the boundary says. */
            tenantIds?: components["schemas"]["rekeyShortId"][];
            /** @description What the key may do, within its boundary. Nobody grants more than he holds. */
            permissions?: components["schemas"]["rekeyPermission"][];
            expiresAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: int32
             * @description Requests that each server takes of the key in a minute; 6,000 if absent. Only callers of the platform set it.
             */
            requestsPerMinute?: number;
            /**
             * Format: int32
             * @description Requests of the key that may be under way at each server; 64 if absent. Only callers of the platform set it.
             */
            requestsAtOnce?: number;
        };
        rekeyApiKeyChange: {
            name?: components["schemas"]["rekeyName"];
            /** @description What the key may do; the list replaces the former one. */
            permissions?: components["schemas"]["rekeyPermission"][];
            /**
             * Format: date-time
             * @description Null is never.
             */
            expiresAt?: string | null;
            /**
             * Format: int32
             * @description Requests that each server takes of the key in a minute; null is 6,000. Only callers of the platform set it.
             */
            requestsPerMinute?: number | null;
            /**
             * Format: int32
             * @description Requests of the key that may be under way at each server; null is 64. Only callers of the platform set it.
             */
            requestsAtOnce?: number | null;
        };
        rekeyApiKeyRotation: {
            /**
             * Format: int32
             * @description How long the former secret still works. 0 if absent.
             */
            overlapSeconds?: number;
        };
        rekeyApiKey: {
            id: components["schemas"]["rekeyUuid"];
            /** @description What the key begins with, for finding it again in a configuration. */
            prefix: string;
            name: string;
            boundary: components["schemas"]["rekeyKeyBoundary"];
            applicationId?: components["schemas"]["rekeyShortId"];
            tenantId?: components["schemas"]["rekeyShortId"];
            userId?: components["schemas"]["rekeyUuid"];
            tenantIds: components["schemas"]["rekeyShortId"][];
            permissions: components["schemas"]["rekeyPermission"][];
            /**
             * Format: int32
             * @description Requests that each server takes of the key in a minute.
             */
            requestsPerMinute: number;
            /**
             * Format: int32
             * @description Requests of the key that may be under way at each server.
             */
            requestsAtOnce: number;
            expiresAt?: components["schemas"]["rekeyMoment"];
            revokedAt?: components["schemas"]["rekeyMoment"];
            lastUsedAt?: components["schemas"]["rekeyMoment"];
            rotatedAt?: components["schemas"]["rekeyMoment"];
            formerSecretUntil?: components["schemas"]["rekeyMoment"];
            version: components["schemas"]["rekeyVersion"];
            createdAt: components["schemas"]["rekeyMoment"];
            updatedAt: components["schemas"]["rekeyMoment"];
        };
        /** @description An API key with its secret, which is shown in this answer alone. */
        rekeyCreatedApiKey: {
            apiKey: components["schemas"]["rekeyApiKey"];
            /**
             * Format: password
             * @description The bearer credential.
             */
            key: string;
            /**
             * Format: password
             * @description The secret of the OAuth client; the client id is the key's id.
             */
            clientSecret: string;
        };
        rekeyApiKeyList: {
            items: components["schemas"]["rekeyApiKey"][];
            nextCursor?: string;
        };
        rekeySigningKeyRotation: {
            /**
             * Format: int32
             * @description How long the key is published before it signs. 600 if absent; with 0, who keeps the JWKS may refuse tokens until it is read again.
             */
            signsAfterSeconds?: number;
        };
        /**
         * @description `next` is published and does not sign yet, `current` signs, `former` verifies what it signed, tokens of a `retired` one are refused.
         * @enum {string}
         */
        rekeySigningKeyState: "next" | "current" | "former" | "retired" | (string & {});
        rekeySigningKey: {
            id: components["schemas"]["rekeyUuid"];
            state: components["schemas"]["rekeySigningKeyState"];
            createdAt: components["schemas"]["rekeyMoment"];
            signsFrom: components["schemas"]["rekeyMoment"];
            /**
             * Format: date-time
             * @description From then on tokens of the key are refused; it may lie ahead.
             */
            retiredAt?: string;
            jwk?: components["schemas"]["rekeySigningJwk"];
        };
        /** @description The public half of a signing key (RFC 7517). It is absent if the secret file cannot open the key. */
        rekeySigningJwk: {
            kty: string;
            use: string;
            alg: string;
            kid: string;
            n: string;
            e: string;
        };
        rekeySigningKeyList: {
            items: components["schemas"]["rekeySigningKey"][];
            nextCursor?: string;
        };
        /**
         * @description Rules to begin with, those of SP 800-63B (`nist`) or what a product says its default is. Rules given besides win.
         * @enum {string}
         */
        rekeyPresetName: "nist" | "boomi" | "entrust" | "wristband" | "zitadel" | (string & {});
        /** @description Rules by what they are about. What is left out is inherited. */
        rekeyPolicyRules: {
            password?: components["schemas"]["rekeyPasswordRules"];
            tickets?: components["schemas"]["rekeyTicketRules"];
            sessions?: components["schemas"]["rekeySessionRules"];
            /** @description How a mailbox proves that it is the user's, by opening a link or by a short code (`otp`). */
            resetBy?: components["schemas"]["rekeyTicketMedium"];
            /** @description Whoever has a second factor needs it for a reset as well. */
            resetNeedsFactor?: boolean;
            /** @description A password that an administrator chose is mailed in clear, in place of a one-time link. */
            mailChosenPassword?: boolean;
            /** @description What links that a caller asks for may begin with, as scheme, host and perhaps a path. At most 50, of at most 200 bytes. */
            linkTemplates?: string[];
        };
        /** @description What a new password must meet. Lengths count code points; 0 switches a rule off. */
        rekeyPasswordRules: {
            /**
             * Format: int32
             * @description Least length where the password is the only factor, 1 to 255.
             */
            minLength?: number;
            /**
             * Format: int32
             * @description Least length beside a second factor, 0 to 255; 0 for the same.
             */
            minLengthMfa?: number;
            /**
             * Format: int32
             * @description Greatest length, 1 to 1,024.
             */
            maxLength?: number;
            /**
             * Format: int32
             * @description Lower-case letters required, at most 255.
             */
            minLower?: number;
            /**
             * Format: int32
             * @description Upper-case letters required, at most 255.
             */
            minUpper?: number;
            /**
             * Format: int32
             * @description Digits required, at most 255.
             */
            minDigit?: number;
            /**
             * Format: int32
             * @description Characters required that are neither letters nor digits, at most 255.
             */
            minSymbol?: number;
            /**
             * Format: int32
             * @description Longest run of one character, at most 255; 2 takes aa and refuses aaa.
             */
            maxRepeated?: number;
            /**
             * Format: int32
             * @description Least strength, 0 to 4, by estimated guesses.
             */
            minStrength?: number;
            /** @description Refuse passwords in common use and the patterns they follow. */
            blocklist?: boolean;
            /** @description Refuse those on the operator's own list (REKEY_BLOCKLIST_FILE). */
            wordlist?: boolean;
            breachLookup?: components["schemas"]["rekeyBreachLookup"];
            /** @description Refuse passwords made of the names of service, tenant or user. */
            contextWords?: boolean;
            /** @description Further context words, at most 200 of 3 to 64 characters. */
            extraWords?: string[];
            /**
             * Format: int32
             * @description How many of the last passwords are refused, the current one included, at most 255.
             */
            history?: number;
            /**
             * Format: int32
             * @description Refuse those that were in use within so many days as well, at most 36,500. Of one user at most 255 are kept.
             */
            historyDays?: number;
            /**
             * Format: int32
             * @description Days from its last change until a password expires, at most 36,500; 0 for never. Passwords that there are follow it, unless a date was chosen for them.
             */
            lifetimeDays?: number;
            /**
             * Format: int32
             * @description Hours before which users may not change a password again.
             */
            minLifetimeHours?: number;
            /** @description Days before expiry at which the user is told, at most 10. */
            warnDays?: number[];
        };
        /** @description How long tickets live, and how often they may be tried. */
        rekeyTicketRules: {
            /**
             * Format: int32
             * @description Life of a short code, 1 to 15.
             */
            otpMinutes?: number;
            /**
             * Format: int32
             * @description Life of a reset link or a returned code, 1 to 1,440.
             */
            linkMinutes?: number;
            /**
             * Format: int32
             * @description Life of the link of a new account, 1 to 168.
             */
            setHours?: number;
            /**
             * Format: int32
             * @description Life of an invitation, 1 to 168.
             */
            inviteHours?: number;
            /**
             * Format: int32
             * @description Digits of a short code, 6 to 10.
             */
            otpLength?: number;
            /**
             * Format: int32
             * @description Wrong tries that end a short code, 1 to 10.
             */
            otpTries?: number;
            /**
             * Format: int32
             * @description Wrong mailed codes of a user, or wrong codes of his app, in a row, 1 to 100.
             */
            accountTries?: number;
            /**
             * Format: int32
             * @description Messages to a user an hour, 1 to 20.
             */
            mailsPerHour?: number;
            /**
             * Format: int32
             * @description Life of a generated password, 1 to 168.
             */
            tempPassHours?: number;
        };
        /** @description How long sessions live, and what failed logins cost. */
        rekeySessionRules: {
            /**
             * Format: int32
             * @description Life of an access token, 1 to 15.
             */
            accessMinutes?: number;
            /**
             * Format: int32
             * @description Life of a refresh token, 1 to 30.
             */
            refreshDays?: number;
            /**
             * Format: int32
             * @description Life of a session, 1 to 720.
             */
            sessionHours?: number;
            /**
             * Format: int32
             * @description A session that is not used for so long is over, 0 (never) to 43200; more than accessMinutes, since a refresh is a use.
             */
            idleMinutes?: number;
            /**
             * Format: int32
             * @description So long after its use a refresh token is answered with the same successor again, 0 to 60: only to the same client, and until the successor is used. 0 is the default: a used token that is shown again ends its session.
             */
            refreshReuseSeconds?: number;
            /**
             * Format: int32
             * @description Failed logins before one waits, 1 to 100.
             */
            loginFailures?: number;
            /**
             * Format: int32
             * @description The first wait, 1 to 3,600; it doubles each time.
             */
            backoffSeconds?: number;
            /**
             * Format: int32
             * @description The longest wait, up to 86,400.
             */
            backoffMaxSeconds?: number;
            /** @description What whoever changes a password may choose to end with it. `all` is the default and always among them. */
            revocation?: components["schemas"]["rekeyRevocation"][];
        };
        /**
         * @description Ask the configured service whether a password is known from a breach; five of forty digits of its SHA-1 leave the server. If the
         *     service does not answer, `fail_open` takes the password and notes it in the audit trail, and `fail_closed` answers 503.
         * @enum {string}
         */
        rekeyBreachLookup: "off" | "fail_open" | "fail_closed" | (string & {});
        rekeyPolicyChange: {
            preset?: components["schemas"]["rekeyPresetName"];
            rules?: components["schemas"]["rekeyPolicyRules"];
        };
        rekeyPolicy: {
            preset?: components["schemas"]["rekeyPresetName"];
            rules: components["schemas"]["rekeyPolicyRules"];
            version: components["schemas"]["rekeyVersion"];
        };
        /** @description A merge patch (RFC 7396) of a policy. What it leaves out stays. */
        rekeyPolicyPatch: {
            preset?: components["schemas"]["rekeyPresetName"];
            rules?: components["schemas"]["rekeyPolicyRulesPatch"];
        };
        /** @description Changes of rules. What is left out stays, and `null` has a rule inherited again. */
        rekeyPolicyRulesPatch: {
            password?: components["schemas"]["rekeyPasswordRulesPatch"];
            tickets?: components["schemas"]["rekeyTicketRulesPatch"];
            sessions?: components["schemas"]["rekeySessionRulesPatch"];
            /**
             * @description How a mailbox proves that it is the user's, by opening a link (`link`) or by a short code (`otp`).
             * @example link
             */
            resetBy?: string | null;
            /** @description Whoever has a second factor needs it for a reset as well. */
            resetNeedsFactor?: boolean | null;
            /** @description A password that an administrator chose is mailed in clear, in place of a one-time link. */
            mailChosenPassword?: boolean | null;
            /** @description What links that a caller asks for may begin with, as scheme, host and perhaps a path. At most 50, of at most 200 bytes. */
            linkTemplates?: string[] | null;
        };
        /** @description Changes of what a password must meet. `null` has a rule inherited again. */
        rekeyPasswordRulesPatch: {
            /**
             * Format: int32
             * @description Least length where the password is the only factor, 1 to 255.
             */
            minLength?: number | null;
            /**
             * Format: int32
             * @description Least length beside a second factor, 0 to 255; 0 for the same.
             */
            minLengthMfa?: number | null;
            /**
             * Format: int32
             * @description Greatest length, 1 to 1,024.
             */
            maxLength?: number | null;
            /**
             * Format: int32
             * @description Lower-case letters required, at most 255.
             */
            minLower?: number | null;
            /**
             * Format: int32
             * @description Upper-case letters required, at most 255.
             */
            minUpper?: number | null;
            /**
             * Format: int32
             * @description Digits required, at most 255.
             */
            minDigit?: number | null;
            /**
             * Format: int32
             * @description Characters required that are neither letters nor digits, at most 255.
             */
            minSymbol?: number | null;
            /**
             * Format: int32
             * @description Longest run of one character, at most 255; 2 takes aa and refuses aaa.
             */
            maxRepeated?: number | null;
            /**
             * Format: int32
             * @description Least strength, 0 to 4, by estimated guesses.
             */
            minStrength?: number | null;
            /** @description Refuse passwords in common use and the patterns they follow. */
            blocklist?: boolean | null;
            /** @description Refuse those on the operator's own list (REKEY_BLOCKLIST_FILE). */
            wordlist?: boolean | null;
            /**
             * @description Ask whether a password is known from a breach, `off`, `fail_open` or `fail_closed`.
             * @example fail_open
             */
            breachLookup?: string | null;
            /** @description Refuse passwords made of the names of service, tenant or user. */
            contextWords?: boolean | null;
            /** @description Further context words, at most 200 of 3 to 64 characters. */
            extraWords?: string[] | null;
            /**
             * Format: int32
             * @description How many of the last passwords are refused, the current one included, at most 255.
             */
            history?: number | null;
            /**
             * Format: int32
             * @description Refuse those that were in use within so many days as well, at most 36,500. Of one user at most 255 are kept.
             */
            historyDays?: number | null;
            /**
             * Format: int32
             * @description Days from its last change until a password expires, at most 36,500; 0 for never. Passwords that there are follow it, unless a date was chosen for them.
             */
            lifetimeDays?: number | null;
            /**
             * Format: int32
             * @description Hours before which users may not change a password again.
             */
            minLifetimeHours?: number | null;
            /** @description Days before expiry at which the user is told, at most 10. */
            warnDays?: number[] | null;
        };
        /** @description Changes of how long tickets live. `null` has a rule inherited again. */
        rekeyTicketRulesPatch: {
            /**
             * Format: int32
             * @description Life of a short code, 1 to 15.
             */
            otpMinutes?: number | null;
            /**
             * Format: int32
             * @description Life of a reset link or a returned code, 1 to 1,440.
             */
            linkMinutes?: number | null;
            /**
             * Format: int32
             * @description Life of the link of a new account, 1 to 168.
             */
            setHours?: number | null;
            /**
             * Format: int32
             * @description Life of an invitation, 1 to 168.
             */
            inviteHours?: number | null;
            /**
             * Format: int32
             * @description Digits of a short code, 6 to 10.
             */
            otpLength?: number | null;
            /**
             * Format: int32
             * @description Wrong tries that end a short code, 1 to 10.
             */
            otpTries?: number | null;
            /**
             * Format: int32
             * @description Wrong mailed codes of a user, or wrong codes of his app, in a row, 1 to 100.
             */
            accountTries?: number | null;
            /**
             * Format: int32
             * @description Messages to a user an hour, 1 to 20.
             */
            mailsPerHour?: number | null;
            /**
             * Format: int32
             * @description Life of a generated password, 1 to 168.
             */
            tempPassHours?: number | null;
        };
        /** @description Changes of how long sessions live. `null` has a rule inherited again. */
        rekeySessionRulesPatch: {
            /**
             * Format: int32
             * @description Life of an access token, 1 to 15.
             */
            accessMinutes?: number | null;
            /**
             * Format: int32
             * @description Life of a refresh token, 1 to 30.
             */
            refreshDays?: number | null;
            /**
             * Format: int32
             * @description Life of a session, 1 to 720.
             */
            sessionHours?: number | null;
            /**
             * Format: int32
             * @description A session that is not used for so long is over, 0 (never) to 43200; more than accessMinutes, since a refresh is a use.
             */
            idleMinutes?: number | null;
            /**
             * Format: int32
             * @description So long after its use a refresh token is answered with the same successor again, 0 to 60: only to the same client, and until the successor is used. 0 is the default: a used token that is shown again ends its session.
             */
            refreshReuseSeconds?: number | null;
            /**
             * Format: int32
             * @description Failed logins before one waits, 1 to 100.
             */
            loginFailures?: number | null;
            /**
             * Format: int32
             * @description The first wait, 1 to 3,600; it doubles each time.
             */
            backoffSeconds?: number | null;
            /**
             * Format: int32
             * @description The longest wait, up to 86,400.
             */
            backoffMaxSeconds?: number | null;
            /** @description What whoever changes a password may choose to end with it. `all` is the default and always among them. */
            revocation?: components["schemas"]["rekeyRevocation"][] | null;
        };
        rekeyChangedPolicy: {
            preset?: components["schemas"]["rekeyPresetName"];
            rules: components["schemas"]["rekeyPolicyRules"];
            version: components["schemas"]["rekeyVersion"];
            /** @description What the level set before and sets no longer, with its former values. It is inherited again. */
            removed: components["schemas"]["rekeyPolicyRules"];
            /** @description With `dryRun` alone. Nothing was changed, and `version` is the one that there is. */
            preview?: components["schemas"]["rekeyPolicyPreview"];
        };
        /**
         * @description What would hold: in a tenant, or in the tenants of an application as far as they set nothing else. Passwords are counted of users
         *     who are neither disabled nor locked, and are kept here; for an application, in the tenants that inherit `password.lifetimeDays`.
         */
        rekeyPolicyPreview: {
            rules: components["schemas"]["rekeyPolicyRules"];
            /** @description The level that would impose each rule, by names such as `password.minLength`. */
            levels: {
                [key: string]: components["schemas"]["rekeyPolicyLevel"];
            };
            /**
             * Format: int64
             * @description Of those that open a session now, how many would at once be older than `password.lifetimeDays`. Their users would have to change them at the next login.
             */
            passwordsThatWouldExpire: number;
            /**
             * Format: int64
             * @description Of those that have expired now, how many would open a session again.
             */
            passwordsThatWouldWorkAgain: number;
            /**
             * Format: int64
             * @description How many could only be used to change them, expired, generated or marked with `mustChange`, those above included. No other rule acts on passwords that are set already.
             */
            passwordsToChange: number;
        };
        rekeyEffectivePolicy: {
            tenantId: components["schemas"]["rekeyShortId"];
            rules: components["schemas"]["rekeyPolicyRules"];
            /** @description The level that imposed each rule, by names such as `password.minLength`. */
            levels: {
                [key: string]: components["schemas"]["rekeyPolicyLevel"];
            };
        };
        /** @enum {string} */
        rekeyPolicyLevel: "default" | "application" | "tenant" | (string & {});
        rekeyPolicyPreset: {
            name: components["schemas"]["rekeyPresetName"];
            title: string;
            description: string;
            sources: string[];
            rules: components["schemas"]["rekeyPolicyRules"];
        };
        rekeyPolicyPresetList: {
            items: components["schemas"]["rekeyPolicyPreset"][];
        };
        /** @description Exactly one of `userId` and `tenantId` says for whom. The names are for who is no user yet. */
        rekeyPasswordCheck: {
            userId?: components["schemas"]["rekeyUuid"];
            tenantId?: components["schemas"]["rekeyShortId"];
            /** @description The name of a user who does not exist yet; the password must not be made of it. */
            username?: string;
            /** @description The given name of a user who does not exist yet; the password must not be made of it. */
            givenName?: string;
            /** @description The address of a user who does not exist yet; the password must not be made of it. */
            email?: string;
            /** @description He will have a second factor. */
            mfa?: boolean;
            /**
             * Format: password
             * @description The password to check. It is neither stored nor logged.
             */
            password: string;
        };
        rekeyPasswordVerdict: {
            acceptable: boolean;
            /**
             * Format: int32
             * @description 0, guessed at once, to 4.
             */
            strength: number;
            violations: components["schemas"]["rekeyBrokenRule"][];
        };
        rekeyBrokenRule: {
            /** @description As in the problem `password_policy`. */
            code: string;
            message: string;
            /** @description The bounds of the rule. */
            params?: {
                [key: string]: string;
            };
            /** @description The rule of the policy, such as `password.minLength`. */
            rule: string;
            level: components["schemas"]["rekeyPolicyLevel"];
        };
        /**
         * @description What ends with the old password: `all` sessions and refresh tokens, those of the `others` but the session that changes it, or
         *     `none`. Absent, all. The tenant's policy says which of them may be chosen.
         * @enum {string}
         */
        rekeyRevocation: "all" | "others" | "none" | (string & {});
        rekeyPasswordState: {
            present: boolean;
            /** @description It may only be used to change it. */
            mustChange: boolean;
            changedAt?: components["schemas"]["rekeyMoment"];
            expiresAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: date-time
             * @description When the user will be told of the coming expiry.
             */
            warnAt?: string;
        };
        /** @description Exactly one of `password`, `generate` and `hash`. */
        rekeyPasswordAssignment: {
            /**
             * Format: password
             * @description The new password, which must meet the policy.
             */
            password?: string;
            /** @description Draw one. It works once, and only to choose another. */
            generate?: boolean;
            /**
             * Format: password
             * @description A PHC or crypt string of argon2id, bcrypt, scrypt, PBKDF2 or SHA-crypt.
             */
            hash?: string;
            /** @description Answer the generated password, once. */
            returnPassword?: boolean;
            /** @description Mail the generated password to the user; or, if it was chosen, a link by which he chooses another, unless the policy lets it be mailed. */
            mailPassword?: boolean;
            /** @description It may only be used to change it. Absent, this is so for a generated one. */
            mustChange?: boolean;
            /**
             * Format: date-time
             * @description Absent, the policy's lifetime holds.
             */
            expiresAt?: string;
            /** @description Forget the earlier passwords. */
            clearHistory?: boolean;
            /** @description Unlock the user, and forgive wrong tries; false if absent. */
            unlock?: boolean;
            revoke?: components["schemas"]["rekeyRevocation"];
        };
        rekeyPasswordChange: {
            /**
             * Format: password
             * @description The password that the user has now.
             */
            currentPassword: string;
            /**
             * Format: password
             * @description The new password, which must meet the policy.
             */
            newPassword: string;
            revoke?: components["schemas"]["rekeyRevocation"];
        };
        rekeyPasswordChanged: {
            userId: components["schemas"]["rekeyUuid"];
            /** Format: int32 */
            endedSessions: number;
            /** Format: int32 */
            revokedRefreshTokens: number;
        };
        rekeyPasswordSet: {
            userId: components["schemas"]["rekeyUuid"];
            /** @description The generated password, for the only time, if it was to be returned. */
            password?: string;
            /** Format: int32 */
            endedSessions: number;
            /** Format: int32 */
            revokedRefreshTokens: number;
            state: components["schemas"]["rekeyPasswordState"];
        };
        /**
         * @description How the second step is taken, by a mailed code or an authenticator app (or one of its recovery codes).
         * @enum {string}
         */
        rekeySecondFactorMethod: "none" | "mail" | "totp" | (string & {});
        rekeySecondFactor: {
            method: components["schemas"]["rekeySecondFactorMethod"];
            confirmedAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: date-time
             * @description Until when an enrolled app waits for its first code.
             */
            pendingUntil?: string;
            /** Format: int32 */
            recoveryCodesLeft: number;
        };
        rekeyProof: {
            /**
             * Format: password
             * @description Of the user who acts on himself; others need none.
             */
            currentPassword?: string;
        };
        rekeyFreshness: {
            /**
             * Format: password
             * @description Of the user who acts on himself; others need none.
             */
            currentPassword?: string;
            /**
             * Format: password
             * @description A code of the authenticator app, or a recovery code.
             */
            code?: string;
        };
        rekeyTotpEnrollment: {
            /** @description In base 32, to be typed. */
            secret: string;
            /** @description The same as an otpauth address, for a QR code. */
            uri: string;
            expiresAt: components["schemas"]["rekeyMoment"];
        };
        rekeyTotpCode: {
            /**
             * Format: password
             * @description What the app shows.
             */
            code: string;
        };
        rekeyRecoveryCodes: {
            /** @description To be kept on paper; each works once. */
            recoveryCodes: string[];
        };
        /**
         * @description How far the ticket is. `consumed`, `superseded` (another took its place), `revoked` and `expired` are ends.
         * @enum {string}
         */
        rekeyTicketState: "issued" | "queued" | "delivered" | "failed" | "opened" | "verified" | "consumed" | "superseded" | "revoked" | "expired" | (string & {});
        /**
         * @description Why a ticket was revoked; `exhausted` means too many wrong codes.
         * @enum {string}
         */
        rekeyTicketEnd: "revoked" | "exhausted" | (string & {});
        /**
         * @description `set`: the first password; `reset`: a forgotten one; `invite`: a new user who has not proven his address yet.
         * @enum {string}
         */
        rekeyTicketPurpose: "set" | "reset" | "invite" | (string & {});
        /**
         * @description A link with a long secret, or a short code to be typed.
         * @enum {string}
         */
        rekeyTicketMedium: "link" | "otp" | (string & {});
        /**
         * @description Rekey sends it to the user, or hands it to the caller.
         * @enum {string}
         */
        rekeyTicketDelivery: "send" | "return" | (string & {});
        /** @enum {string} */
        rekeyChannel: "email" | "sms" | (string & {});
        /**
         * Format: password
         * @description The secret of a link, a code, or the request code that goes with a code.
         */
        rekeyProofText: string;
        rekeyTicketCreation: {
            userId: components["schemas"]["rekeyUuid"];
            /** @description `reset` if absent. `set` is for a first password, `invite` for a user who has not proven his address yet. */
            purpose?: components["schemas"]["rekeyTicketPurpose"];
            medium: components["schemas"]["rekeyTicketMedium"];
            /** @description `send` if absent: Rekey sends it to the user. `return` hands it to the caller. */
            deliver?: components["schemas"]["rekeyTicketDelivery"];
            /** @description How it is sent; `email` if absent. Only with `deliver` send. */
            channel?: components["schemas"]["rekeyChannel"];
            /** @description Where the link leads, with the placeholders {{.UserID}}, {{.Code}} and {{.OrgID}}. It must begin with an entry of the tenant's allow-list. Only with `medium` link. */
            linkTemplate?: string;
            /**
             * Format: int32
             * @description How long it can be redeemed; the tenant's rule if absent. At most 15 minutes for a short code, 24 hours for a reset link, 7 days otherwise.
             */
            lifetimeSeconds?: number;
            /** @description Unlock the user, and forgive wrong tries; false if absent. */
            unlock?: boolean;
        };
        rekeyTicket: {
            id: components["schemas"]["rekeyUuid"];
            applicationId: components["schemas"]["rekeyShortId"];
            tenantId: components["schemas"]["rekeyShortId"];
            userId: components["schemas"]["rekeyUuid"];
            purpose: components["schemas"]["rekeyTicketPurpose"];
            medium: components["schemas"]["rekeyTicketMedium"];
            deliver: components["schemas"]["rekeyTicketDelivery"];
            state: components["schemas"]["rekeyTicketState"];
            endedBecause?: components["schemas"]["rekeyTicketEnd"];
            /**
             * Format: int32
             * @description How many wrong codes were tried.
             */
            failedTries: number;
            createdAt: components["schemas"]["rekeyMoment"];
            expiresAt: components["schemas"]["rekeyMoment"];
            queuedAt?: components["schemas"]["rekeyMoment"];
            deliveredAt?: components["schemas"]["rekeyMoment"];
            failedAt?: components["schemas"]["rekeyMoment"];
            openedAt?: components["schemas"]["rekeyMoment"];
            verifiedAt?: components["schemas"]["rekeyMoment"];
            consumedAt?: components["schemas"]["rekeyMoment"];
            endedAt?: components["schemas"]["rekeyMoment"];
        };
        rekeyTicketList: {
            items: components["schemas"]["rekeyTicket"][];
            nextCursor?: string;
        };
        rekeyIssuedTicket: {
            id: components["schemas"]["rekeyUuid"];
            applicationId: components["schemas"]["rekeyShortId"];
            tenantId: components["schemas"]["rekeyShortId"];
            userId: components["schemas"]["rekeyUuid"];
            purpose: components["schemas"]["rekeyTicketPurpose"];
            medium: components["schemas"]["rekeyTicketMedium"];
            deliver: components["schemas"]["rekeyTicketDelivery"];
            state: components["schemas"]["rekeyTicketState"];
            createdAt: components["schemas"]["rekeyMoment"];
            expiresAt: components["schemas"]["rekeyMoment"];
            queuedAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: password
             * @description Of a returned link, to be opened by the user.
             */
            link?: string;
            proof?: components["schemas"]["rekeyIssuedProof"];
        };
        /** @description What redeems the ticket, as `inspect` and `redeem` take it; of a short code that was sent, the caller's half. */
        rekeyIssuedProof: {
            ticket?: components["schemas"]["rekeyProofText"];
            requestCode?: components["schemas"]["rekeyProofText"];
            code?: components["schemas"]["rekeyProofText"];
        };
        /** @description Either `ticket`, or `requestCode` and `code`. */
        rekeyTicketProof: {
            ticket?: components["schemas"]["rekeyProofText"];
            requestCode?: components["schemas"]["rekeyProofText"];
            code?: components["schemas"]["rekeyProofText"];
        };
        rekeyInspectedTicket: {
            userId: components["schemas"]["rekeyUuid"];
            tenantId: components["schemas"]["rekeyShortId"];
            username: string;
            purpose: components["schemas"]["rekeyTicketPurpose"];
            /**
             * Format: int32
             * @description The least that the password's length may be.
             */
            minPasswordLength: number;
            /** @description The tenant wants the user's second factor as well. */
            secondFactorRequired: boolean;
            expiresAt: components["schemas"]["rekeyMoment"];
        };
        /** @description Either `ticket`, or `requestCode` and `code`; and the new password. */
        rekeyTicketRedemption: {
            ticket?: components["schemas"]["rekeyProofText"];
            requestCode?: components["schemas"]["rekeyProofText"];
            code?: components["schemas"]["rekeyProofText"];
            /**
             * Format: password
             * @description The new password, which must meet the policy.
             */
            newPassword: string;
            /**
             * Format: password
             * @description A code of the user's authenticator app, or a recovery code, where `secondFactorRequired` says so.
             */
            factorCode?: string;
            revoke?: components["schemas"]["rekeyRevocation"];
        };
        rekeyRedeemedTicket: {
            userId: components["schemas"]["rekeyUuid"];
            /** Format: int32 */
            endedSessions: number;
            /** Format: int32 */
            revokedRefreshTokens: number;
        };
        /** @description Exactly one of `username` and `email`. */
        rekeyResetRequestCreation: {
            /** @description Whose password is forgotten. Give this or `email`. */
            username?: string;
            /** @description The address of whom the password is forgotten. Give this or `username`. */
            email?: string;
            tenantId?: components["schemas"]["rekeyShortId"];
        };
        rekeyResetRequest: {
            /**
             * Format: password
             * @description The caller's half of the proof; the other half is mailed, if anything is.
             */
            requestCode?: string;
        };
        rekeyLogin: {
            tenantId?: components["schemas"]["rekeyShortId"];
            /** @description The user name or a verified address, in any spelling. */
            username: string;
            /**
             * Format: password
             * @description The user's password.
             */
            password: string;
            /**
             * Format: password
             * @description Of the second step, mailed, of an authenticator app, or a recovery code.
             */
            code?: string;
        };
        rekeyRefresh: {
            /**
             * Format: password
             * @description The refresh token of the last login or refresh. It works once.
             */
            refreshToken: string;
        };
        rekeyLoggedIn: {
            /** @description A JWT (RFC 9068), for the user's own calls. */
            accessToken: string;
            tokenType: components["schemas"]["rekeyTokenType"];
            accessTokenExpiresAt: components["schemas"]["rekeyMoment"];
            refreshToken: string;
            /**
             * Format: uuid
             * @description Names the refresh token to who wants to revoke it without having it. It is no secret.
             */
            refreshTokenId: string;
            session: components["schemas"]["rekeySession"];
        };
        rekeySession: {
            id: components["schemas"]["rekeyUuid"];
            applicationId: components["schemas"]["rekeyShortId"];
            tenantId: components["schemas"]["rekeyShortId"];
            userId: components["schemas"]["rekeyUuid"];
            /**
             * Format: date-time
             * @description When the password was proven in it.
             */
            passwordAt?: string;
            /**
             * Format: date-time
             * @description When the second factor was proven in it.
             */
            secondFactorAt?: string;
            createdAt: components["schemas"]["rekeyMoment"];
            updatedAt: components["schemas"]["rekeyMoment"];
            expiresAt: components["schemas"]["rekeyMoment"];
        };
        rekeySessionList: {
            items: components["schemas"]["rekeySession"][];
            nextCursor?: string;
        };
        /**
         * @description How an access token is sent (RFC 6750).
         * @enum {string}
         */
        rekeyTokenType: "Bearer" | (string & {});
        /**
         * @description `sent` means that the mail server or SMS gateway took it; `failed`, that it was given up.
         * @enum {string}
         */
        rekeyMessageState: "queued" | "sent" | "failed" | (string & {});
        rekeyMessage: {
            id: components["schemas"]["rekeyUuid"];
            applicationId: components["schemas"]["rekeyShortId"];
            tenantId: components["schemas"]["rekeyShortId"];
            userId: components["schemas"]["rekeyUuid"];
            ticketId?: components["schemas"]["rekeyUuid"];
            channel: components["schemas"]["rekeyChannel"];
            /** @description What kind of message it is. */
            template: string;
            state: components["schemas"]["rekeyMessageState"];
            /**
             * Format: int32
             * @description How often it was tried since it was queued last.
             */
            attempts: number;
            /** @description What the mail server or SMS gateway said last, without what repeats the message or its recipient. */
            lastAnswer?: string;
            nextAttemptAt?: components["schemas"]["rekeyMoment"];
            createdAt: components["schemas"]["rekeyMoment"];
            sentAt?: components["schemas"]["rekeyMoment"];
            failedAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: date-time
             * @description Until when a failed message can be sent again.
             */
            resendableUntil?: string;
        };
        rekeyMessageList: {
            items: components["schemas"]["rekeyMessage"][];
            nextCursor?: string;
        };
        /** @description A SHA-256, in hexadecimal. */
        rekeyHash: string;
        /**
         * Format: int64
         * @description The place within the chain, from 1, without gaps.
         */
        rekeySequence: number;
        /** @description Something that happened. What does not apply is empty. The events of a tenant form a chain, and those of no tenant form another. */
        rekeyEvent: {
            id: string;
            at: components["schemas"]["rekeyMoment"];
            /** @description Whose subject it is about. */
            applicationId: string;
            /** @description The chain that it belongs to. */
            tenantId: string;
            /** @description To whom it was done. */
            userId: string;
            /** @description Who did it: `api_key`, `user`, `anonymous` or `system`. */
            actorKind: string;
            /** @description The API key, the user, or the part of the service. */
            actorId: string;
            /** @description What was done. */
            action: string;
            /** @description `done`, or why not. */
            outcome: string;
            /** @description By which API. */
            surface: string;
            /** @description The X-Request-Id of the request. */
            requestId: string;
            /** @description The client's address; of IPv6 the network. */
            source: string;
            /** @description The ticket that it is about. */
            ticketId: string;
            /** @description More about it, for people. */
            detail: string;
            sequence: components["schemas"]["rekeySequence"];
            previousHash: components["schemas"]["rekeyHash"];
            hash: components["schemas"]["rekeyHash"];
        };
        rekeyEventList: {
            items: components["schemas"]["rekeyEvent"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        rekeySortOrder: "asc" | "desc" | (string & {});
        /** @description The first place at which a chain is not what was written. */
        rekeyAuditFlaw: {
            /** @description The chain; empty is the platform's. */
            tenantId: string;
            sequence: components["schemas"]["rekeySequence"];
            /** @description Absent if the event is missing. */
            eventId?: string;
            why: components["schemas"]["rekeyAuditFlawKind"];
        };
        /**
         * @description `changed`: the event is not what its hash says. `missing`: there is no such event. `out_of_order`: it does not follow the one
         *     before it. `head_mismatch`: the chain's end is another one. `checkpoint_mismatch`: a signed checkpoint says otherwise.
         *     `checkpoint_signature`: the checkpoint itself was changed.
         * @enum {string}
         */
        rekeyAuditFlawKind: "changed" | "missing" | "out_of_order" | "head_mismatch" | "checkpoint_mismatch" | "checkpoint_signature" | (string & {});
        rekeyAuditVerdict: {
            /** @description Nothing was found wrong so far. */
            intact: boolean;
            /**
             * Format: int64
             * @description Events that this request checked.
             */
            checked: number;
            /**
             * Format: int64
             * @description Chains that it checked to their ends.
             */
            chains: number;
            firstBad?: components["schemas"]["rekeyAuditFlaw"];
            /** @description There is more to check; send this to go on. */
            resume?: string;
        };
        rekeyCheckpoint: {
            id: string;
            /** @description The chain; empty is the platform's. */
            tenantId: string;
            sequence: components["schemas"]["rekeySequence"];
            head: components["schemas"]["rekeyHash"];
            createdAt: components["schemas"]["rekeyMoment"];
            /**
             * @description A compact JWS (RFC 7515), RS256, of type `rekey-checkpoint+jwt`. Its payload says `iss`, `iat`, `tenantId`, `sequence` and `head`.
             *     Of type `rekey-archive+jwt` it is the signature of an archive, behind which the chain's events in the database begin.
             */
            jws: string;
        };
        rekeyCheckpointList: {
            items: components["schemas"]["rekeyCheckpoint"][];
            nextCursor?: string;
        };
        /** @description The current password and the new one, entered twice. All three are needed although the vendor marks them optional. */
        boomiChangePassword: {
            /**
             * Format: int32
             * @description The number of the user whose token is sent, or 0, or left out. It does not choose another user: any other
             *     number is answered 403.
             */
            userId?: number;
            /** Format: password */
            currentPassword?: string | null;
            /** Format: password */
            newPassword?: string | null;
            /**
             * Format: password
             * @description Must equal `newPassword`.
             */
            confirmPassword?: string | null;
        };
        /** @description What the user may be shown after the change. */
        boomiChangePasswordAnswer: {
            message?: string | null;
        };
        /** @description Who forgot what. One model serves both operations. */
        boomiForgotModel: {
            /** @description Names the user whose password is forgotten. */
            username?: string | null;
            /** @description Names the user whose user name is forgotten. */
            emailAddress?: string | null;
        };
        /** @description User name and password, and the mailed code on the second call. Mind the capital N, which is the vendor's. */
        boomiLoginModel: {
            userName: string;
            /** Format: password */
            password: string;
            /**
             * Format: password
             * @description The mailed code, or one of an authenticator app, or a recovery code. Leave it out to be sent one.
             */
            oneTimePasscode?: string | null;
        };
        /** @description A second factor is needed. A code was mailed, or the authenticator app has one; log in again with it. */
        boomiMfaChallenge: {
            /** @description The id of the challenge, needed only to have the code sent again. */
            sid: string;
            /** @description What the user may be shown. It does not tell the address. */
            message: string;
            /**
             * Format: date-time
             * @description When the challenge ends.
             */
            expiresAt?: string;
        };
        /**
         * @description The answer of a link check and the body of a redemption; one model for both, as with the vendor. No field is
         *     required by the schema: a redemption without a key is answered like one with an unknown key.
         */
        boomiPasswordModel: {
            /**
             * Format: uuid
             * @description The key of the link. A malformed key is answered exactly like an unknown one.
             */
            key?: string;
            /** @description Whether the user has a second factor. Read only in effect; what a client sends is ignored. */
            mfaEnabled?: boolean;
            /** @description The user's name. Read only in effect; what a client sends is ignored. */
            username?: string | null;
            /**
             * Format: password
             * @description The new password. Always null in answers.
             */
            password?: string | null;
            /**
             * Format: password
             * @description The new password again; must equal `password`. Always null in answers.
             */
            confirmPassword?: string | null;
        };
        /** @description One sentence that the user may be shown. A bare string, not an object. */
        boomiPasswordResult: string;
        /** @description Why a request was refused. It never repeats a value of the request. */
        boomiProblemDetails: {
            /** @description `about:blank`, or `urn:rekey:fault:<code>` where a client may want to tell one refusal from another. */
            type: string;
            /** @description The name of the status. */
            title: string;
            /** Format: int32 */
            status: number;
            /** @description One sentence for people. */
            detail?: string;
            /** @description The id under which the log knows this request. */
            traceId?: string;
            /**
             * Format: uuid
             * @description The key of a reset link, for a user who proved a password that may only be used to change it. It redeems one
             *     call of resetPassword.
             */
            key?: string;
            /** @description Sentences by the JSON pointer of the field that they are about. */
            errors?: {
                [key: string]: string[];
            };
            /** @description The broken rules of the password policy, for programs. */
            violations?: components["schemas"]["boomiRuleViolation"][];
        };
        /** @description The refresh token to be exchanged. It is needed although the vendor marks it optional. */
        boomiRefreshTokenModel: {
            /** Format: password */
            refreshToken?: string | null;
        };
        /** @description Which challenge needs a new code. */
        boomiResendMfa: {
            /** @description The id of the challenge, from the 409 of a login. */
            sid: string;
            /** @description The user's own address. If it is another one, no mail is sent and the answer is the same. */
            email?: string | null;
        };
        /** @description One broken rule. */
        boomiRuleViolation: {
            /** @description JSON pointer of the field. */
            pointer?: string;
            /** @description The stable name of the rule. */
            code: string;
            /** @description The bounds of the rule, such as `min`. */
            parameters?: {
                [key: string]: string;
            };
        };
        /** @description The tokens of a login. The access token lives ten minutes. */
        boomiTokenPair: {
            accessToken?: string | null;
            refreshToken?: string | null;
        };
        /** @description The credentials of an administration application. */
        entrustAdminApiAuthentication: {
            /**
             * Format: uuid
             * @description The id of the administration application, as a UUID.
             */
            applicationId: string;
            /** Format: password */
            sharedSecret: string;
            /**
             * @description Asks for a session by cookie. Not served, and refused if it is true; no cookie is ever set.
             * @default false
             */
            enableWebSession?: boolean | null;
        };
        /** @description The token and its lifetime. */
        entrustAdminApiAuthenticationResult: {
            /** @description Goes into the `Authorization` header of the other operations. */
            authToken: string;
            /** Format: date-time */
            creationTime: string;
            /**
             * Format: date-time
             * @description Fifteen minutes after `creationTime`.
             */
            expirationTime: string;
        };
        /**
         * @description Whether a kind of character has to, may or must not occur.
         * @enum {string}
         */
        entrustCharacterRule: "REQUIRED" | "ALLOWED" | "NOT_ALLOWED" | (string & {});
        /**
         * @description The kind of directory of a directory user; absent for local users.
         * @enum {string}
         */
        entrustDirectoryType: "ON_PREM" | "AZURE" | "AD_CONNECTOR" | (string & {});
        /**
         * @description What `password` holds.
         * @default CLEARTEXT
         * @enum {string}
         */
        entrustPasswordFormat: "CLEARTEXT" | "BCRYPT" | (string & {});
        /** @description Why a request was refused. It never repeats a value of the request. */
        entrustErrorInfo: {
            /** @description Stable, lower snake case. The values are Rekey's own. */
            errorCode: string;
            /** @description One sentence for people. */
            errorMessage: string;
            /** @description The offending fields or broken rules, if there are any. */
            parameters?: components["schemas"]["entrustErrorParameter"][];
        };
        /** @description One offending field or one broken rule of the policy. */
        entrustErrorParameter: {
            /** @description JSON pointer into the body, or `path:` and the name of a path parameter. */
            pointer?: string;
            /** @description The stable name of the rule. */
            code: string;
            /** @description One sentence for people. */
            message?: string;
            /** @description The bounds of the rule, such as `min`. */
            parameters?: {
                [key: string]: string;
            };
        };
        /** @description What is known about a user's password. Fields that do not apply are absent. */
        entrustUserPassword: {
            /**
             * Format: date-time
             * @description When the next warning about the expiry is due.
             */
            expiryNotificationDate?: string;
            /**
             * Format: date-time
             * @description When the password expires. Absent if it does not.
             */
            expiryTime?: string;
            /** @description Whether the user must change the password when he next logs in with it. */
            forceUpdate?: boolean;
            /** Format: date-time */
            lastChangedTime?: string;
            /** @description The generated password, only in the answer to the call that generated it and asked for it. */
            newPassword?: string;
            /** @description Whether the user has a password. */
            present?: boolean;
        };
        /** @description The new password, or how to make one, and what to do around it. Every field is optional. */
        entrustUserPasswordParms: {
            /** @description Forget the password history before the new password is set. Absent means no. */
            clearPasswordHistory?: boolean;
            /**
             * Format: password
             * @description The present password of a directory user. Refused for everybody else; must be null with BCRYPT.
             */
            currentPassword?: string | null;
            /**
             * @description Tell the user by mail. See the operation for what the mail carries.
             * @default true
             */
            emailPassword?: boolean;
            /**
             * Format: date-time
             * @description When the password expires, as RFC 3339, in the future. Absent means after the tenant's lifetime, if it has
             *     one. An offset without a colon (`+0000`) is refused.
             */
            expiryTime?: string;
            /** @description Force a change when the user next logs in with this password. */
            forceUpdate?: boolean;
            /**
             * @description Make a random password that meets the policy.
             * @default false
             */
            generatePassword?: boolean;
            /**
             * Format: password
             * @description The new password, or its hash when `passwordFormat` is BCRYPT. Ignored when one is generated.
             */
            password?: string;
            passwordFormat?: components["schemas"]["entrustPasswordFormat"];
            /**
             * @description Answer the generated password. Without effect on a password that the caller sent.
             * @default false
             */
            returnPassword?: boolean;
        };
        /** @description The rules for a user's password. */
        entrustUserPasswordSettings: {
            /** @description Whether the complexity rule of Active Directory applies. */
            adComplexity?: boolean;
            includeLowercase?: components["schemas"]["entrustCharacterRule"];
            includeNonalphanumeric?: components["schemas"]["entrustCharacterRule"];
            includeNumber?: components["schemas"]["entrustCharacterRule"];
            includeUppercase?: components["schemas"]["entrustCharacterRule"];
            /**
             * Format: int32
             * @description Days until a password expires; 0 is never.
             */
            lifetimeDays?: number;
            /** Format: int32 */
            maximumLength?: number;
            /**
             * Format: int32
             * @description How often a character may be repeated; 0 is no limit.
             */
            maximumRepeated?: number;
            /** Format: int32 */
            minimumLength?: number;
            /**
             * Format: int32
             * @description Days before a password may be changed again; 0 is no wait.
             */
            minimumLifetime?: number;
            /**
             * Format: int32
             * @description The least strength; 0 switches the rule off, 1 is weak, 3 good, 4 strong.
             */
            minimumStrength?: number;
            /** Format: int32 */
            numberOfLowercaseRequired?: number;
            /** Format: int32 */
            numberOfNonalphanumericRequired?: number;
            /** Format: int32 */
            numberOfNumericRequired?: number;
            /** Format: int32 */
            numberOfUppercaseRequired?: number;
            /**
             * Format: int32
             * @description How many earlier passwords may not come back; 0 is off.
             */
            passwordHistorySize?: number;
        };
        /** @description How hard the candidate is to guess. The vendor's fields are not published. */
        entrustUserPasswordStrength: {
            /**
             * Format: int32
             * @description On the scale of `minimumStrength`.
             */
            score?: number;
        };
        /** @description The candidate. */
        entrustUserPasswordValidateParms: {
            /** Format: password */
            password: string;
            /** @description Leave the history rule out. Absent means no. */
            ignorePasswordHistory?: boolean;
        };
        /** @description One flag a rule. True means that the candidate passes, for `blacklisted` and `passwordHistory` too. */
        entrustUserPasswordValidationResponse: {
            /** @description Absent for local users. */
            adComplexity?: boolean;
            /** @description True if the candidate is not made of an address of the user. */
            alias?: boolean;
            /** @description True if there are enough characters that are neither letters nor digits. */
            alphaNumeric?: boolean;
            /**
             * @description True if the candidate is not on the list of known passwords, and not made of a name of the service or the
             *     tenant or of a word that the tenant forbids.
             */
            blacklisted?: boolean;
            directoryType?: components["schemas"]["entrustDirectoryType"];
            /** @description True if the candidate is not made of the user's name. */
            fullName?: boolean;
            length?: boolean;
            lowerCase?: boolean;
            /** @description Names of the rules that only the directory itself can decide. */
            nondeterministicValidations?: string[];
            numeric?: boolean;
            /** @description True if the candidate is not in the history. */
            passwordHistory?: boolean;
            repeatedCharacters?: boolean;
            strength?: boolean;
            upperCase?: boolean;
            /** @description True if the candidate is not made of the login name. */
            userID?: boolean;
            userPasswordStrength?: components["schemas"]["entrustUserPasswordStrength"];
        };
        /** @description A change of one's own password. */
        wristbandChangePasswordInput: {
            /** @description The caller's own user id. */
            userId: string;
            /**
             * Format: password
             * @description The present password.
             */
            currentPassword: string;
            /**
             * Format: password
             * @description The new password. The policy of the tenant applies on top of these bounds.
             */
            newPassword: string;
        };
        /**
         * @description What the broken rule asks for, by name. Numbers are strings too.
         * @example {
         *       "maxLength": "200"
         *     }
         */
        wristbandConstraintAttributes: {
            [key: string]: string;
        };
        /** @description The code to look at. */
        wristbandEmailAuthCodeInput: {
            /**
             * Format: password
             * @description The code out of a mailed reset link.
             */
            emailAuthCode: string;
        };
        /** @description Whose reset a live code belongs to. */
        wristbandEmailAuthCodeIntrospection: {
            /** @description The user whose password can be reset. */
            userId: string;
            /** @description The tenant of the user. */
            tenantId: string;
            /** @description The application of the tenant. */
            applicationId: string;
            /** @description The address that the mail went to. */
            email: string;
            /**
             * Format: date-time
             * @description When the code stops working.
             */
            expiresAt: string;
        };
        /** @description One public RSA key. */
        wristbandJsonWebKey: {
            /** @description The kind of key; RSA, the only one that the vendor's clients accept. */
            kty: string;
            /** @description What the key is for; sig. */
            use: string;
            /** @description The signature algorithm; RS256, the only one that the vendor's clients accept. */
            alg: string;
            /** @description The name of the key, as found in the header of a token. */
            kid: string;
            /** @description The modulus, base64url. */
            n: string;
            /** @description The exponent, base64url. */
            e: string;
        };
        /** @description The public keys. */
        wristbandJsonWebKeySet: {
            /** @description One key, or two while they are being changed. */
            keys: components["schemas"]["wristbandJsonWebKey"][];
        };
        /** @description An error of the OAuth endpoints. */
        wristbandOAuthError: {
            /**
             * @description invalid_request, invalid_client, invalid_grant, unauthorized_client, unsupported_grant_type, invalid_scope; of RFC 7009
             *     unsupported_token_type; and server_error, temporarily_unavailable, not_found and method_not_allowed for what RFC 6749
             *     leaves open. An open list.
             */
            error: string;
            /** @description A sentence for the developer. Never repeats what was sent. */
            error_description?: string;
        };
        /** @description The user who is to get a reset mail. */
        wristbandPasswordResetEmailInput: {
            /** @description The user. An id that is malformed is simply not found. */
            userId: string;
        };
        /** @description A reset link for the caller to deliver. */
        wristbandPasswordResetLink: {
            /**
             * Format: uri
             * @description The link. Opening it consumes nothing.
             */
            passwordResetLink: string;
            /** @description The code inside the link, for a caller with pages of its own. */
            passwordResetCode: string;
            /**
             * Format: date-time
             * @description When link and code stop working.
             */
            expiresAt: string;
        };
        /** @description The user who is to get a reset link. */
        wristbandPasswordResetLinkInput: {
            /** @description The user. An id that is malformed is simply not found. */
            userId: string;
        };
        /** @description A request for a reset by address. The vendor publishes the three bounds, not the names. */
        wristbandPasswordResetRequestInput: {
            /** @description The caller's own application. */
            applicationId: string;
            /** @description The address of the user. Compared without regard to case. */
            email: string;
            /** @description The tenant of the user. Left out, the default tenant of the application. */
            tenantId?: string;
        };
        /** @description What to go on with after a request. */
        wristbandPasswordResetRequestResult: {
            /**
             * @description Null when the tenant mails links. When it mails OTPs, always a value, whoever was asked for; it identifies the request,
             *     and is sent along with the OTP.
             */
            requestCode: string | null;
        };
        /**
         * @description A new password and the proof in one of three ways; the fields of the other two have to be null or left out. The vendor
         *     document prints the first four names in its prose, and neither of the last two.
         */
        wristbandResetPasswordInput: {
            /**
             * Format: password
             * @description The code out of a mailed reset link. Alone.
             */
            emailAuthCode?: string | null;
            /**
             * Format: password
             * @description The code of a link made by create-password-reset-link. Alone.
             */
            passwordResetCode?: string | null;
            /**
             * Format: password
             * @description The code that came with the answer to the request for an OTP. Together with verificationCode.
             */
            requestCode?: string | null;
            /**
             * Format: password
             * @description The OTP out of the mail. Together with requestCode.
             */
            verificationCode?: string | null;
            /**
             * Format: password
             * @description The new password. The policy of the tenant applies on top of these bounds.
             */
            newPassword: string;
            /**
             * @description If true, the "Password Updated" mail is not sent.
             * @default false
             */
            suppressPasswordUpdatedEmail?: boolean;
        };
        /** @description The outcome of a reset. */
        wristbandResetPasswordOutcome: {
            /**
             * @description An open list; treat a value you do not know as a failure. The vendor says that there is a list and does not print it.
             *
             *     - PASSWORD_RESET_SUCCESSFUL: the password has been replaced. The only value that is ever sent.
             *     - PASSWORD_RESET_REQUEST_INVALID, PASSWORD_RESET_REQUEST_EXPIRED, USER_INACTIVE: reserved. A code that does not work is a
             *       400, whatever the reason, so that nothing can be learnt from the difference.
             */
            result: string;
            /**
             * Format: uri
             * @description Where to go for an immediate login. Always null.
             */
            redirectUrl?: string | null;
            /** @description What to show there. Always null, since a reset logs nobody in. */
            authSessionCode?: string | null;
        };
        /** @description The form of the token endpoint. */
        wristbandTokenInput: {
            /** @description client_credentials or refresh_token. Anything else is a 400 unsupported_grant_type. */
            grant_type: string;
            /**
             * Format: password
             * @description The refresh token. Needed by the refresh_token grant, ignored by the other.
             */
            refresh_token?: string;
            /** @description Accepted and ignored. What a token may do follows from the client's permissions. */
            scope?: string;
            /** @description The client id, when the client does not use HTTP Basic. */
            client_id?: string;
            /**
             * Format: password
             * @description The client secret, when the client does not use HTTP Basic.
             */
            client_secret?: string;
        };
        /** @description An access token. The vendor's clients insist on a string access_token and a number expires_in. */
        wristbandTokenResult: {
            /** @description The access token, a JWT. */
            access_token: string;
            /** @description Bearer. */
            token_type: string;
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            expires_in: number;
            /** @description The next refresh token. Only with the refresh_token grant. */
            refresh_token?: string;
            /** @description The permissions that the token carries, separated by spaces. */
            scope?: string;
        };
        /** @description The form of the revocation endpoint. */
        wristbandTokenRevocationInput: {
            /**
             * Format: password
             * @description The token to revoke.
             */
            token: string;
            /** @description refresh_token. Another value is ignored, as RFC 7009 allows. */
            token_type_hint?: string;
            /** @description The client id, when the client does not use HTTP Basic. */
            client_id?: string;
            /**
             * Format: password
             * @description The client secret, when the client does not use HTTP Basic.
             */
            client_secret?: string;
        };
        /** @description The OTP to check. */
        wristbandVerificationCodeInput: {
            /**
             * Format: password
             * @description The code that came with the answer to the request.
             */
            requestCode: string;
            /**
             * Format: password
             * @description The OTP out of the mail.
             */
            verificationCode: string;
        };
        /** @description The outcome of a check that went well. */
        wristbandVerifyCodeOutcome: {
            /** @description CODE_VERIFIED. An open list; a wrong OTP is a 400, not a result. */
            result: string;
            /**
             * Format: date-time
             * @description When the OTP stops working.
             */
            expiresAt: string;
        };
        /** @description One broken rule. */
        wristbandViolation: {
            /**
             * @description Seen at the vendor: too_long, invalid_email, password_breached, invalid_email_auth_code, invalid_verification_code.
             *     Proposals: not_blank (missing, null or empty), too_short, invalid_type, invalid_format, duplicate_field, must_be_null,
             *     one_required, invalid_password_reset_code, invalid_current_password, and password_policy_violation, whose attribute
             *     `rule` says which rule. An open list.
             */
            code: string;
            constraintAttributes?: components["schemas"]["wristbandConstraintAttributes"];
        };
        /** @description The broken rules by field. The key is the name of the body field, path part or query parameter. */
        wristbandViolations: {
            [key: string]: components["schemas"]["wristbandViolation"][];
        };
        /**
         * @description The shape of the error. Only a constraint_violations_error has violations.
         * @enum {string}
         */
        wristbandErrorType: "base_error" | "constraint_violations_error" | (string & {});
        /** @description An error of every operation outside oauth2. */
        wristbandError: {
            type: components["schemas"]["wristbandErrorType"];
            /**
             * @description A stable word for programs. Seen at the vendor: invalid_request, user_not_found, message_body_constraint_violations.
             *     Proposals: path_constraint_violations, unauthorized, forbidden, not_found, method_not_allowed, tenant_not_found,
             *     refresh_token_not_found, user_inactive, invitation_open, no_verified_email, directory_user, too_many_requests,
             *     payload_too_large, unsupported_media_type, internal_error, service_unavailable. An open list.
             */
            code: string;
            /** @description A sentence for the developer. Never repeats what was sent. */
            message: string;
            /** @description A name for this one error, to be found again in the server's log. */
            ticket: string;
            violations?: components["schemas"]["wristbandViolations"];
        };
        zitadelCheckPassword: {
            /**
             * Format: password
             * @description The user's password, compared after Unicode normalisation.
             */
            password: string;
        };
        zitadelCheckTOTP: {
            /**
             * Format: password
             * @description The code that the user's authenticator app shows, each accepted once. The vendor's are six digits; here a
             *     recovery code does as well.
             */
            code: string;
        };
        /** @description Names the user, by exactly one of the two fields. */
        zitadelCheckUser: {
            userId?: string | null;
            /** @description Compared without regard to case. An e-mail address is found only if it is the login name. */
            loginName?: string | null;
        };
        /** @description What to check. A password check needs a user, checked in the same request or earlier in the session. */
        zitadelChecks: {
            user?: components["schemas"]["zitadelCheckUser"];
            password?: components["schemas"]["zitadelCheckPassword"];
            totp?: components["schemas"]["zitadelCheckTOTP"];
            /** @description A passkey or security key. Not served: a request with it is refused. */
            webAuthN?: Record<string, unknown> | null;
            /** @description An identity provider's answer. Not served: a request with it is refused. */
            idpIntent?: Record<string, unknown> | null;
            /** @description A one-time password sent by SMS. Not served: a request with it is refused. */
            otpSms?: Record<string, unknown> | null;
            /** @description A one-time password sent by e-mail. Not served: a request with it is refused. */
            otpEmail?: Record<string, unknown> | null;
            /** @description A recovery code. Not served: a request with it is refused. `totp` takes recovery codes. */
            recoveryCode?: Record<string, unknown> | null;
        };
        /** @description At most one of the two fields. With neither, the code is mailed with the default link. */
        zitadelCreateInviteCodeInput: {
            sendCode?: components["schemas"]["zitadelSendInviteCode"];
            returnCode?: components["schemas"]["zitadelReturnInviteCode"];
        };
        zitadelCreateInviteCodeOutput: {
            details: components["schemas"]["zitadelDetails"];
            /** @description The code, only if `returnCode` was asked for. */
            inviteCode?: string;
        };
        zitadelCreateSessionInput: {
            checks?: components["schemas"]["zitadelChecks"];
            metadata?: components["schemas"]["zitadelMetadata"];
            lifetime?: components["schemas"]["zitadelDuration"];
            challenges?: components["schemas"]["zitadelRequestChallenges"];
            /** @description What the caller knows of the user's browser. Not served: a request with it is refused. `metadata` keeps notes of every kind. */
            userAgent?: Record<string, unknown> | null;
        };
        zitadelCreateSessionOutput: {
            details: components["schemas"]["zitadelDetails"];
            sessionId: string;
            /** @description Shown once; only its digest is kept. */
            sessionToken: string;
        };
        zitadelDeleteSessionOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        /** @description Where and when an object changed. Fields that hold their zero value are left out. */
        zitadelDetails: {
            /** @description A number that grows with every change of this object. */
            sequence?: string;
            /** Format: date-time */
            changeDate?: string;
            /** @description Id of the tenant the object belongs to. */
            resourceOwner?: string;
            /** Format: date-time */
            creationDate?: string;
        };
        /**
         * @description Seconds, followed by the letter s. More than zero.
         * @example 18000s
         */
        zitadelDuration: string;
        /** @description What the session has checked. A factor that is absent was not checked. */
        zitadelFactors: {
            user?: components["schemas"]["zitadelUserFactor"];
            password?: components["schemas"]["zitadelPasswordFactor"];
            totp?: components["schemas"]["zitadelTOTPFactor"];
        };
        zitadelGetLockoutSettingsOutput: {
            details: components["schemas"]["zitadelDetails"];
            settings: components["schemas"]["zitadelLockoutSettings"];
        };
        zitadelGetPasswordComplexitySettingsOutput: {
            details: components["schemas"]["zitadelDetails"];
            settings: components["schemas"]["zitadelPasswordComplexitySettings"];
        };
        zitadelGetPasswordExpirySettingsOutput: {
            details: components["schemas"]["zitadelDetails"];
            settings: components["schemas"]["zitadelPasswordExpirySettings"];
        };
        zitadelGetSessionOutput: {
            session: components["schemas"]["zitadelSession"];
        };
        zitadelHashedPassword: {
            /**
             * Format: password
             * @description A password hash in modular crypt or PHC form, such as bcrypt's.
             */
            hash: string;
            /** @description The user must change the password at his next login. */
            changeRequired?: boolean;
        } | null;
        /** @description Sessions with one of these ids. */
        zitadelIDsQuery: {
            ids: string[];
        } | null;
        zitadelListDetails: {
            /** @description How many objects match, on this page and on all others. */
            totalResult?: string;
            /**
             * Format: date-time
             * @description When the search was made.
             */
            timestamp?: string;
        };
        zitadelListQuery: {
            /** @description How many matches to leave out at the start. */
            offset?: string;
            /**
             * Format: int32
             * @description How many to list. Without it, or with 0, 100 are listed.
             */
            limit?: number;
            /** @description Oldest first. */
            asc?: boolean;
        };
        zitadelListSessionsInput: {
            query?: components["schemas"]["zitadelListQuery"];
            queries?: components["schemas"]["zitadelSearchQuery"][];
            /**
             * @description What to sort by, other than as it is. Not served: a request with it is refused.
             * @default SESSION_FIELD_NAME_UNSPECIFIED
             */
            sortingColumn?: string | null;
        };
        zitadelListSessionsOutput: {
            details: components["schemas"]["zitadelListDetails"];
            sessions?: components["schemas"]["zitadelSession"][];
        };
        /** @description Has no fields. */
        zitadelLockUserInput: Record<string, unknown>;
        zitadelLockUserOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        zitadelLockoutSettings: {
            /** @description Failed password checks in a row after which further ones wait. */
            maxPasswordAttempts?: string;
            /** @description Failed one-time passwords after which a user is locked out. Always zero here. */
            maxOtpAttempts?: string;
            resourceOwnerType?: components["schemas"]["zitadelResourceOwnerType"];
        };
        /** @description Notes of the caller on a session, base64 with padding. Rekey does not read them. */
        zitadelMetadata: {
            [key: string]: string;
        };
        zitadelOptionalPassword: {
            /**
             * Format: password
             * @description The new password. The policy decides how long it must be.
             */
            password: string;
            /** @description The user must change the password at his next login. */
            changeRequired?: boolean;
        } | null;
        zitadelPassword: {
            /**
             * Format: password
             * @description The new password. The policy decides how long it must be.
             */
            password: string;
            /** @description The user must change the password at his next login. */
            changeRequired?: boolean;
        };
        zitadelPasswordComplexitySettings: {
            /** @description Least length of a password, in code points. The vendor counts bytes. */
            minLength?: string;
            requiresUppercase?: boolean;
            requiresLowercase?: boolean;
            requiresNumber?: boolean;
            requiresSymbol?: boolean;
            resourceOwnerType?: components["schemas"]["zitadelResourceOwnerType"];
        };
        zitadelPasswordExpirySettings: {
            /** @description Days after which a password must be changed. */
            maxAgeDays?: string;
            /** @description Days before the expiry at which the user is warned. */
            expireWarnDays?: string;
            resourceOwnerType?: components["schemas"]["zitadelResourceOwnerType"];
        };
        zitadelPasswordFactor: {
            /** Format: date-time */
            verifiedAt?: string;
        };
        zitadelTOTPFactor: {
            /** Format: date-time */
            verifiedAt?: string;
        };
        /** @description At most one of the two fields. With neither, the code is mailed with the default link. */
        zitadelPasswordResetInput: {
            sendLink?: components["schemas"]["zitadelSendPasswordResetLink"];
            returnCode?: components["schemas"]["zitadelReturnPasswordResetCode"];
        };
        zitadelPasswordResetOutput: {
            details: components["schemas"]["zitadelDetails"];
            /** @description The code, only if `returnCode` was asked for. */
            verificationCode?: string;
        };
        /** @description Challenges to be answered by a later check. An empty object asks for none. */
        zitadelRequestChallenges: {
            /** @description Of a passkey or security key. Not served: a request with it is refused. */
            webAuthN?: Record<string, unknown> | null;
            /** @description A one-time password by SMS. Not served: a request with it is refused. */
            otpSms?: Record<string, unknown> | null;
            /** @description A one-time password by e-mail. Not served: a request with it is refused. */
            otpEmail?: Record<string, unknown> | null;
        } | null;
        /** @description Has no fields. */
        zitadelResendInviteCodeInput: Record<string, unknown>;
        zitadelResendInviteCodeOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        /**
         * @description By name or by number. Absent, Unspecified and 0 mean e-mail.
         * @enum {unknown}
         */
        zitadelNotificationType: "NOTIFICATION_TYPE_Unspecified" | "NOTIFICATION_TYPE_Email" | "NOTIFICATION_TYPE_SMS" | 0 | 1 | 2;
        /**
         * @description Whether the rules are the tenant's own or those of the instance.
         * @enum {string}
         */
        zitadelResourceOwnerType: "RESOURCE_OWNER_TYPE_UNSPECIFIED" | "RESOURCE_OWNER_TYPE_INSTANCE" | "RESOURCE_OWNER_TYPE_ORG" | (string & {});
        /** @description Has no fields. Its presence asks for the code in the answer. */
        zitadelReturnInviteCode: Record<string, unknown> | null;
        /** @description Has no fields. Its presence asks for the code in the answer. */
        zitadelReturnPasswordResetCode: Record<string, unknown> | null;
        /** @description One criterion, by exactly one of the two fields. */
        zitadelSearchQuery: {
            idsQuery?: components["schemas"]["zitadelIDsQuery"];
            userIdQuery?: components["schemas"]["zitadelUserIDQuery"];
            /** @description By the time of the login. Not served: a request with it is refused. */
            creationDateQuery?: Record<string, unknown> | null;
            /** @description By who made the session. Not served: a request with it is refused. */
            creatorQuery?: Record<string, unknown> | null;
            /** @description By the user's browser. Not served: a request with it is refused. */
            userAgentQuery?: Record<string, unknown> | null;
            /** @description By the time of the end. Not served: a request with it is refused. */
            expirationDateQuery?: Record<string, unknown> | null;
        };
        zitadelSendInviteCode: {
            /** @description Link for the mail. Must match the tenant's allow-list; only the three literal placeholders are replaced. */
            urlTemplate?: string;
            /** @description Name of the application in the mail. It is shown as text. */
            applicationName?: string;
        } | null;
        zitadelSendPasswordResetLink: {
            notificationType?: components["schemas"]["zitadelNotificationType"];
            /** @description Link for the message. Must match the tenant's allow-list; only the three literal placeholders are replaced. */
            urlTemplate?: string;
        } | null;
        zitadelSession: {
            id: string;
            /** Format: date-time */
            creationDate?: string;
            /** Format: date-time */
            changeDate?: string;
            /** @description A number that grows with every change of the session. */
            sequence?: string;
            factors?: components["schemas"]["zitadelFactors"];
            metadata?: components["schemas"]["zitadelMetadata"];
            /**
             * Format: date-time
             * @description When the session ends by itself.
             */
            expirationDate?: string;
        };
        /** @description The vendor's SetPassword message. One of `password` and `hashedPassword`; at most one of the two proofs. */
        zitadelSetHumanPassword: {
            password?: components["schemas"]["zitadelOptionalPassword"];
            hashedPassword?: components["schemas"]["zitadelHashedPassword"];
            /** Format: password */
            currentPassword?: string | null;
            /** Format: password */
            verificationCode?: string | null;
        };
        /** @description A new password and at most one of the two proofs. */
        zitadelSetPasswordInput: {
            newPassword: components["schemas"]["zitadelPassword"];
            /** Format: password */
            currentPassword?: string | null;
            /** Format: password */
            verificationCode?: string | null;
        };
        zitadelSetPasswordOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        zitadelSetSessionInput: {
            /**
             * Format: password
             * @deprecated
             * @description Ignored.
             */
            sessionToken?: string;
            checks?: components["schemas"]["zitadelChecks"];
            metadata?: components["schemas"]["zitadelMetadata"];
            lifetime?: components["schemas"]["zitadelDuration"];
            challenges?: components["schemas"]["zitadelRequestChallenges"];
        };
        zitadelSetSessionOutput: {
            details: components["schemas"]["zitadelDetails"];
            /** @description Shown once; only its digest is kept. The former token is void. */
            sessionToken: string;
        };
        /** @description Every error of this surface. */
        zitadelStatus: {
            /**
             * Format: int32
             * @description The gRPC code. 3 and 9 come with 400, 5 with 404, 7 with 403, 12 with 405 and 501, 13 with 500, 14 with 503, 16 with 401.
             */
            code: number;
            /** @description What is wrong, with the id of the fault in parentheses if it has one. */
            message: string;
            /** @description Absent for a malformed request and other faults without an id. */
            details?: components["schemas"]["zitadelStatusDetail"][];
        };
        /**
         * @description The second is used for a failed password check of a session.
         * @enum {string}
         */
        zitadelStatusDetailType: "type.googleapis.com/zitadel.v1.ErrorDetail" | "type.googleapis.com/zitadel.v1.CredentialsCheckError" | (string & {});
        zitadelStatusDetail: {
            "@type": components["schemas"]["zitadelStatusDetailType"];
            /** @description Stable name of the fault. */
            id?: string;
            message?: string;
        };
        /** @description Has no fields. */
        zitadelUnlockUserInput: Record<string, unknown>;
        zitadelUnlockUserOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        zitadelUpdateUserHuman: {
            password?: components["schemas"]["zitadelSetHumanPassword"];
            /** @description The user's names and language. Not served: a request with it is refused. */
            profile?: Record<string, unknown> | null;
            /** @description The user's e-mail address. Not served: a request with it is refused. */
            email?: Record<string, unknown> | null;
            /** @description The user's phone number. Not served: a request with it is refused. */
            phone?: Record<string, unknown> | null;
        } | null;
        zitadelUpdateUserInput: {
            human?: components["schemas"]["zitadelUpdateUserHuman"];
            /** @description A new login name. Not served: a request with it is refused. */
            username?: string | null;
            /** @description A service account. Not served: a request with it is refused. */
            machine?: Record<string, unknown> | null;
        };
        zitadelUpdateUserOutput: {
            /** Format: date-time */
            changeDate: string;
        };
        zitadelUserFactor: {
            /** Format: date-time */
            verifiedAt?: string;
            id?: string;
            loginName?: string;
            /** @description Id of the user's tenant. */
            organizationId?: string;
        };
        /** @description Sessions of this user. */
        zitadelUserIDQuery: {
            id: string;
        } | null;
        zitadelVerifyInviteCodeInput: {
            /** Format: password */
            verificationCode: string;
        };
        zitadelVerifyInviteCodeOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
    };
    responses: {
        /** @description The request is not what the contract says. */
        rekeyBadBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyUnknownParameter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description A parameter is not what the contract says, or the cursor is not one of this list. */
        rekeyBadPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description A parameter is not what the contract says. */
        rekeyBadTenant: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyBadApplicationId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyBadTenantId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyBadUserId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyBadApiKeyId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyBadSigningKeyId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyBadTicketId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyBadSessionId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyBadMessageId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The request is not what the contract says. */
        rekeyBadEventId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The credential is missing or not valid. */
        rekeyUnauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The caller may not do this. */
        rekeyForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such application, or the caller does not reach it. */
        rekeyApplicationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such tenant, or the caller does not reach it. */
        rekeyTenantNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such user, or the caller does not reach him. */
        rekeyUserNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such API key, or the caller does not reach it. */
        rekeyApiKeyNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such signing key. */
        rekeySigningKeyNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such ticket, or the caller does not reach it. */
        rekeyTicketNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such session, or the caller does not reach it. */
        rekeySessionNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such message, or the caller does not reach it. */
        rekeyMessageNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such event, or the caller does not reach it. */
        rekeyEventNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such user, or he has no password. */
        rekeyPasswordNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such user, or he has no authenticator app. */
        rekeyFactorNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The Idempotency-Key was used for something else, or the first request with it is not done. */
        rekeyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The host belongs to another tenant, or the Idempotency-Key was used. */
        rekeyHostConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The caller may not do this, or not with this host. */
        rekeyHostForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is no such tenant, or the caller does not reach it, or it asked for no such host. */
        rekeyTenantHostNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The record is not there yet, the host belongs to another tenant, or the Idempotency-Key was used. */
        rekeyHostUnproven: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The DNS did not answer, or a part that the request needs is down or full. */
        rekeyDnsUnavailable: {
            headers: {
                "Retry-After": components["headers"]["rekeyRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The application has tenants, or the Idempotency-Key was used. */
        rekeyApplicationInUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The tenant has users or is the default one, or the Idempotency-Key was used. */
        rekeyTenantInUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The name or an address belongs to another user, or the Idempotency-Key was used. */
        rekeyNameConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The API key is revoked, or the Idempotency-Key was used. */
        rekeyRevokedKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The key signs, or the Idempotency-Key was used. */
        rekeySigningKeySigns: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The password cannot be changed now, or the Idempotency-Key was used. */
        rekeyPasswordConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is an authenticator app already, or the Idempotency-Key was used. */
        rekeyEnrollmentConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description There is nothing to confirm, or the Idempotency-Key was used. */
        rekeyConfirmationConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The user cannot get a ticket in this way, or the Idempotency-Key was used. */
        rekeyTicketRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The ticket is over, or the Idempotency-Key was used. */
        rekeyTicketEnded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The message cannot be sent again, or the Idempotency-Key was used. */
        rekeyMessageEnded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description If-Match names another version than the current one. */
        rekeyStale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The body has more than 64 KiB. */
        rekeyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The body is not application/json. */
        rekeyUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The values are well-formed, and against a rule. */
        rekeyUserImpossible: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The API key cannot be so. */
        rekeyApiKeyImpossible: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description A rule is out of bounds, or contradicts another. */
        rekeyRulesImpossible: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The password is not one that can be typed. */
        rekeyNotText: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The password is against the policy, or cannot be set in this way. */
        rekeyPasswordRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The current password is wrong, or the new one is against the policy. */
        rekeyChangeRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description A user does not remove his own factor in this way. */
        rekeyOwnFactor: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The user acts on himself, and his current password is not right. */
        rekeyWrongCurrent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The code is not right. */
        rekeyWrongCode: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description Password or code is missing or wrong. */
        rekeyNotFresh: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The ticket cannot be so. */
        rekeyTicketImpossible: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The proof is not accepted. */
        rekeyTicketUnusable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The proof is not accepted, or the password is against the policy. */
        rekeyRedemptionRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The refresh token is not accepted, or the credential that was sent is not valid. */
        rekeyRefreshRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description This address or the API key has used up its requests. */
        rekeyTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["rekeyRetryAfter"];
                RateLimit: components["headers"]["rekeyRateLimit"];
                "RateLimit-Policy": components["headers"]["rekeyRateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The API key used up its requests of the minute, or has as many under way as it may have. */
        rekeyKeyBudgetSpent: {
            headers: {
                "Retry-After": components["headers"]["rekeyRetryAfter"];
                RateLimit: components["headers"]["rekeyRateLimit"];
                "RateLimit-Policy": components["headers"]["rekeyRateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description Something failed that should not have. */
        rekeyInternal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description A part that the request needs is down or full. */
        rekeyUnavailable: {
            headers: {
                "Retry-After": components["headers"]["rekeyRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["rekeyProblem"];
            };
        };
        /** @description The API key used up its requests of the minute, or has as many under way as it may have. */
        boomiKeyBudgetSpent: {
            headers: {
                "Retry-After": components["headers"]["boomiRetryAfter"];
                RateLimit: components["headers"]["boomiRateLimit"];
                "RateLimit-Policy": components["headers"]["boomiRateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["boomiProblemDetails"];
            };
        };
        /** @description Something failed on our side. Nothing was changed. */
        boomiInternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["boomiProblemDetails"];
            };
        };
        /** @description The link is not usable, the entries differ, or the password breaks a rule. */
        boomiLinkNotRedeemed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["boomiProblemDetails"];
            };
        };
        /** @description The key is missing, malformed, unknown, used, superseded or expired. */
        boomiLinkUnusable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["boomiProblemDetails"];
            };
        };
        /** @description The request body is over 64 KiB. */
        boomiPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["boomiProblemDetails"];
            };
        };
        /** @description Too many calls from this source or for this identifier. */
        boomiTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["boomiRetryAfter"];
                RateLimit: components["headers"]["boomiRateLimit"];
                "RateLimit-Policy": components["headers"]["boomiRateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["boomiProblemDetails"];
            };
        };
        /** @description A credential was needed and is missing, or one was sent and is unknown, expired or revoked. */
        boomiUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["boomiProblemDetails"];
            };
        };
        /** @description A part that the request needs is down or full. Nothing was changed. */
        boomiUnavailable: {
            headers: {
                "Retry-After": components["headers"]["boomiRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["boomiProblemDetails"];
            };
        };
        /** @description The Content-Type is missing or is not `application/json`. */
        boomiUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["boomiProblemDetails"];
            };
        };
        /** @description The user id is not a UUID, or a password is to be changed that a directory keeps. */
        entrustBadUserId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The password was changed by somebody else in the meantime. Nothing was done; ask again. */
        entrustChangedMeanwhile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The caller lacks the permission. Said before the user is looked up. */
        entrustForbiddenEdit: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The caller lacks the permission. Said before the user is looked up. */
        entrustForbiddenRemove: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The caller lacks the permission. Said before the user is looked up. */
        entrustForbiddenView: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The API key used up its requests of the minute, or has as many under way as it may have. */
        entrustKeyBudgetSpent: {
            headers: {
                "Retry-After": components["headers"]["entrustRetryAfter"];
                RateLimit: components["headers"]["entrustRateLimit"];
                "RateLimit-Policy": components["headers"]["entrustRateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description Something failed on our side. Nothing was changed. */
        entrustInternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The user does not exist within the caller's boundary, or has no password. */
        entrustPasswordNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The request body is over 64 KiB. */
        entrustPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description Too many calls from this source or for this application. */
        entrustTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["entrustRetryAfter"];
                RateLimit: components["headers"]["entrustRateLimit"];
                "RateLimit-Policy": components["headers"]["entrustRateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The token is missing, unknown, expired or revoked. */
        entrustUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description A part that the request needs is down or full. Nothing was changed. */
        entrustUnavailable: {
            headers: {
                "Retry-After": components["headers"]["entrustRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The Content-Type is missing or is not `application/json`. */
        entrustUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The user does not exist within the caller's boundary. */
        entrustUserNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["entrustErrorInfo"];
            };
        };
        /** @description The caller lacks the permission, or its boundary does not reach this far. */
        wristbandForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandError"];
            };
        };
        /** @description The API key used up its requests of the minute, or has as many under way as it may have. */
        wristbandKeyBudgetSpent: {
            headers: {
                "Retry-After": components["headers"]["wristbandRetryAfter"];
                RateLimit: components["headers"]["wristbandRateLimit"];
                "RateLimit-Policy": components["headers"]["wristbandRateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandError"];
            };
        };
        /** @description Something failed inside. */
        wristbandInternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandError"];
            };
        };
        /** @description The request asks for something that the vendor has and Rekey does not serve. Nothing was changed. */
        wristbandNotServed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandError"];
            };
        };
        /** @description Something failed inside. */
        wristbandOAuthInternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandOAuthError"];
            };
        };
        /** @description The client did not authenticate, or not rightly. */
        wristbandOAuthInvalidClient: {
            headers: {
                "WWW-Authenticate": components["headers"]["wristbandBasicChallenge"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandOAuthError"];
            };
        };
        /** @description The body is larger than 64 KiB. */
        wristbandOAuthPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandOAuthError"];
            };
        };
        /** @description Too many requests from this source. */
        wristbandOAuthTooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["wristbandRetryAfter"];
                RateLimit: components["headers"]["wristbandRateLimit"];
                "RateLimit-Policy": components["headers"]["wristbandRateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandOAuthError"];
            };
        };
        /** @description The server is overloaded or its store is away. */
        wristbandOAuthUnavailable: {
            headers: {
                "Retry-After": components["headers"]["wristbandRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandOAuthError"];
            };
        };
        /** @description The body is not a form. */
        wristbandOAuthUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandOAuthError"];
            };
        };
        /** @description The body is larger than 64 KiB. */
        wristbandPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandError"];
            };
        };
        /** @description No credential, or one that does not work. */
        wristbandUnauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["wristbandBearerChallenge"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandError"];
            };
        };
        /** @description The server is overloaded or its store is away. */
        wristbandUnavailable: {
            headers: {
                "Retry-After": components["headers"]["wristbandRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandError"];
            };
        };
        /** @description The body is not JSON by its content type. */
        wristbandUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["wristbandError"];
            };
        };
        /** @description The parameters are outside their bounds or contradict each other. */
        zitadelComplexityContextInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The parameters are outside their bounds or contradict each other. */
        zitadelExpiryContextInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The API key used up its requests of the minute, or has as many under way as it may have. */
        zitadelKeyBudgetSpent: {
            headers: {
                "Retry-After": components["headers"]["zitadelRetryAfter"];
                RateLimit: components["headers"]["zitadelRateLimit"];
                "RateLimit-Policy": components["headers"]["zitadelRateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The server failed. What the request asked for did not happen, unless the connection broke while it was being stored. */
        zitadelInternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The parameters are outside their bounds or contradict each other. */
        zitadelLockoutContextInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description No such tenant within the caller's boundary. */
        zitadelOrganizationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The body is larger than 64 KiB. It was not read. */
        zitadelPayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The credential is good, but does not allow this. */
        zitadelPermissionDenied: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The caller has neither the permission nor the session's present token. */
        zitadelSessionDenied: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description There is no credential, or it is not valid, or not any more. */
        zitadelUnauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The server is busy or cannot reach its store. Nothing happened; the request may be repeated after a while. */
        zitadelUnavailable: {
            headers: {
                "Retry-After": components["headers"]["zitadelRetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The request asks for something that the vendor has and Rekey does not serve. Nothing was changed. */
        zitadelUpdateUserNotServed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The request asks for something that the vendor has and Rekey does not serve. Nothing was changed. */
        zitadelCheckNotServed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The request asks for something that the vendor has and Rekey does not serve. Nothing was changed. */
        zitadelSearchNotServed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
        /** @description The body is not declared as application/json. */
        zitadelUnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["zitadelStatus"];
            };
        };
    };
    parameters: {
        /**
         * @description How many items to answer with at most; 50 if absent.
         * @example 50
         */
        rekeyLimit: number;
        /** @description The `nextCursor` of the page before, with the same filters. */
        rekeyCursor: string;
        /**
         * @description Chosen by the caller, unique for each intention; a UUID is good.
         * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
         */
        rekeyIdempotencyKey: string;
        /** @description Check the change and tell what it would do, without doing it. */
        rekeyDryRun: boolean;
        /**
         * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
         * @example "1"
         */
        rekeyIfMatch: string;
        /**
         * @description The application.
         * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
         */
        rekeyApplicationId: components["schemas"]["rekeyShortId"];
        /**
         * @description The tenant.
         * @example 01hq3kad3svktnkwp31fmt4bee
         */
        rekeyTenantId: components["schemas"]["rekeyShortId"];
        /**
         * @description The host, as the tenant asked for it.
         * @example acme.example.com
         */
        rekeyHost: components["schemas"]["rekeyHost"];
        /** @description Only what belongs to this application. */
        rekeyApplicationFilter: components["schemas"]["rekeyShortId"];
        /** @description Only what belongs to this tenant. */
        rekeyTenantFilter: components["schemas"]["rekeyShortId"];
        /** @description Only from this time on. */
        rekeyFrom: components["schemas"]["rekeyMoment"];
        /** @description Only before this time. */
        rekeyTo: components["schemas"]["rekeyMoment"];
        /**
         * @description The ticket.
         * @example 0192f3a4-3333-7d8e-9f01-23456789abcd
         */
        rekeyTicketId: components["schemas"]["rekeyUuid"];
        /**
         * @description The message.
         * @example 0192f3a4-2222-7d8e-9f01-23456789abcd
         */
        rekeyMessageId: components["schemas"]["rekeyUuid"];
        /**
         * @description The session.
         * @example 0192f3a4-9d01-7b2c-8e3f-456789abcdef
         */
        rekeySessionId: components["schemas"]["rekeyUuid"];
        /** @description Only what belongs to this user. */
        rekeyUserFilter: components["schemas"]["rekeyUuid"];
        /**
         * @description The user.
         * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
         */
        rekeyUserId: components["schemas"]["rekeyUuid"];
        /**
         * @description The API key; its OAuth client id.
         * @example 0192f3a4-4444-7d8e-9f01-23456789abcd
         */
        rekeyApiKeyId: components["schemas"]["rekeyUuid"];
        /**
         * @description The signing key; the `kid` of what it signs.
         * @example 0192f3a4-8889-7d8e-9f01-23456789abcd
         */
        rekeySigningKeyId: components["schemas"]["rekeyUuid"];
        /**
         * @description The key of the link. A missing or malformed key is answered exactly like an unknown, used, superseded or expired
         *     one; the server does not report its format.
         * @example 4adfe27e-63d3-45b9-8238-62b6ed6fdb5e
         */
        boomiLinkKey: string;
        /**
         * @description The UUID of the user, not the login name.
         * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
         */
        entrustUserid: string;
        /**
         * @description True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`.
         * @example true
         */
        zitadelCtxInstance: boolean;
        /**
         * @description The tenant whose rules are asked for. Excludes `ctx.instance=true`.
         * @example 01hq3kad3svktnkwp31fmt4bee
         */
        zitadelCtxOrgId: string;
        /**
         * @description Id of the session. Any string in bounds is accepted; one that is no session's id is answered with 404.
         * @example 0192f3a4-9d01-7b2c-8e3f-456789abcdef
         */
        zitadelSessionId: string;
        /**
         * @description The session's present token. It stands in for the permission.
         * @example rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE
         */
        zitadelSessionToken: string;
        /**
         * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
         * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
         */
        zitadelUserId: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version of the object, for If-Match. */
        rekeyETag: string;
        /**
         * @description What is left of the budgets of the caller (r), and the seconds until they are whole again (t).
         * @example "key";r=0;t=60, "key-at-once";r=63
         */
        rekeyRateLimit: string;
        /**
         * @description The budgets of the caller (q), with the seconds of their window (w) or what else they count (qu).
         * @example "key";q=6000;w=60, "key-at-once";q=64;qu="concurrent-requests"
         */
        rekeyRateLimitPolicy: string;
        /** @description Seconds to wait. */
        rekeyRetryAfter: number;
        /**
         * @description What is left of the budgets of the caller (r), and the seconds until they are whole again (t).
         * @example "key";r=0;t=60, "key-at-once";r=63
         */
        boomiRateLimit: string;
        /**
         * @description The budgets of the caller (q), with the seconds of their window (w) or what else they count (qu).
         * @example "key";q=6000;w=60, "key-at-once";q=64;qu="concurrent-requests"
         */
        boomiRateLimitPolicy: string;
        /**
         * @description Seconds to wait before trying again.
         * @example 30
         */
        boomiRetryAfter: number;
        /**
         * @description What is left of the budgets of the caller (r), and the seconds until they are whole again (t).
         * @example "key";r=0;t=60, "key-at-once";r=63
         */
        entrustRateLimit: string;
        /**
         * @description The budgets of the caller (q), with the seconds of their window (w) or what else they count (qu).
         * @example "key";q=6000;w=60, "key-at-once";q=64;qu="concurrent-requests"
         */
        entrustRateLimitPolicy: string;
        /**
         * @description Seconds to wait before trying again.
         * @example 30
         */
        entrustRetryAfter: number;
        /**
         * @description How to authenticate.
         * @example Basic realm="rekey"
         */
        wristbandBasicChallenge: string;
        /**
         * @description How to authenticate.
         * @example Bearer realm="rekey"
         */
        wristbandBearerChallenge: string;
        /**
         * @description How long the answer may be kept.
         * @example public, max-age=300
         */
        wristbandMayBeKept: string;
        /**
         * @description For caches that know no Cache-Control (RFC 6749 section 5.1).
         * @example no-cache
         */
        wristbandNotToBeKept: string;
        /**
         * @description What is left of the budgets of the caller (r), and the seconds until they are whole again (t).
         * @example "key";r=0;t=60, "key-at-once";r=63
         */
        wristbandRateLimit: string;
        /**
         * @description The budgets of the caller (q), with the seconds of their window (w) or what else they count (qu).
         * @example "key";q=6000;w=60, "key-at-once";q=64;qu="concurrent-requests"
         */
        wristbandRateLimitPolicy: string;
        /**
         * @description Seconds to wait before the next try.
         * @example 2
         */
        wristbandRetryAfter: number;
        /**
         * @description What is left of the budgets of the caller (r), and the seconds until they are whole again (t).
         * @example "key";r=0;t=60, "key-at-once";r=63
         */
        zitadelRateLimit: string;
        /**
         * @description The budgets of the caller (q), with the seconds of their window (w) or what else they count (qu).
         * @example "key";q=6000;w=60, "key-at-once";q=64;qu="concurrent-requests"
         */
        zitadelRateLimitPolicy: string;
        /**
         * @description Seconds to wait before the next try.
         * @example 2
         */
        zitadelRetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    rekeyListApplications: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applications, in the order of their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyApplicationList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyCreateApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyApplicationCreation"];
            };
        };
        responses: {
            /** @description The new application. */
            201: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyApplication"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application.
                 * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
                 */
                applicationId: components["parameters"]["rekeyApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyApplication"];
                };
            };
            400: components["responses"]["rekeyBadApplicationId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApplicationNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyDeleteApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The application.
                 * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
                 */
                applicationId: components["parameters"]["rekeyApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["rekeyBadApplicationId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApplicationNotFound"];
            409: components["responses"]["rekeyApplicationInUse"];
            412: components["responses"]["rekeyStale"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyUpdateApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The application.
                 * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
                 */
                applicationId: components["parameters"]["rekeyApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyApplicationChange"];
            };
        };
        responses: {
            /** @description The changed application. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyApplication"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApplicationNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            412: components["responses"]["rekeyStale"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListTenants: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
                /** @description Only what belongs to this application. */
                applicationId?: components["parameters"]["rekeyApplicationFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenants, in the order of their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyTenantList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyCreateTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyTenantCreation"];
            };
        };
        responses: {
            /** @description The new tenant. */
            201: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyTenant"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyHostForbidden"];
            404: components["responses"]["rekeyApplicationNotFound"];
            409: components["responses"]["rekeyHostConflict"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyTenant"];
                };
            };
            400: components["responses"]["rekeyBadTenantId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTenantNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyDeleteTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["rekeyBadTenantId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTenantNotFound"];
            409: components["responses"]["rekeyTenantInUse"];
            412: components["responses"]["rekeyStale"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyUpdateTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyTenantChange"];
            };
        };
        responses: {
            /** @description The changed tenant. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyTenant"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyHostForbidden"];
            404: components["responses"]["rekeyTenantNotFound"];
            409: components["responses"]["rekeyHostConflict"];
            412: components["responses"]["rekeyStale"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyVerifyTenantHost: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
                /**
                 * @description The host, as the tenant asked for it.
                 * @example acme.example.com
                 */
                host: components["parameters"]["rekeyHost"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant, with the host among those that are active. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyTenant"];
                };
            };
            400: components["responses"]["rekeyBadTenantId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTenantHostNotFound"];
            409: components["responses"]["rekeyHostUnproven"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyDnsUnavailable"];
        };
    };
    rekeyListUsers: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
                /** @description Only what belongs to this tenant. */
                tenantId?: components["parameters"]["rekeyTenantFilter"];
                /** @description Only the user of this name. */
                username?: string;
                /** @description Only the user with this e-mail address. */
                email?: string;
                /** @description Only users who are disabled, or who are not. */
                disabled?: boolean;
                /** @description Only users who are locked, or who are not. */
                locked?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users, in the order of their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyUserList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyCreateUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyUserCreation"];
            };
        };
        responses: {
            /** @description The new user. */
            201: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyUser"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTenantNotFound"];
            409: components["responses"]["rekeyNameConflict"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyUserImpossible"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyUser"];
                };
            };
            400: components["responses"]["rekeyBadUserId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyDeleteUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["rekeyBadUserId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            412: components["responses"]["rekeyStale"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyUpdateUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyUserChange"];
            };
        };
        responses: {
            /** @description The changed user. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyUser"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyNameConflict"];
            412: components["responses"]["rekeyStale"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyUserImpossible"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListLocales: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The locales, in the order of their names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyLocaleList"];
                };
            };
            400: components["responses"]["rekeyUnknownParameter"];
            401: components["responses"]["rekeyUnauthenticated"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The permissions, in the order of their names. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPermissionList"];
                };
            };
            400: components["responses"]["rekeyUnknownParameter"];
            401: components["responses"]["rekeyUnauthenticated"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListApiKeys: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
                /** @description Only what belongs to this application. */
                applicationId?: components["parameters"]["rekeyApplicationFilter"];
                /** @description Only what belongs to this user. */
                userId?: components["parameters"]["rekeyUserFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API keys, in the order of their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyApiKeyList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyCreateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyApiKeyCreation"];
            };
        };
        responses: {
            /** @description The new API key, with its secret for the only time. */
            201: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyCreatedApiKey"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyApiKeyImpossible"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API key; its OAuth client id.
                 * @example 0192f3a4-4444-7d8e-9f01-23456789abcd
                 */
                apiKeyId: components["parameters"]["rekeyApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API key. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyApiKey"];
                };
            };
            400: components["responses"]["rekeyBadApiKeyId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApiKeyNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRevokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The API key; its OAuth client id.
                 * @example 0192f3a4-4444-7d8e-9f01-23456789abcd
                 */
                apiKeyId: components["parameters"]["rekeyApiKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API key is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["rekeyBadApiKeyId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApiKeyNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            412: components["responses"]["rekeyStale"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyUpdateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The API key; its OAuth client id.
                 * @example 0192f3a4-4444-7d8e-9f01-23456789abcd
                 */
                apiKeyId: components["parameters"]["rekeyApiKeyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyApiKeyChange"];
            };
        };
        responses: {
            /** @description The changed API key. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyApiKey"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApiKeyNotFound"];
            409: components["responses"]["rekeyRevokedKey"];
            412: components["responses"]["rekeyStale"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyApiKeyImpossible"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The API key; its OAuth client id.
                 * @example 0192f3a4-4444-7d8e-9f01-23456789abcd
                 */
                apiKeyId: components["parameters"]["rekeyApiKeyId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyApiKeyRotation"];
            };
        };
        responses: {
            /** @description The API key with its new secret, for the only time. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyCreatedApiKey"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApiKeyNotFound"];
            409: components["responses"]["rekeyRevokedKey"];
            412: components["responses"]["rekeyStale"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListSigningKeys: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signing keys, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeySigningKeyList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRotateSigningKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeySigningKeyRotation"];
            };
        };
        responses: {
            /** @description The new signing key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeySigningKey"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRetireSigningKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The signing key; the `kid` of what it signs.
                 * @example 0192f3a4-8889-7d8e-9f01-23456789abcd
                 */
                signingKeyId: components["parameters"]["rekeySigningKeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signing key, which is retired. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeySigningKey"];
                };
            };
            400: components["responses"]["rekeyBadSigningKeyId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeySigningKeyNotFound"];
            409: components["responses"]["rekeySigningKeySigns"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetApplicationPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application.
                 * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
                 */
                applicationId: components["parameters"]["rekeyApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules of this level alone. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPolicy"];
                };
            };
            400: components["responses"]["rekeyBadApplicationId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApplicationNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeySetApplicationPolicy: {
        parameters: {
            query?: {
                /** @description Check the change and tell what it would do, without doing it. */
                dryRun?: components["parameters"]["rekeyDryRun"];
            };
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The application.
                 * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
                 */
                applicationId: components["parameters"]["rekeyApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyPolicyChange"];
            };
        };
        responses: {
            /** @description The new rules of this level, and those that it no longer sets. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyChangedPolicy"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApplicationNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            412: components["responses"]["rekeyStale"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyRulesImpossible"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyUpdateApplicationPolicy: {
        parameters: {
            query?: {
                /** @description Check the change and tell what it would do, without doing it. */
                dryRun?: components["parameters"]["rekeyDryRun"];
            };
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The application.
                 * @example 01hq3k9v5x7e2m4n8p6r1s0t9w
                 */
                applicationId: components["parameters"]["rekeyApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyPolicyPatch"];
            };
        };
        responses: {
            /** @description The new rules of this level, and those that it no longer sets. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyChangedPolicy"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyApplicationNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            412: components["responses"]["rekeyStale"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyRulesImpossible"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetTenantPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules of this level alone. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPolicy"];
                };
            };
            400: components["responses"]["rekeyBadTenantId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTenantNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeySetTenantPolicy: {
        parameters: {
            query?: {
                /** @description Check the change and tell what it would do, without doing it. */
                dryRun?: components["parameters"]["rekeyDryRun"];
            };
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyPolicyChange"];
            };
        };
        responses: {
            /** @description The new rules of this level, and those that it no longer sets. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyChangedPolicy"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTenantNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            412: components["responses"]["rekeyStale"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyRulesImpossible"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyUpdateTenantPolicy: {
        parameters: {
            query?: {
                /** @description Check the change and tell what it would do, without doing it. */
                dryRun?: components["parameters"]["rekeyDryRun"];
            };
            header?: {
                /**
                 * @description The ETag that the change is meant for. Absent, the change is made whatever the version is.
                 * @example "1"
                 */
                "If-Match"?: components["parameters"]["rekeyIfMatch"];
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyPolicyPatch"];
            };
        };
        responses: {
            /** @description The new rules of this level, and those that it no longer sets. */
            200: {
                headers: {
                    ETag: components["headers"]["rekeyETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyChangedPolicy"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTenantNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            412: components["responses"]["rekeyStale"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyRulesImpossible"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetEffectivePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The tenant.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                tenantId: components["parameters"]["rekeyTenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyEffectivePolicy"];
                };
            };
            400: components["responses"]["rekeyBadTenantId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTenantNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListPolicyPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All presets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPolicyPresetList"];
                };
            };
            400: components["responses"]["rekeyUnknownParameter"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyCheckPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyPasswordCheck"];
            };
        };
        responses: {
            /** @description The verdict. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPasswordVerdict"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyNotText"];
            429: components["responses"]["rekeyTooManyRequests"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the password. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPasswordState"];
                };
            };
            400: components["responses"]["rekeyBadUserId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeySetPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyPasswordAssignment"];
            };
        };
        responses: {
            /** @description The password is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPasswordSet"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyPasswordRefused"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRemovePassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPasswordChanged"];
                };
            };
            400: components["responses"]["rekeyBadUserId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyPasswordNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyChangePassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyPasswordChange"];
            };
        };
        responses: {
            /** @description The password is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPasswordChanged"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyPasswordConflict"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyChangeRefused"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The second factor. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeySecondFactor"];
                };
            };
            400: components["responses"]["rekeyBadUserId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRemoveSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["rekeyBadUserId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyFactorNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            422: components["responses"]["rekeyOwnFactor"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyDropSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyFreshness"];
            };
        };
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyFactorNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyNotFresh"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyEnrollTotp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyProof"];
            };
        };
        responses: {
            /** @description The secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyTotpEnrollment"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyEnrollmentConflict"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyWrongCurrent"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyConfirmTotp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyTotpCode"];
            };
        };
        responses: {
            /** @description The app is a factor. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyRecoveryCodes"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyConfirmationConflict"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyWrongCode"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRenewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyFreshness"];
            };
        };
        responses: {
            /** @description The new codes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyRecoveryCodes"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyFactorNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyNotFresh"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListTickets: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
                /** @description Only what belongs to this user. */
                userId?: components["parameters"]["rekeyUserFilter"];
                /** @description Only what belongs to this tenant. */
                tenantId?: components["parameters"]["rekeyTenantFilter"];
                /** @description Only tickets in this state. */
                state?: components["schemas"]["rekeyTicketState"];
                /** @description Only tickets for this purpose. */
                purpose?: components["schemas"]["rekeyTicketPurpose"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tickets, in the order of their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyTicketList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyCreateTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyTicketCreation"];
            };
        };
        responses: {
            /** @description The ticket; only here with what redeems it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyIssuedTicket"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyTicketRefused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyTicketImpossible"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyInspectTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyTicketProof"];
            };
        };
        responses: {
            /** @description The ticket can be redeemed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyInspectedTicket"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyTicketUnusable"];
            429: components["responses"]["rekeyTooManyRequests"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRedeemTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyTicketRedemption"];
            };
        };
        responses: {
            /** @description The password is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyRedeemedTicket"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            422: components["responses"]["rekeyRedemptionRefused"];
            429: components["responses"]["rekeyTooManyRequests"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The ticket.
                 * @example 0192f3a4-3333-7d8e-9f01-23456789abcd
                 */
                ticketId: components["parameters"]["rekeyTicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyTicket"];
                };
            };
            400: components["responses"]["rekeyBadTicketId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTicketNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyCancelTicket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The ticket.
                 * @example 0192f3a4-3333-7d8e-9f01-23456789abcd
                 */
                ticketId: components["parameters"]["rekeyTicketId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["rekeyBadTicketId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTicketNotFound"];
            409: components["responses"]["rekeyTicketEnded"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRequestReset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyResetRequestCreation"];
            };
        };
        responses: {
            /** @description Whoever may be helped will be. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyResetRequest"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyUnauthenticated"];
            404: components["responses"]["rekeyTenantNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            429: components["responses"]["rekeyTooManyRequests"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListSessions: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
                /** @description Only what belongs to this user. */
                userId?: components["parameters"]["rekeyUserFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions, in the order of their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeySessionList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyCreateSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyLogin"];
            };
        };
        responses: {
            /** @description The user is logged in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyLoggedIn"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            /** @description The login failed, or a second factor is needed, or the credential that was sent is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["rekeyProblem"];
                };
            };
            /** @description The password has to be changed first, or the caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["rekeyProblem"];
                };
            };
            404: components["responses"]["rekeyTenantNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            429: components["responses"]["rekeyTooManyRequests"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRefreshSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["rekeyRefresh"];
            };
        };
        responses: {
            /** @description The new tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyLoggedIn"];
                };
            };
            400: components["responses"]["rekeyBadBody"];
            401: components["responses"]["rekeyRefreshRefused"];
            403: components["responses"]["rekeyForbidden"];
            409: components["responses"]["rekeyKeyReused"];
            413: components["responses"]["rekeyTooLarge"];
            415: components["responses"]["rekeyUnsupportedMediaType"];
            429: components["responses"]["rekeyTooManyRequests"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The session.
                 * @example 0192f3a4-9d01-7b2c-8e3f-456789abcdef
                 */
                sessionId: components["parameters"]["rekeySessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeySession"];
                };
            };
            400: components["responses"]["rekeyBadSessionId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeySessionNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyRevokeSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The session.
                 * @example 0192f3a4-9d01-7b2c-8e3f-456789abcdef
                 */
                sessionId: components["parameters"]["rekeySessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["rekeyBadSessionId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeySessionNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyEndSessions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["rekeyUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyPasswordChanged"];
                };
            };
            400: components["responses"]["rekeyBadUserId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyUserNotFound"];
            409: components["responses"]["rekeyKeyReused"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListMessages: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
                /** @description Only what belongs to this user. */
                userId?: components["parameters"]["rekeyUserFilter"];
                /** @description Only messages that carry this ticket. */
                ticketId?: components["schemas"]["rekeyUuid"];
                /** @description Only messages in this state. */
                state?: components["schemas"]["rekeyMessageState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages, in the order of their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyMessageList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The message.
                 * @example 0192f3a4-2222-7d8e-9f01-23456789abcd
                 */
                messageId: components["parameters"]["rekeyMessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message, without recipient and content. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyMessage"];
                };
            };
            400: components["responses"]["rekeyBadMessageId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyMessageNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyResendMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Chosen by the caller, unique for each intention; a UUID is good.
                 * @example 6f1c2d3e-8a4b-4c5d-9e6f-7a8b9c0d1e2f
                 */
                "Idempotency-Key"?: components["parameters"]["rekeyIdempotencyKey"];
            };
            path: {
                /**
                 * @description The message.
                 * @example 0192f3a4-2222-7d8e-9f01-23456789abcd
                 */
                messageId: components["parameters"]["rekeyMessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message, on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyMessage"];
                };
            };
            400: components["responses"]["rekeyBadMessageId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyMessageNotFound"];
            409: components["responses"]["rekeyMessageEnded"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListEvents: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
                /** @description Only what belongs to this tenant. */
                tenantId?: components["parameters"]["rekeyTenantFilter"];
                /** @description Only what was done to this user. */
                userId?: components["schemas"]["rekeyUuid"];
                /** @description Only what happened to this ticket. */
                ticketId?: components["schemas"]["rekeyUuid"];
                /** @description Only this action. */
                action?: string;
                /** @description Only with this outcome. */
                outcome?: string;
                /** @description Only from this time on. */
                from?: components["parameters"]["rekeyFrom"];
                /** @description Only before this time. */
                to?: components["parameters"]["rekeyTo"];
                /** @description By time; `desc`, the newest first, if absent. */
                order?: components["schemas"]["rekeySortOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyEventList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyGetEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The event.
                 * @example 01a20053-82d9-72ea-bd02-0121f9d04d0f
                 */
                eventId: components["schemas"]["rekeyUuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyEvent"];
                };
            };
            400: components["responses"]["rekeyBadEventId"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyEventNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyExportEvents: {
        parameters: {
            query?: {
                /** @description Only what belongs to this tenant. */
                tenantId?: components["parameters"]["rekeyTenantFilter"];
                /** @description Only from this time on. */
                from?: components["parameters"]["rekeyFrom"];
                /** @description Only before this time. */
                to?: components["parameters"]["rekeyTo"];
                /** @description The id of the last event that arrived; the export goes on behind it. */
                after?: components["schemas"]["rekeyUuid"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events, one a line, each a JSON object of the schema `Event`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["rekeyBadTenant"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyEventNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyVerifyAudit: {
        parameters: {
            query?: {
                /** @description Only what belongs to this tenant. */
                tenantId?: components["parameters"]["rekeyTenantFilter"];
                /** @description The `resume` of the answer before, with the same tenant. */
                resume?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyAuditVerdict"];
                };
            };
            400: components["responses"]["rekeyBadTenant"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            404: components["responses"]["rekeyTenantNotFound"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    rekeyListCheckpoints: {
        parameters: {
            query?: {
                /**
                 * @description How many items to answer with at most; 50 if absent.
                 * @example 50
                 */
                limit?: components["parameters"]["rekeyLimit"];
                /** @description The `nextCursor` of the page before, with the same filters. */
                cursor?: components["parameters"]["rekeyCursor"];
                /** @description Only what belongs to this tenant. */
                tenantId?: components["parameters"]["rekeyTenantFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoints, in the order of their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rekeyCheckpointList"];
                };
            };
            400: components["responses"]["rekeyBadPage"];
            401: components["responses"]["rekeyUnauthenticated"];
            403: components["responses"]["rekeyForbidden"];
            429: components["responses"]["rekeyKeyBudgetSpent"];
            500: components["responses"]["rekeyInternal"];
            503: components["responses"]["rekeyUnavailable"];
        };
    };
    boomiValidatePasswordSetLink: {
        parameters: {
            query?: {
                /**
                 * @description The key of the link. A missing or malformed key is answered exactly like an unknown, used, superseded or expired
                 *     one; the server does not report its format.
                 * @example 4adfe27e-63d3-45b9-8238-62b6ed6fdb5e
                 */
                key?: components["parameters"]["boomiLinkKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link is live. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["boomiPasswordModel"];
                };
            };
            400: components["responses"]["boomiLinkUnusable"];
            401: components["responses"]["boomiUnauthorized"];
            429: components["responses"]["boomiTooManyRequests"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    boomiSetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The key of the link and the new password, entered twice. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["boomiPasswordModel"];
            };
        };
        responses: {
            /** @description The password is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["boomiPasswordResult"];
                };
            };
            400: components["responses"]["boomiLinkNotRedeemed"];
            401: components["responses"]["boomiUnauthorized"];
            413: components["responses"]["boomiPayloadTooLarge"];
            415: components["responses"]["boomiUnsupportedMediaType"];
            429: components["responses"]["boomiTooManyRequests"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    boomiValidatePasswordResetLink: {
        parameters: {
            query?: {
                /**
                 * @description The key of the link. A missing or malformed key is answered exactly like an unknown, used, superseded or expired
                 *     one; the server does not report its format.
                 * @example 4adfe27e-63d3-45b9-8238-62b6ed6fdb5e
                 */
                key?: components["parameters"]["boomiLinkKey"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link is live. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["boomiPasswordModel"];
                };
            };
            400: components["responses"]["boomiLinkUnusable"];
            401: components["responses"]["boomiUnauthorized"];
            429: components["responses"]["boomiTooManyRequests"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    boomiResetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The key of the link and the new password, entered twice. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["boomiPasswordModel"];
            };
        };
        responses: {
            /** @description The password is reset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["boomiPasswordResult"];
                };
            };
            400: components["responses"]["boomiLinkNotRedeemed"];
            401: components["responses"]["boomiUnauthorized"];
            413: components["responses"]["boomiPayloadTooLarge"];
            415: components["responses"]["boomiUnsupportedMediaType"];
            429: components["responses"]["boomiTooManyRequests"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    boomiForgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["boomiForgotModel"];
            };
        };
        responses: {
            /** @description Understood. The body is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Neither field is there, or the body is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["boomiProblemDetails"];
                };
            };
            401: components["responses"]["boomiUnauthorized"];
            413: components["responses"]["boomiPayloadTooLarge"];
            415: components["responses"]["boomiUnsupportedMediaType"];
            429: components["responses"]["boomiTooManyRequests"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    boomiForgotUsername: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["boomiForgotModel"];
            };
        };
        responses: {
            /** @description Understood. The body is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The address is missing, or the body is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["boomiProblemDetails"];
                };
            };
            401: components["responses"]["boomiUnauthorized"];
            413: components["responses"]["boomiPayloadTooLarge"];
            415: components["responses"]["boomiUnsupportedMediaType"];
            429: components["responses"]["boomiTooManyRequests"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    boomiAuthenticate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["boomiLoginModel"];
            };
        };
        responses: {
            /** @description Logged in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["boomiTokenPair"];
                };
            };
            /** @description A field is missing, empty, too long or of the wrong type. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["boomiProblemDetails"];
                };
            };
            /** @description User name, password or code is wrong, the user may not log in, or must change the password first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["boomiProblemDetails"];
                };
            };
            /** @description The password is right and a second factor is needed. A code was mailed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["boomiMfaChallenge"];
                };
            };
            413: components["responses"]["boomiPayloadTooLarge"];
            415: components["responses"]["boomiUnsupportedMediaType"];
            429: components["responses"]["boomiTooManyRequests"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    boomiRefreshToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["boomiRefreshTokenModel"];
            };
        };
        responses: {
            /** @description New tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["boomiTokenPair"];
                };
            };
            /** @description The refresh token is missing, null or empty, or the body is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["boomiProblemDetails"];
                };
            };
            /** @description The refresh token is unknown, used, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["boomiProblemDetails"];
                };
            };
            413: components["responses"]["boomiPayloadTooLarge"];
            415: components["responses"]["boomiUnsupportedMediaType"];
            429: components["responses"]["boomiTooManyRequests"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    boomiResendMfa: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["boomiResendMfa"];
            };
        };
        responses: {
            /** @description Understood. The body is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The challenge id is missing or empty, or the body is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["boomiProblemDetails"];
                };
            };
            413: components["responses"]["boomiPayloadTooLarge"];
            415: components["responses"]["boomiUnsupportedMediaType"];
            429: components["responses"]["boomiTooManyRequests"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    boomiChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["boomiChangePassword"];
            };
        };
        responses: {
            /** @description The password is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["boomiChangePasswordAnswer"];
                };
            };
            /** @description The current password is wrong, the entries differ, or the new password breaks a rule. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["boomiProblemDetails"];
                };
            };
            401: components["responses"]["boomiUnauthorized"];
            /** @description The credential is not a user's own access token, or lacks the permission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["boomiProblemDetails"];
                };
            };
            413: components["responses"]["boomiPayloadTooLarge"];
            415: components["responses"]["boomiUnsupportedMediaType"];
            429: components["responses"]["boomiKeyBudgetSpent"];
            500: components["responses"]["boomiInternalError"];
            503: components["responses"]["boomiUnavailable"];
        };
    };
    entrustAuthenticateAdminApiUsingPOST: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["entrustAdminApiAuthentication"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustAdminApiAuthenticationResult"];
                };
            };
            /** @description A field is missing, malformed or of the wrong type. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustErrorInfo"];
                };
            };
            /** @description The application is unknown or revoked, or the secret is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustErrorInfo"];
                };
            };
            413: components["responses"]["entrustPayloadTooLarge"];
            415: components["responses"]["entrustUnsupportedMediaType"];
            429: components["responses"]["entrustTooManyRequests"];
            500: components["responses"]["entrustInternalError"];
            /** @description The request asks for a session by cookie, which Rekey does not serve. No token was made. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustErrorInfo"];
                };
            };
            503: components["responses"]["entrustUnavailable"];
        };
    };
    entrustGetUserPasswordUsingGET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known about the password. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustUserPassword"];
                };
            };
            400: components["responses"]["entrustBadUserId"];
            401: components["responses"]["entrustUnauthorized"];
            403: components["responses"]["entrustForbiddenView"];
            404: components["responses"]["entrustUserNotFound"];
            429: components["responses"]["entrustKeyBudgetSpent"];
            500: components["responses"]["entrustInternalError"];
            503: components["responses"]["entrustUnavailable"];
        };
    };
    entrustSetUserPasswordUsingPUT: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["entrustUserPasswordParms"];
            };
        };
        responses: {
            /** @description The password is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustUserPassword"];
                };
            };
            /** @description The request is not valid, the fields contradict each other, or the password breaks a rule. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustErrorInfo"];
                };
            };
            401: components["responses"]["entrustUnauthorized"];
            403: components["responses"]["entrustForbiddenEdit"];
            404: components["responses"]["entrustUserNotFound"];
            409: components["responses"]["entrustChangedMeanwhile"];
            413: components["responses"]["entrustPayloadTooLarge"];
            415: components["responses"]["entrustUnsupportedMediaType"];
            429: components["responses"]["entrustKeyBudgetSpent"];
            500: components["responses"]["entrustInternalError"];
            503: components["responses"]["entrustUnavailable"];
        };
    };
    entrustDeleteUserPasswordUsingDELETE: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The password is removed. The body is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["entrustBadUserId"];
            401: components["responses"]["entrustUnauthorized"];
            403: components["responses"]["entrustForbiddenRemove"];
            404: components["responses"]["entrustPasswordNotFound"];
            409: components["responses"]["entrustChangedMeanwhile"];
            429: components["responses"]["entrustKeyBudgetSpent"];
            500: components["responses"]["entrustInternalError"];
            503: components["responses"]["entrustUnavailable"];
        };
    };
    entrustValidateUserPasswordUsingPOST: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["entrustUserPasswordValidateParms"];
            };
        };
        responses: {
            /** @description Which rules the candidate passes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustUserPasswordValidationResponse"];
                };
            };
            /**
             * @description The user id is not a UUID, the candidate is missing, empty, too long or no text, or the user is one of a
             *     directory.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustErrorInfo"];
                };
            };
            401: components["responses"]["entrustUnauthorized"];
            403: components["responses"]["entrustForbiddenEdit"];
            404: components["responses"]["entrustUserNotFound"];
            413: components["responses"]["entrustPayloadTooLarge"];
            415: components["responses"]["entrustUnsupportedMediaType"];
            429: components["responses"]["entrustKeyBudgetSpent"];
            500: components["responses"]["entrustInternalError"];
            503: components["responses"]["entrustUnavailable"];
        };
    };
    entrustSendPasswordExpiryNotificationUsingPUT: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail is on its way. The body is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description The user id is not a UUID, the password does not expire, or the user has no verified address or is one of a
             *     directory.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustErrorInfo"];
                };
            };
            401: components["responses"]["entrustUnauthorized"];
            403: components["responses"]["entrustForbiddenEdit"];
            404: components["responses"]["entrustPasswordNotFound"];
            429: components["responses"]["entrustKeyBudgetSpent"];
            500: components["responses"]["entrustInternalError"];
            503: components["responses"]["entrustUnavailable"];
        };
    };
    entrustGetUserPasswordSettingsUsingGET: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The UUID of the user, not the login name.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userid: components["parameters"]["entrustUserid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["entrustUserPasswordSettings"];
                };
            };
            400: components["responses"]["entrustBadUserId"];
            401: components["responses"]["entrustUnauthorized"];
            403: components["responses"]["entrustForbiddenView"];
            404: components["responses"]["entrustUserNotFound"];
            429: components["responses"]["entrustKeyBudgetSpent"];
            500: components["responses"]["entrustInternalError"];
            503: components["responses"]["entrustUnavailable"];
        };
    };
    wristbandRequestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wristbandPasswordResetRequestInput"];
            };
        };
        responses: {
            /** @description Taken. Says nothing about whether the address is known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandPasswordResetRequestResult"];
                };
            };
            /** @description The body is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            401: components["responses"]["wristbandUnauthorized"];
            403: components["responses"]["wristbandForbidden"];
            /** @description No such tenant in the application. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            413: components["responses"]["wristbandPayloadTooLarge"];
            415: components["responses"]["wristbandUnsupportedMediaType"];
            429: components["responses"]["wristbandKeyBudgetSpent"];
            500: components["responses"]["wristbandInternalError"];
            501: components["responses"]["wristbandNotServed"];
            503: components["responses"]["wristbandUnavailable"];
        };
    };
    wristbandSendPasswordResetEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wristbandPasswordResetEmailInput"];
            };
        };
        responses: {
            /** @description The mail is queued. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandPasswordResetRequestResult"];
                };
            };
            /** @description The body is not valid, or the user cannot have a reset mail. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            401: components["responses"]["wristbandUnauthorized"];
            403: components["responses"]["wristbandForbidden"];
            /** @description No such user within the reach of the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            413: components["responses"]["wristbandPayloadTooLarge"];
            415: components["responses"]["wristbandUnsupportedMediaType"];
            429: components["responses"]["wristbandKeyBudgetSpent"];
            500: components["responses"]["wristbandInternalError"];
            501: components["responses"]["wristbandNotServed"];
            503: components["responses"]["wristbandUnavailable"];
        };
    };
    wristbandCreatePasswordResetLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wristbandPasswordResetLinkInput"];
            };
        };
        responses: {
            /** @description The link. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandPasswordResetLink"];
                };
            };
            /** @description The body is not valid, or the password of the user cannot be reset. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            401: components["responses"]["wristbandUnauthorized"];
            403: components["responses"]["wristbandForbidden"];
            /** @description No such user within the reach of the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            413: components["responses"]["wristbandPayloadTooLarge"];
            415: components["responses"]["wristbandUnsupportedMediaType"];
            429: components["responses"]["wristbandKeyBudgetSpent"];
            500: components["responses"]["wristbandInternalError"];
            501: components["responses"]["wristbandNotServed"];
            503: components["responses"]["wristbandUnavailable"];
        };
    };
    wristbandIntrospectPasswordResetEmailAuthCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wristbandEmailAuthCodeInput"];
            };
        };
        responses: {
            /** @description The code is live. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandEmailAuthCodeIntrospection"];
                };
            };
            /** @description The code does not work, or the body is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            401: components["responses"]["wristbandUnauthorized"];
            403: components["responses"]["wristbandForbidden"];
            413: components["responses"]["wristbandPayloadTooLarge"];
            415: components["responses"]["wristbandUnsupportedMediaType"];
            429: components["responses"]["wristbandKeyBudgetSpent"];
            500: components["responses"]["wristbandInternalError"];
            501: components["responses"]["wristbandNotServed"];
            503: components["responses"]["wristbandUnavailable"];
        };
    };
    wristbandVerifyCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wristbandVerificationCodeInput"];
            };
        };
        responses: {
            /** @description The OTP is right and still live. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandVerifyCodeOutcome"];
                };
            };
            /** @description The OTP does not work, or the body is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            401: components["responses"]["wristbandUnauthorized"];
            403: components["responses"]["wristbandForbidden"];
            413: components["responses"]["wristbandPayloadTooLarge"];
            415: components["responses"]["wristbandUnsupportedMediaType"];
            429: components["responses"]["wristbandKeyBudgetSpent"];
            500: components["responses"]["wristbandInternalError"];
            501: components["responses"]["wristbandNotServed"];
            503: components["responses"]["wristbandUnavailable"];
        };
    };
    wristbandResetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wristbandResetPasswordInput"];
            };
        };
        responses: {
            /** @description The password has been replaced. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandResetPasswordOutcome"];
                };
            };
            /** @description The proof does not work, the ways are mixed, the password is refused, or the body is not valid. Nothing has changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            401: components["responses"]["wristbandUnauthorized"];
            403: components["responses"]["wristbandForbidden"];
            413: components["responses"]["wristbandPayloadTooLarge"];
            415: components["responses"]["wristbandUnsupportedMediaType"];
            429: components["responses"]["wristbandKeyBudgetSpent"];
            500: components["responses"]["wristbandInternalError"];
            501: components["responses"]["wristbandNotServed"];
            503: components["responses"]["wristbandUnavailable"];
        };
    };
    wristbandChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["wristbandChangePasswordInput"];
            };
        };
        responses: {
            /** @description The password has been replaced. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The present password is wrong, the new one is refused, or the body is not valid. Nothing has changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            401: components["responses"]["wristbandUnauthorized"];
            403: components["responses"]["wristbandForbidden"];
            413: components["responses"]["wristbandPayloadTooLarge"];
            415: components["responses"]["wristbandUnsupportedMediaType"];
            429: components["responses"]["wristbandKeyBudgetSpent"];
            500: components["responses"]["wristbandInternalError"];
            503: components["responses"]["wristbandUnavailable"];
        };
    };
    wristbandDeleteUserAuthSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user has no session any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            401: components["responses"]["wristbandUnauthorized"];
            403: components["responses"]["wristbandForbidden"];
            /** @description No such user within the reach of the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            429: components["responses"]["wristbandKeyBudgetSpent"];
            500: components["responses"]["wristbandInternalError"];
            503: components["responses"]["wristbandUnavailable"];
        };
    };
    wristbandRevokeRefreshToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the refresh token, not the token itself.
                 * @example 0192f3a4-7c11-7a52-8b3d-5e6f708192a3
                 */
                refreshTokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refresh token does not work any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The id is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            401: components["responses"]["wristbandUnauthorized"];
            403: components["responses"]["wristbandForbidden"];
            /** @description No such refresh token within the reach of the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandError"];
                };
            };
            429: components["responses"]["wristbandKeyBudgetSpent"];
            500: components["responses"]["wristbandInternalError"];
            503: components["responses"]["wristbandUnavailable"];
        };
    };
    wristbandGetToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["wristbandTokenInput"];
            };
        };
        responses: {
            /** @description A token. */
            200: {
                headers: {
                    Pragma: components["headers"]["wristbandNotToBeKept"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandTokenResult"];
                };
            };
            /** @description The grant or the form is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandOAuthError"];
                };
            };
            401: components["responses"]["wristbandOAuthInvalidClient"];
            413: components["responses"]["wristbandOAuthPayloadTooLarge"];
            415: components["responses"]["wristbandOAuthUnsupportedMediaType"];
            429: components["responses"]["wristbandOAuthTooManyRequests"];
            500: components["responses"]["wristbandOAuthInternalError"];
            503: components["responses"]["wristbandOAuthUnavailable"];
        };
    };
    wristbandRevokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["wristbandTokenRevocationInput"];
            };
        };
        responses: {
            /** @description The token does not work any more. There is no body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The form is not valid, or the token cannot be revoked here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandOAuthError"];
                };
            };
            401: components["responses"]["wristbandOAuthInvalidClient"];
            413: components["responses"]["wristbandOAuthPayloadTooLarge"];
            415: components["responses"]["wristbandOAuthUnsupportedMediaType"];
            429: components["responses"]["wristbandOAuthTooManyRequests"];
            500: components["responses"]["wristbandOAuthInternalError"];
            503: components["responses"]["wristbandOAuthUnavailable"];
        };
    };
    wristbandGetJwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key set. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["wristbandMayBeKept"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["wristbandJsonWebKeySet"];
                };
            };
            429: components["responses"]["wristbandOAuthTooManyRequests"];
            500: components["responses"]["wristbandOAuthInternalError"];
            503: components["responses"]["wristbandOAuthUnavailable"];
        };
    };
    zitadelPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelPasswordResetInput"];
            };
        };
        responses: {
            /** @description The code exists. It is in the answer only if `returnCode` was asked for; that answer is `Cache-Control: no-store`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelPasswordResetOutput"];
                };
            };
            /** @description The request is malformed, its template is refused, or the user cannot receive a code. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            /** @description No such user within the caller's boundary. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelSetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelSetPasswordInput"];
            };
        };
        responses: {
            /** @description The password is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelSetPasswordOutput"];
                };
            };
            /** @description The request is malformed, the proof does not hold, or the new password is refused. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelUpdateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelUpdateUserInput"];
            };
        };
        responses: {
            /** @description The user as asked for is in place. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelUpdateUserOutput"];
                };
            };
            /** @description The request is malformed, the proof does not hold, or the password or hash is refused. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            /** @description No such user within the caller's boundary. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            501: components["responses"]["zitadelUpdateUserNotServed"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelLockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelLockUserInput"];
            };
        };
        responses: {
            /** @description The user is locked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelLockUserOutput"];
                };
            };
            /** @description The request is malformed, or the user cannot be locked in his present state. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            /** @description No such user within the caller's boundary. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelUnlockUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelUnlockUserInput"];
            };
        };
        responses: {
            /** @description The user is no longer locked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelUnlockUserOutput"];
                };
            };
            /** @description The request is malformed, or the user is not locked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            /** @description No such user within the caller's boundary. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelCreateInviteCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelCreateInviteCodeInput"];
            };
        };
        responses: {
            /** @description The code exists. It is in the answer only if `returnCode` was asked for; that answer is `Cache-Control: no-store`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelCreateInviteCodeOutput"];
                };
            };
            /** @description The request is malformed, its template is refused, or the user needs no invitation. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            /** @description No such user within the caller's boundary. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelResendInviteCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelResendInviteCodeInput"];
            };
        };
        responses: {
            /** @description The mail is on its way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelResendInviteCodeOutput"];
                };
            };
            /** @description The request is malformed, or there is no mailed code to repeat. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            /** @description No such user within the caller's boundary. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelVerifyInviteCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the user. Any string in bounds is accepted; one that is no user's id is answered like an unknown user.
                 * @example 0192f3a4-1111-7d8e-9f01-23456789abcd
                 */
                userId: components["parameters"]["zitadelUserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelVerifyInviteCodeInput"];
            };
        };
        responses: {
            /** @description The code was right and is used up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelVerifyInviteCodeOutput"];
                };
            };
            /** @description The request is malformed, or the code does not hold. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            /** @description No such user within the caller's boundary. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelGetPasswordComplexitySettings: {
        parameters: {
            query?: {
                /**
                 * @description The tenant whose rules are asked for. Excludes `ctx.instance=true`.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                "ctx.orgId"?: components["parameters"]["zitadelCtxOrgId"];
                /**
                 * @description True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`.
                 * @example true
                 */
                "ctx.instance"?: components["parameters"]["zitadelCtxInstance"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelGetPasswordComplexitySettingsOutput"];
                };
            };
            400: components["responses"]["zitadelComplexityContextInvalid"];
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            404: components["responses"]["zitadelOrganizationNotFound"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelGetPasswordExpirySettings: {
        parameters: {
            query?: {
                /**
                 * @description The tenant whose rules are asked for. Excludes `ctx.instance=true`.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                "ctx.orgId"?: components["parameters"]["zitadelCtxOrgId"];
                /**
                 * @description True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`.
                 * @example true
                 */
                "ctx.instance"?: components["parameters"]["zitadelCtxInstance"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lifetime in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelGetPasswordExpirySettingsOutput"];
                };
            };
            400: components["responses"]["zitadelExpiryContextInvalid"];
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            404: components["responses"]["zitadelOrganizationNotFound"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelGetLockoutSettings: {
        parameters: {
            query?: {
                /**
                 * @description The tenant whose rules are asked for. Excludes `ctx.instance=true`.
                 * @example 01hq3kad3svktnkwp31fmt4bee
                 */
                "ctx.orgId"?: components["parameters"]["zitadelCtxOrgId"];
                /**
                 * @description True asks for the rules of the instance, which apply to tenants without rules of their own. Excludes `ctx.orgId`.
                 * @example true
                 */
                "ctx.instance"?: components["parameters"]["zitadelCtxInstance"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The limits in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelGetLockoutSettingsOutput"];
                };
            };
            400: components["responses"]["zitadelLockoutContextInvalid"];
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            404: components["responses"]["zitadelOrganizationNotFound"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelCreateSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelCreateSessionInput"];
            };
        };
        responses: {
            /** @description The session exists. The answer is `Cache-Control: no-store`. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelCreateSessionOutput"];
                };
            };
            /** @description The request is malformed or a check failed. There is no session. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            /** @description The user alone was to be checked, and there is none. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            501: components["responses"]["zitadelCheckNotServed"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelListSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelListSessionsInput"];
            };
        };
        responses: {
            /** @description The sessions found. With none, `sessions` and `totalResult` are absent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelListSessionsOutput"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            501: components["responses"]["zitadelSearchNotServed"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelGetSession: {
        parameters: {
            query?: {
                /**
                 * @description The session's present token. It stands in for the permission.
                 * @example rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE
                 */
                sessionToken?: components["parameters"]["zitadelSessionToken"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the session. Any string in bounds is accepted; one that is no session's id is answered with 404.
                 * @example 0192f3a4-9d01-7b2c-8e3f-456789abcdef
                 */
                sessionId: components["parameters"]["zitadelSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelGetSessionOutput"];
                };
            };
            /** @description A parameter is outside its bounds. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelSessionDenied"];
            /** @description No such session within the caller's boundary. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelDeleteSession: {
        parameters: {
            query?: {
                /**
                 * @description The session's present token. It stands in for the permission.
                 * @example rs_T4vHq9ZxCw2RkLm7PnY5sFb8JdGe1UaO3iXtQyK6MwE
                 */
                sessionToken?: components["parameters"]["zitadelSessionToken"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the session. Any string in bounds is accepted; one that is no session's id is answered with 404.
                 * @example 0192f3a4-9d01-7b2c-8e3f-456789abcdef
                 */
                sessionId: components["parameters"]["zitadelSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelDeleteSessionOutput"];
                };
            };
            /** @description A parameter is outside its bounds. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelSessionDenied"];
            /** @description No such session within the caller's boundary. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
    zitadelSetSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the session. Any string in bounds is accepted; one that is no session's id is answered with 404.
                 * @example 0192f3a4-9d01-7b2c-8e3f-456789abcdef
                 */
                sessionId: components["parameters"]["zitadelSessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["zitadelSetSessionInput"];
            };
        };
        responses: {
            /** @description The session is updated and has a new token. The answer is `Cache-Control: no-store`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelSetSessionOutput"];
                };
            };
            /** @description The request is malformed, a check failed, or the session has ended. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            401: components["responses"]["zitadelUnauthenticated"];
            403: components["responses"]["zitadelPermissionDenied"];
            /** @description No such session within the caller's boundary, or the user alone was to be checked and there is none. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["zitadelStatus"];
                };
            };
            413: components["responses"]["zitadelPayloadTooLarge"];
            415: components["responses"]["zitadelUnsupportedMediaType"];
            429: components["responses"]["zitadelKeyBudgetSpent"];
            500: components["responses"]["zitadelInternalError"];
            501: components["responses"]["zitadelCheckNotServed"];
            503: components["responses"]["zitadelUnavailable"];
        };
    };
}
