// Generated from openapi/ by openapi-typescript; do not edit.

export interface components {
    schemas: {
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
        /** @description The display name. Control characters are refused. */
        rekeyName: string;
        /**
         * Format: int64
         * @description Grows with every change; it is part of the ETag.
         */
        rekeyVersion: number;
        /** Format: date-time */
        rekeyMoment: string;
        /** @description A problem of RFC 9457. Some codes have further members. */
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
            /** @description The id of the second step of a login. */
            challenge?: string;
            /** @description The method of the second step, `mail` or `totp`. */
            method?: string;
            /** @description The ticket with which a password that must be changed is changed. */
            ticket?: string;
            /**
             * Format: date-time
             * @description When the challenge or ticket expires.
             */
            expiresAt?: string;
        };
        /** @description A broken rule. */
        rekeyViolation: {
            /** @description A JSON pointer into the body; empty for the body as a whole. */
            pointer?: string;
            /** @description The name of the parameter, if the violation is about one. */
            parameter?: string;
            code: string;
            message: string;
            /** @description The bounds of the rule. */
            params?: {
                [key: string]: string;
            };
        };
        /**
         * @description What ends with the old password: `all` sessions and refresh tokens, all `others` except the session that changes it, or
         *     `none`. If absent, `all`. The tenant's policy says which values are allowed.
         * @enum {string}
         */
        rekeyRevocation: "all" | "others" | "none" | (string & {});
        /** @enum {string} */
        rekeyChannel: "email" | "sms" | (string & {});
        /** @description A host name without port, compared in lower case. */
        rekeyHost: string;
        /**
         * @description A host that is not active yet. `verifyTenantHost` makes it active when the TXT record is published. Without a record, only
         *     a key of the platform can.
         */
        rekeyPendingHost: {
            host: components["schemas"]["rekeyHost"];
            /** @description The name of the TXT record that the owner of the domain publishes. */
            recordName?: string;
            /** @description The value of the record. It is a random value for this tenant and host, and not a secret. */
            recordValue?: string;
        };
        rekeyTenantCreation: {
            applicationId: components["schemas"]["rekeyShortId"];
            name: components["schemas"]["rekeyName"];
            /** @description The host names of this tenant, for surfaces that select the tenant by the host of the request. */
            hosts?: components["schemas"]["rekeyHost"][];
            number?: components["schemas"]["rekeyTenantNumber"];
        };
        /**
         * Format: int32
         * @description The tenant's id where ids are numbers, such as `customerId` of the boomi surface. It is unique and does not change. If a creation has none, one is drawn; a tenant of a version before 0.2 gets it when it is first needed.
         */
        rekeyTenantNumber: number;
        rekeyTenantChange: {
            name?: components["schemas"]["rekeyName"];
            /** @description The host names of this tenant; the list replaces the former ones, active and pending. */
            hosts?: components["schemas"]["rekeyHost"][];
        };
        rekeyTenant: {
            id: components["schemas"]["rekeyShortId"];
            number?: components["schemas"]["rekeyTenantNumber"];
            applicationId: components["schemas"]["rekeyShortId"];
            name: components["schemas"]["rekeyName"];
            /** @description Active host names of this tenant. */
            hosts: components["schemas"]["rekeyHost"][];
            /** @description Host names that are not active yet. */
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
        /**
         * @description A set of rules to start with, from SP 800-63B (`nist`) or the documented default of a product. Rules in the same request win.
         * @enum {string}
         */
        rekeyPresetName: "nist" | "boomi" | "entrust" | "wristband" | "zitadel" | (string & {});
        /** @description The rules, grouped by topic. Rules that are left out are inherited. */
        rekeyPolicyRules: {
            password?: components["schemas"]["rekeyPasswordRules"];
            tickets?: components["schemas"]["rekeyTicketRules"];
            sessions?: components["schemas"]["rekeySessionRules"];
            /** @description How a user proves that the mailbox is his, with a link or a short code (`otp`). */
            resetBy?: components["schemas"]["rekeyTicketMedium"];
            /** @description A user with a second factor also needs it for a reset. */
            resetNeedsFactor?: boolean;
            /** @description A password that an administrator chose is mailed in clear text, instead of a one-time link. */
            mailChosenPassword?: boolean;
            /** @description The allowed beginnings of links that callers request, with a scheme, a host and an optional path. At most 50 entries, of at most 200 bytes. */
            linkTemplates?: string[];
        };
        /** @description The rules for a new password. Lengths count code points; 0 switches a rule off. */
        rekeyPasswordRules: {
            /**
             * Format: int32
             * @description Minimum length if the password is the only factor, 1 to 255.
             */
            minLength?: number;
            /**
             * Format: int32
             * @description Minimum length with a second factor, 0 to 255; 0 means the same as without.
             */
            minLengthMfa?: number;
            /**
             * Format: int32
             * @description Maximum length, 1 to 1,024.
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
             * @description Longest run of one character, at most 255; 2 accepts aa and refuses aaa.
             */
            maxRepeated?: number;
            /**
             * Format: int32
             * @description Minimum strength, 0 to 4, by the estimated number of guesses.
             */
            minStrength?: number;
            /** @description Refuse common passwords and common patterns. */
            blocklist?: boolean;
            /** @description Refuse those on the operator's own list (REKEY_BLOCKLIST_FILE). */
            wordlist?: boolean;
            breachLookup?: components["schemas"]["rekeyBreachLookup"];
            /** @description Refuse passwords derived from the names of service, tenant or user, the family name, nickname and display name too. */
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
             * @description Also refuse passwords that were in use within this number of days, at most 36,500. At most 255 are stored for a user.
             */
            historyDays?: number;
            /**
             * Format: int32
             * @description Days from its last change until a password expires, at most 36,500; 0 means never. It also applies to existing passwords, unless a date was set for them.
             */
            lifetimeDays?: number;
            /**
             * Format: int32
             * @description Hours before a user may change his password again.
             */
            minLifetimeHours?: number;
            /** @description Days before the expiry on which the user is warned, at most 10 values. */
            warnDays?: number[];
        };
        /** @description Lifetimes of tickets, and the number of tries. */
        rekeyTicketRules: {
            /**
             * Format: int32
             * @description Lifetime of a short code in minutes, 1 to 15.
             */
            otpMinutes?: number;
            /**
             * Format: int32
             * @description Lifetime of a reset link or a returned code in minutes, 1 to 1,440.
             */
            linkMinutes?: number;
            /**
             * Format: int32
             * @description Lifetime of the link of a new account in hours, 1 to 168.
             */
            setHours?: number;
            /**
             * Format: int32
             * @description Lifetime of an invitation in hours, 1 to 168.
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
             * @description Messages to a user per hour, 1 to 20.
             */
            mailsPerHour?: number;
            /**
             * Format: int32
             * @description Lifetime of a generated password in hours, 1 to 168.
             */
            tempPassHours?: number;
            /**
             * @description Whether codes that count only with their user's id (`verificationCode` of the ZITADEL surface) have 6 letters and
             *     digits instead of 20. They then have the lifetime and the tries of a short code, and count against `accountTries`.
             */
            shortUserCodes?: boolean;
        };
        /** @description Lifetimes of sessions, and waiting times after failed logins. */
        rekeySessionRules: {
            /**
             * Format: int32
             * @description Lifetime of an access token in minutes, 1 to 15.
             */
            accessMinutes?: number;
            /**
             * Format: int32
             * @description Lifetime of a refresh token in days, 1 to 30.
             */
            refreshDays?: number;
            /**
             * Format: int32
             * @description Lifetime of a session in hours, 1 to 720.
             */
            sessionHours?: number;
            /**
             * Format: int32
             * @description A session ends after this many minutes without use, 0 (never) to 43200. It has to be more than accessMinutes, since a refresh counts as use.
             */
            idleMinutes?: number;
            /**
             * Format: int32
             * @description For this many seconds after its use, a refresh token gets the same successor again, 0 to 60: only for the same client, and until the successor is used. With 0, the default, a used token that is sent again ends its session.
             */
            refreshReuseSeconds?: number;
            /**
             * Format: int32
             * @description Failed logins before waiting begins, 1 to 100.
             */
            loginFailures?: number;
            /**
             * Format: int32
             * @description The first wait in seconds, 1 to 3,600; it doubles each time.
             */
            backoffSeconds?: number;
            /**
             * Format: int32
             * @description The longest wait in seconds, up to 86,400.
             */
            backoffMaxSeconds?: number;
            /** @description The values of `revoke` that a user may choose when he changes his password. `all` is the default and always allowed. */
            revocation?: components["schemas"]["rekeyRevocation"][];
        };
        /**
         * @description Ask the configured service whether a password is known from a breach; the service gets five of the forty digits of its SHA-1. If
         *     it does not answer, `fail_open` accepts the password and notes it in the audit trail, and `fail_closed` answers 503.
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
        /** @description A merge patch (RFC 7396) of a policy. Rules that it leaves out stay. */
        rekeyPolicyPatch: {
            preset?: components["schemas"]["rekeyPresetName"];
            rules?: components["schemas"]["rekeyPolicyRulesPatch"];
        };
        /** @description Changes of rules. Rules that are left out stay, and with `null` a rule is inherited again. */
        rekeyPolicyRulesPatch: {
            password?: components["schemas"]["rekeyPasswordRulesPatch"];
            tickets?: components["schemas"]["rekeyTicketRulesPatch"];
            sessions?: components["schemas"]["rekeySessionRulesPatch"];
            /**
             * @description How a user proves that the mailbox is his, with a link (`link`) or a short code (`otp`).
             * @example link
             */
            resetBy?: string | null;
            /** @description A user with a second factor also needs it for a reset. */
            resetNeedsFactor?: boolean | null;
            /** @description A password that an administrator chose is mailed in clear text, instead of a one-time link. */
            mailChosenPassword?: boolean | null;
            /** @description The allowed beginnings of links that callers request, with a scheme, a host and an optional path. At most 50 entries, of at most 200 bytes. */
            linkTemplates?: string[] | null;
        };
        /** @description Changes of the rules for passwords. With `null` a rule is inherited again. */
        rekeyPasswordRulesPatch: {
            /**
             * Format: int32
             * @description Minimum length if the password is the only factor, 1 to 255.
             */
            minLength?: number | null;
            /**
             * Format: int32
             * @description Minimum length with a second factor, 0 to 255; 0 means the same as without.
             */
            minLengthMfa?: number | null;
            /**
             * Format: int32
             * @description Maximum length, 1 to 1,024.
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
             * @description Longest run of one character, at most 255; 2 accepts aa and refuses aaa.
             */
            maxRepeated?: number | null;
            /**
             * Format: int32
             * @description Minimum strength, 0 to 4, by the estimated number of guesses.
             */
            minStrength?: number | null;
            /** @description Refuse common passwords and common patterns. */
            blocklist?: boolean | null;
            /** @description Refuse those on the operator's own list (REKEY_BLOCKLIST_FILE). */
            wordlist?: boolean | null;
            /**
             * @description Ask whether a password is known from a breach, `off`, `fail_open` or `fail_closed`.
             * @example fail_open
             */
            breachLookup?: string | null;
            /** @description Refuse passwords derived from the names of service, tenant or user, the family name, nickname and display name too. */
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
             * @description Also refuse passwords that were in use within this number of days, at most 36,500. At most 255 are stored for a user.
             */
            historyDays?: number | null;
            /**
             * Format: int32
             * @description Days from its last change until a password expires, at most 36,500; 0 means never. It also applies to existing passwords, unless a date was set for them.
             */
            lifetimeDays?: number | null;
            /**
             * Format: int32
             * @description Hours before a user may change his password again.
             */
            minLifetimeHours?: number | null;
            /** @description Days before the expiry on which the user is warned, at most 10 values. */
            warnDays?: number[] | null;
        };
        /** @description Changes of the rules for tickets. With `null` a rule is inherited again. */
        rekeyTicketRulesPatch: {
            /**
             * Format: int32
             * @description Lifetime of a short code in minutes, 1 to 15.
             */
            otpMinutes?: number | null;
            /**
             * Format: int32
             * @description Lifetime of a reset link or a returned code in minutes, 1 to 1,440.
             */
            linkMinutes?: number | null;
            /**
             * Format: int32
             * @description Lifetime of the link of a new account in hours, 1 to 168.
             */
            setHours?: number | null;
            /**
             * Format: int32
             * @description Lifetime of an invitation in hours, 1 to 168.
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
             * @description Messages to a user per hour, 1 to 20.
             */
            mailsPerHour?: number | null;
            /**
             * Format: int32
             * @description Lifetime of a generated password in hours, 1 to 168.
             */
            tempPassHours?: number | null;
            /**
             * @description Whether codes that count only with their user's id (`verificationCode` of the ZITADEL surface) have 6 letters and
             *     digits instead of 20. They then have the lifetime and the tries of a short code, and count against `accountTries`.
             */
            shortUserCodes?: boolean | null;
        };
        /** @description Changes of the rules for sessions. With `null` a rule is inherited again. */
        rekeySessionRulesPatch: {
            /**
             * Format: int32
             * @description Lifetime of an access token in minutes, 1 to 15.
             */
            accessMinutes?: number | null;
            /**
             * Format: int32
             * @description Lifetime of a refresh token in days, 1 to 30.
             */
            refreshDays?: number | null;
            /**
             * Format: int32
             * @description Lifetime of a session in hours, 1 to 720.
             */
            sessionHours?: number | null;
            /**
             * Format: int32
             * @description A session ends after this many minutes without use, 0 (never) to 43200. It has to be more than accessMinutes, since a refresh counts as use.
             */
            idleMinutes?: number | null;
            /**
             * Format: int32
             * @description For this many seconds after its use, a refresh token gets the same successor again, 0 to 60: only for the same client, and until the successor is used. With 0, the default, a used token that is sent again ends its session.
             */
            refreshReuseSeconds?: number | null;
            /**
             * Format: int32
             * @description Failed logins before waiting begins, 1 to 100.
             */
            loginFailures?: number | null;
            /**
             * Format: int32
             * @description The first wait in seconds, 1 to 3,600; it doubles each time.
             */
            backoffSeconds?: number | null;
            /**
             * Format: int32
             * @description The longest wait in seconds, up to 86,400.
             */
            backoffMaxSeconds?: number | null;
            /** @description The values of `revoke` that a user may choose when he changes his password. `all` is the default and always allowed. */
            revocation?: components["schemas"]["rekeyRevocation"][] | null;
        };
        rekeyChangedPolicy: {
            preset?: components["schemas"]["rekeyPresetName"];
            rules: components["schemas"]["rekeyPolicyRules"];
            version: components["schemas"]["rekeyVersion"];
            /** @description The rules that the level no longer sets, with their former values. They are inherited again. */
            removed: components["schemas"]["rekeyPolicyRules"];
            /** @description Only with `dryRun`. Nothing was changed, and `version` is the current one. */
            preview?: components["schemas"]["rekeyPolicyPreview"];
        };
        /**
         * @description The rules that would apply in the tenant, or in the tenants of the application that do not set them themselves. The counts
         *     include users who are neither disabled nor locked and whose password is stored in Rekey; for an application, those of the tenants
         *     that inherit `password.lifetimeDays`.
         */
        rekeyPolicyPreview: {
            rules: components["schemas"]["rekeyPolicyRules"];
            /** @description The level that would impose each rule, by the name of the rule, such as `password.minLength`. */
            levels: {
                [key: string]: components["schemas"]["rekeyPolicyLevel"];
            };
            /**
             * Format: int64
             * @description The number of passwords that open a session now, but would be older than `password.lifetimeDays`. Their users would have to change them at the next login.
             */
            passwordsThatWouldExpire: number;
            /**
             * Format: int64
             * @description The number of passwords that have expired now, but would open a session again.
             */
            passwordsThatWouldWorkAgain: number;
            /**
             * Format: int64
             * @description The number of passwords that could be used only to change them, because they are expired, generated or marked with `mustChange`; this includes those of `passwordsThatWouldExpire`. No other rule affects existing passwords.
             */
            passwordsToChange: number;
        };
        rekeyEffectivePolicy: {
            tenantId: components["schemas"]["rekeyShortId"];
            rules: components["schemas"]["rekeyPolicyRules"];
            /** @description The level that imposes each rule, by the name of the rule, such as `password.minLength`. */
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
        /**
         * @description The state of the ticket. A ticket in the state `consumed`, `superseded` (another replaced it), `revoked` or `expired` has ended.
         * @enum {string}
         */
        rekeyTicketState: "issued" | "queued" | "delivered" | "failed" | "opened" | "verified" | "consumed" | "superseded" | "revoked" | "expired" | (string & {});
        /**
         * @description Why a ticket was revoked; `exhausted` means too many wrong codes.
         * @enum {string}
         */
        rekeyTicketEnd: "revoked" | "exhausted" | (string & {});
        /**
         * @description `set`: a first password; `reset`: a forgotten password; `invite`: a new user who has not proven his address yet; `verify`: an address that is to be proven, which sets no password.
         * @enum {string}
         */
        rekeyTicketPurpose: "set" | "reset" | "invite" | "verify" | (string & {});
        /**
         * @description A link with a long secret, or a short code to enter by hand.
         * @enum {string}
         */
        rekeyTicketMedium: "link" | "otp" | (string & {});
        /**
         * @description `ticket`: 43 characters, for redeemTicket. `key`: a random UUID, for the link operations of `/api/Password`.
         * @enum {string}
         */
        rekeyTicketForm: "ticket" | "key" | (string & {});
        /**
         * @description Whether Rekey sends it to the user or returns it to the caller.
         * @enum {string}
         */
        rekeyTicketDelivery: "send" | "return" | (string & {});
        /**
         * Format: password
         * @description The secret of a link, a code, or the request code that goes with a code.
         */
        rekeyProofText: string;
        rekeyTicketCreation: {
            userId: components["schemas"]["rekeyUuid"];
            /** @description `reset` if absent. `set` is for a first password, `invite` for a user who has not proven his address yet, `verify` for an address. */
            purpose?: components["schemas"]["rekeyTicketPurpose"];
            /** @description With purpose `verify`, and only then: the address to verify, one of the user's. If absent, it is the primary e-mail address, or with `channel` sms the primary phone number. */
            address?: string;
            medium: components["schemas"]["rekeyTicketMedium"];
            /** @description The form of the link's secret; `ticket` if absent. Only with `medium` link, and not with purpose `verify`. */
            form?: components["schemas"]["rekeyTicketForm"];
            /** @description `send`, the default: Rekey sends it to the user. `return`: the caller gets it in the answer. */
            deliver?: components["schemas"]["rekeyTicketDelivery"];
            /** @description The channel; `email` if absent. Only with `deliver` send. */
            channel?: components["schemas"]["rekeyChannel"];
            /** @description The address of the link, with the placeholders {{.UserID}}, {{.Code}} and {{.OrgID}}. It must begin with an entry of the tenant's allow-list. Only with `medium` link. */
            linkTemplate?: string;
            /**
             * Format: int32
             * @description The lifetime; by default as the tenant's policy says. At most 15 minutes for a short code, 24 hours for a reset link, 7 days otherwise.
             */
            lifetimeSeconds?: number;
            /** @description Unlock the user, and reset the count of wrong tries; false if absent. */
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
             * @description The number of wrong codes.
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
             * @description The link for the user, if it was returned.
             */
            link?: string;
            proof?: components["schemas"]["rekeyIssuedProof"];
        };
        /** @description The proof that redeems the ticket, as `inspect` and `redeem` accept it, or a `key`; for a short code that was sent, the caller's half of it. */
        rekeyIssuedProof: {
            ticket?: components["schemas"]["rekeyProofText"];
            /**
             * Format: uuid
             * @description The key of a ticket with `form` key, for the link operations of `/api/Password`.
             */
            key?: string;
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
             * @description The minimum length of the password.
             */
            minPasswordLength: number;
            /** @description The tenant also requires the user's second factor. */
            secondFactorRequired: boolean;
            expiresAt: components["schemas"]["rekeyMoment"];
        };
        rekeyVerifiedAddress: {
            userId: components["schemas"]["rekeyUuid"];
            kind: components["schemas"]["rekeyVerifiedAddressKind"];
            address: string;
        };
        /**
         * @description What kind of address it is.
         * @enum {string}
         */
        rekeyVerifiedAddressKind: "email" | "phone" | (string & {});
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
             * @description A code of the user's authenticator app, or a recovery code, if `secondFactorRequired` is true.
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
        /**
         * @description How far the permissions of a user reach. `self` is a user without rights over others.
         * @enum {string}
         */
        rekeyUserBoundary: "self" | "tenant" | "application" | "platform" | (string & {});
        /**
         * @description What the user said of himself; `unspecified` if absent.
         * @enum {string}
         */
        rekeyGender: "unspecified" | "female" | "male" | "diverse" | (string & {});
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
        /**
         * @description The id that the user has in another system, or had there before he was moved. It is unique in the tenant, compared with its case,
         *     never changed, and never given to another user, even if this one is deleted. It is not the id of a user. One in the form of a UUID
         *     has to be new in the whole installation.
         * @example 163840776835432705
         */
        rekeyExternalId: string;
        rekeyUserCreation: {
            tenantId: components["schemas"]["rekeyShortId"];
            externalId?: components["schemas"]["rekeyExternalId"];
            /**
             * @description What the user logs in with; unique in the tenant, without regard to case and width. It holds no invisible, control, private-use or
             *     unassigned character (RFC 8264, FreeformClass); joiners where a script needs them are kept and not compared.
             */
            username: string;
            /** @description How messages address the user. */
            givenName?: string;
            /** @description The user's family name. */
            familyName?: string;
            /** @description What the user is called among friends. */
            nickname?: string;
            /** @description The name that is shown to others. */
            displayName?: string;
            gender?: components["schemas"]["rekeyGender"];
            locale?: components["schemas"]["rekeyLocale"];
            /** @description Where mails go. One of them is the primary one. */
            emails?: components["schemas"]["rekeyUserAddress"][];
            /** @description Where text messages go, in the notation of E.164. */
            phones?: components["schemas"]["rekeyUserPhone"][];
            /** @description Where the password is stored; it cannot be changed later. `local` if absent. */
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
            /** @description The user's family name. */
            familyName?: string;
            /** @description What the user is called among friends. */
            nickname?: string;
            /** @description The name that is shown to others. */
            displayName?: string;
            gender?: components["schemas"]["rekeyGender"];
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
            externalId?: components["schemas"]["rekeyExternalId"];
            /**
             * Format: int32
             * @description The user's id where ids are numbers, unique in the tenant. It is the `externalId` if that is a number from 1 to 2147483647.
             */
            number: number;
            tenantId: components["schemas"]["rekeyShortId"];
            applicationId: components["schemas"]["rekeyShortId"];
            username: string;
            givenName: string;
            familyName: string;
            nickname: string;
            displayName: string;
            gender: components["schemas"]["rekeyGender"];
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
        /** @description A permission of the catalogue; `*` is all of them. */
        rekeyPermission: string;
        rekeyPermissionMeaning: {
            name: components["schemas"]["rekeyPermission"];
            /** @description One sentence. */
            meaning: string;
        };
        rekeyPermissionList: {
            items: components["schemas"]["rekeyPermissionMeaning"][];
        };
        /** @description Send exactly one of `userId` and `tenantId`. The names are for a future user. */
        rekeyPasswordCheck: {
            userId?: components["schemas"]["rekeyUuid"];
            tenantId?: components["schemas"]["rekeyShortId"];
            /** @description The name of a future user; the password must not be derived from it. */
            username?: string;
            /** @description The given name of a future user; the password must not be derived from it. */
            givenName?: string;
            /** @description The family name of a future user; the password must not be derived from it. */
            familyName?: string;
            /** @description The nickname of a future user; the password must not be derived from it. */
            nickname?: string;
            /** @description The display name of a future user; the password must not be derived from it. */
            displayName?: string;
            /** @description The address of a future user; the password must not be derived from it. */
            email?: string;
            /** @description True if the future user will have a second factor. */
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
             * @description From 0, guessed at once, to 4.
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
        /** @description A SHA-256, in hexadecimal. */
        rekeyHash: string;
        /**
         * Format: int64
         * @description The place within the chain, from 1, without gaps.
         */
        rekeySequence: number;
        /**
         * @description An entry of the audit trail. Members that do not apply are empty. The events of a tenant form a chain, and events without a
         *     tenant form another one.
         */
        rekeyEvent: {
            id: string;
            at: components["schemas"]["rekeyMoment"];
            /** @description The tenant of the user. */
            applicationId: string;
            /** @description The chain of the event. */
            tenantId: string;
            /** @description The user whom the action was about. */
            userId: string;
            actorKind: components["schemas"]["rekeyActorKind"];
            /** @description The id of the API key or the user, or the part of the service. */
            actorId: string;
            action: components["schemas"]["rekeyEventAction"];
            outcome: components["schemas"]["rekeyEventOutcome"];
            /** @description The API that was used. */
            surface: string;
            /** @description The X-Request-Id of the request. */
            requestId: string;
            /** @description The client's address; for IPv6 its network. */
            source: string;
            /** @description The ticket of the event. */
            ticketId: string;
            /** @description More details, for people. */
            detail: string;
            sequence: components["schemas"]["rekeySequence"];
            previousHash: components["schemas"]["rekeyHash"];
            hash: components["schemas"]["rekeyHash"];
        };
        /**
         * @description The kind of the actor; `system` is the service itself.
         * @enum {string}
         */
        rekeyActorKind: "anonymous" | "api_key" | "user" | "system" | (string & {});
        /**
         * @description The action or attempt, as a resource and what happened to it. More values may follow. The guide to the audit trail explains each
         *     of them.
         * @enum {string}
         */
        rekeyEventAction: "address.verify" | "api_key.create" | "api_key.revoke" | "api_key.rotate" | "api_key.update" | "app.shut" | "application.create" | "application.delete" | "application.update" | "audit.archive" | "budget.spent" | "database.restore" | "code.shut" | "invite.accept" | "login" | "login.challenge" | "login.change_required" | "login.code" | "login.resend" | "message.resent" | "mfa.confirm" | "mfa.confirmed" | "mfa.enroll" | "mfa.enrolled" | "mfa.recovery_renew" | "mfa.recovery_renewed" | "mfa.recovery_used" | "mfa.remove" | "mfa.removed" | "password.change" | "password.expiry_notice" | "password.expiry_warning" | "password.generate" | "password.import" | "password.invite" | "password.remove" | "password.reset" | "password.set" | "password.shut" | "password.unverifiable" | "policy.set" | "proof.shut" | "refresh_token.revoke" | "reset.request" | "second_factor.unverifiable" | "secret.adopt" | "secret.change" | "secret.forget" | "session.challenge" | "session.check" | "session.create" | "session.end" | "session.end_all" | "session.refresh" | "session.update" | "signing_key.create" | "signing_key.retire" | "signing_key.rotate" | "tenant.create" | "tenant.delete" | "tenant.host_claim" | "tenant.host_remove" | "tenant.host_set" | "tenant.host_verify" | "tenant.update" | "ticket.consumed" | "ticket.delivered" | "ticket.expired" | "ticket.factor" | "ticket.failed" | "ticket.foreign" | "ticket.guess" | "ticket.issued" | "ticket.opened" | "ticket.queued" | "ticket.revoked" | "ticket.superseded" | "ticket.verified" | "user.create" | "user.delete" | "user.disable" | "user.enable" | "user.import" | "user.lock" | "user.unlock" | "user.update" | "username.remind" | (string & {});
        /**
         * @description `refused`: the caller got an error. `ignored`: nothing was done, and the caller got the usual answer, so that it does not reveal
         *     whether the user exists.
         * @enum {string}
         */
        rekeyEventOutcome: "done" | "refused" | "ignored" | (string & {});
        rekeyEventList: {
            items: components["schemas"]["rekeyEvent"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        rekeySortOrder: "asc" | "desc" | (string & {});
        /** @description The first place at which a chain is not intact. */
        rekeyAuditFlaw: {
            /** @description The chain; the platform's is empty. */
            tenantId: string;
            sequence: components["schemas"]["rekeySequence"];
            /** @description Absent if the event is missing. */
            eventId?: string;
            why: components["schemas"]["rekeyAuditFlawKind"];
        };
        /**
         * @description `changed`: the event does not match its hash. `missing`: there is no such event. `out_of_order`: it does not follow the event
         *     before it. `head_mismatch`: the chain has another end than the stored one. `checkpoint_mismatch`: a signed checkpoint has
         *     another hash. `checkpoint_signature`: the checkpoint was changed.
         * @enum {string}
         */
        rekeyAuditFlawKind: "changed" | "missing" | "out_of_order" | "head_mismatch" | "checkpoint_mismatch" | "checkpoint_signature" | (string & {});
        rekeyAuditVerdict: {
            /** @description No flaw was found so far. */
            intact: boolean;
            /**
             * Format: int64
             * @description The number of events that this request checked.
             */
            checked: number;
            /**
             * Format: int64
             * @description The number of chains that it checked completely.
             */
            chains: number;
            firstBad?: components["schemas"]["rekeyAuditFlaw"];
            /** @description There is more to check; send this value to continue. */
            resume?: string;
        };
        rekeyCheckpoint: {
            id: string;
            /** @description The chain; the platform's is empty. */
            tenantId: string;
            sequence: components["schemas"]["rekeySequence"];
            head: components["schemas"]["rekeyHash"];
            createdAt: components["schemas"]["rekeyMoment"];
            /**
             * @description A compact JWS (RFC 7515), RS256, of type `rekey-checkpoint+jwt`. Its payload has `iss`, `iat`, `tenantId`, `sequence` and `head`.
             *     With the type `rekey-archive+jwt` it is the signature of an archive; the chain's events in the database begin after it.
             */
            jws: string;
        };
        rekeyCheckpointList: {
            items: components["schemas"]["rekeyCheckpoint"][];
            nextCursor?: string;
        };
        /** @description Exactly one of `username` and `email`. */
        rekeyResetRequestCreation: {
            /** @description The user whose password is forgotten. Send this or `email`. */
            username?: string;
            /** @description The address of the user whose password is forgotten. Send this or `username`. */
            email?: string;
            tenantId?: components["schemas"]["rekeyShortId"];
        };
        rekeyResetRequest: {
            /**
             * Format: password
             * @description The caller's half of the proof; the other half is in the mail.
             */
            requestCode?: string;
        };
        /**
         * @description `sent`: the mail server or SMS gateway accepted it. `failed`: it was given up.
         * @enum {string}
         */
        rekeyMessageState: "queued" | "sent" | "failed" | (string & {});
        /**
         * @description The template of the message. The first six have a ticket, `login_code`, `session_code` and `new_password` a secret; the others notify a user.
         * @enum {string}
         */
        rekeyMessageTemplate: "reset_link" | "reset_otp" | "set_link" | "invite" | "verify_link" | "verify_code" | "username_reminder" | "login_code" | "session_code" | "password_updated" | "new_password" | "password_expiry" | "addresses_changed" | "mfa_changed" | "tries_shut" | (string & {});
        rekeyMessage: {
            id: components["schemas"]["rekeyUuid"];
            applicationId: components["schemas"]["rekeyShortId"];
            tenantId: components["schemas"]["rekeyShortId"];
            userId: components["schemas"]["rekeyUuid"];
            ticketId?: components["schemas"]["rekeyUuid"];
            channel: components["schemas"]["rekeyChannel"];
            template: components["schemas"]["rekeyMessageTemplate"];
            state: components["schemas"]["rekeyMessageState"];
            /**
             * Format: int32
             * @description The number of attempts since it was last queued.
             */
            attempts: number;
            /** @description The last answer of the mail server or SMS gateway, without parts that repeat the message or its recipient. */
            lastAnswer?: string;
            nextAttemptAt?: components["schemas"]["rekeyMoment"];
            createdAt: components["schemas"]["rekeyMoment"];
            sentAt?: components["schemas"]["rekeyMoment"];
            failedAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: date-time
             * @description Until this time a failed message can be sent again.
             */
            resendableUntil?: string;
        };
        rekeyMessageList: {
            items: components["schemas"]["rekeyMessage"][];
            nextCursor?: string;
        };
        /**
         * @description The scope of an API key. A key with `self` belongs to a user and can act only for him.
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
             * @description The user whose key it is; only with the boundary `self`. Application and tenant are then those of the user.
             */
            userId?: string;
            /** @description The tenants that the key includes or excludes, as the boundary says. */
            tenantIds?: components["schemas"]["rekeyShortId"][];
            /** @description The permissions of the key, within its boundary. A caller cannot grant more than it has. */
            permissions?: components["schemas"]["rekeyPermission"][];
            expiresAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: int32
             * @description Requests of the key that each node accepts in a minute; 6,000 if absent. Only callers with the boundary `platform` may set it.
             */
            requestsPerMinute?: number;
            /**
             * Format: int32
             * @description Concurrent requests of the key that each node accepts; 64 if absent. Only callers with the boundary `platform` may set it.
             */
            requestsAtOnce?: number;
        };
        rekeyApiKeyRegistration: {
            name: components["schemas"]["rekeyName"];
            boundary: components["schemas"]["rekeyKeyBoundary"];
            applicationId?: components["schemas"]["rekeyShortId"];
            tenantId?: components["schemas"]["rekeyShortId"];
            /** @description The tenants that the key includes or excludes, as the boundary says. */
            tenantIds?: components["schemas"]["rekeyShortId"][];
            /** @description The permissions of the key, within its boundary. A caller cannot grant more than it has. */
            permissions?: components["schemas"]["rekeyPermission"][];
            expiresAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: int32
             * @description Requests of the key that each node accepts in a minute; 6,000 if absent. Only callers with the boundary `platform` may set it.
             */
            requestsPerMinute?: number;
            /**
             * Format: int32
             * @description Concurrent requests of the key that each node accepts; 64 if absent. Only callers with the boundary `platform` may set it.
             */
            requestsAtOnce?: number;
            /**
             * @description The public key in PEM. RSA of 2,048 to 4,096 bits for RS256, P-256 for ES256, or Ed25519 for EdDSA.
             * @example -----BEGIN PUBLIC KEY-----
             *     MCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=
             *     -----END PUBLIC KEY-----
             */
            publicKey: string;
            /**
             * @description The program, as `iss` and `sub` of its assertions name it. The id of the API key if absent.
             * @example login-app
             */
            subject?: string;
            /**
             * @description The name of the public key, `kid` of the assertions. Its fingerprint if absent.
             * @example 239120551178895617
             */
            keyId?: string;
        };
        rekeyApiKeyChange: {
            name?: components["schemas"]["rekeyName"];
            /** @description The permissions of the key; the list replaces the former one. */
            permissions?: components["schemas"]["rekeyPermission"][];
            /**
             * Format: date-time
             * @description Null means never.
             */
            expiresAt?: string | null;
            /**
             * Format: int32
             * @description Requests of the key that each node accepts in a minute; null means 6,000. Only callers with the boundary `platform` may set it.
             */
            requestsPerMinute?: number | null;
            /**
             * Format: int32
             * @description Concurrent requests of the key that each node accepts; null means 64. Only callers with the boundary `platform` may set it.
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
            /** @description The first characters of the key, to find it in a configuration. */
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
             * @description Requests of the key that each node accepts in a minute.
             */
            requestsPerMinute: number;
            /**
             * Format: int32
             * @description Concurrent requests of the key that each node accepts.
             */
            requestsAtOnce: number;
            expiresAt?: components["schemas"]["rekeyMoment"];
            revokedAt?: components["schemas"]["rekeyMoment"];
            lastUsedAt?: components["schemas"]["rekeyMoment"];
            rotatedAt?: components["schemas"]["rekeyMoment"];
            formerSecretUntil?: components["schemas"]["rekeyMoment"];
            /** @description The program, as its assertions name it. Only of a key with a public key that is not revoked. */
            subject?: string;
            /** @description The name of the public key, as the assertions name it. Only of a key with a public key. */
            keyId?: string;
            /** @description The public key, as its thumbprint (RFC 7638, SHA-256). Only of a key with a public key. */
            fingerprint?: string;
            version: components["schemas"]["rekeyVersion"];
            createdAt: components["schemas"]["rekeyMoment"];
            updatedAt: components["schemas"]["rekeyMoment"];
        };
        /** @description An API key with its secret, which only this answer shows. */
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
             * @description How long the key is published before it signs; 600 if absent. With 0, a service that caches the JWKS may refuse tokens until it reads it again.
             */
            signsAfterSeconds?: number;
        };
        /**
         * @description `next`: published, does not sign yet. `current`: signs. `former`: its tokens are still accepted. `retired`: its tokens are refused.
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
             * @description From this time on, tokens of the key are refused; it may be in the future.
             */
            retiredAt?: string;
            jwk?: components["schemas"]["rekeySigningJwk"];
        };
        /** @description The public key of a signing key (RFC 7517). It is absent if the secret file cannot open the key. */
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
        rekeyPasswordState: {
            present: boolean;
            /** @description The password may be used only to change it. */
            mustChange: boolean;
            changedAt?: components["schemas"]["rekeyMoment"];
            expiresAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: date-time
             * @description When the user will be warned of the expiry.
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
            /** @description Generate a password. It works once, and only to choose another. */
            generate?: boolean;
            /**
             * Format: password
             * @description A PHC or crypt string of argon2id, bcrypt, scrypt, PBKDF2 or SHA-crypt.
             */
            hash?: string;
            /** @description Return the generated password in this answer. */
            returnPassword?: boolean;
            /** @description Mail the generated password to the user. For a chosen password, mail a link with which he chooses another, unless the policy allows the password to be mailed. */
            mailPassword?: boolean;
            /** @description The password may be used only to change it. If absent, this applies to a generated password. */
            mustChange?: boolean;
            /**
             * Format: date-time
             * @description If absent, the policy's lifetime applies.
             */
            expiresAt?: string;
            /** @description Delete the history of earlier passwords. */
            clearHistory?: boolean;
            /** @description Unlock the user, and reset the count of wrong tries; false if absent. */
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
            /** @description The generated password, if the request asked for it; it is shown only once. */
            password?: string;
            /** Format: int32 */
            endedSessions: number;
            /** Format: int32 */
            revokedRefreshTokens: number;
            state: components["schemas"]["rekeyPasswordState"];
        };
        /**
         * @description The method of the second step, a mailed code or an authenticator app (or one of its recovery codes).
         * @enum {string}
         */
        rekeySecondFactorMethod: "none" | "mail" | "totp" | (string & {});
        rekeySecondFactor: {
            method: components["schemas"]["rekeySecondFactorMethod"];
            confirmedAt?: components["schemas"]["rekeyMoment"];
            /**
             * Format: date-time
             * @description Until this time an enrolled app waits for its first code.
             */
            pendingUntil?: string;
            /** Format: int32 */
            recoveryCodesLeft: number;
        };
        rekeyProof: {
            /**
             * Format: password
             * @description The current password of a user who acts for himself; other callers do not need it.
             */
            currentPassword?: string;
        };
        rekeyFreshness: {
            /**
             * Format: password
             * @description The current password of a user who acts for himself; other callers do not need it.
             */
            currentPassword?: string;
            /**
             * Format: password
             * @description A code of the authenticator app, or a recovery code.
             */
            code?: string;
        };
        rekeyTotpEnrollment: {
            /** @description The secret in base 32, to enter by hand. */
            secret: string;
            /** @description The same as an otpauth address, for a QR code. */
            uri: string;
            expiresAt: components["schemas"]["rekeyMoment"];
        };
        rekeyTotpCode: {
            /**
             * Format: password
             * @description A code of the app.
             */
            code: string;
        };
        rekeyRecoveryCodes: {
            /** @description The recovery codes; each works once. */
            recoveryCodes: string[];
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
             * @description The code of the second step. It is a mailed code, a code of an authenticator app, or a recovery code.
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
             * @description The id of the refresh token, with which it can be revoked. It is not a secret.
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
             * @description When the password was checked in this session.
             */
            passwordAt?: string;
            /**
             * Format: date-time
             * @description When the second factor was checked in this session.
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
        /** @description The answer of an action without a result. The vendor's has a status as well, whose name and values it does not publish. */
        boomiAdminActionResult: {
            /** @description Always null. */
            data?: Record<string, unknown> | null;
        };
        /** @description A user of the customer. */
        boomiAdminUser: {
            /** @description The primary e-mail address. */
            email: string;
            firstName: string;
            lastName: string;
            /** @description What the user logs in with. */
            username: string;
            /** @description The user is not disabled. */
            isActive: boolean;
            /** @description The user is not disabled. */
            isEnabled: boolean;
            /** @description Always true. The audit trail has all logins and sessions of a user. */
            isLogSession: boolean;
            /**
             * Format: int32
             * @description The integer id of the user.
             */
            id?: number;
            /**
             * Format: int32
             * @description The integer id of the customer.
             */
            customerId?: number;
        };
        /** @description A user to be created or updated. */
        boomiAdminUserModel: {
            /** @description The primary e-mail address. */
            email: string;
            firstName: string;
            lastName: string;
            /** @description What the user logs in with. */
            username: string;
            /** @description False disables the user. isActive and isEnabled must be the same. */
            isActive: boolean;
            /** @description False disables the user. isActive and isEnabled must be the same. */
            isEnabled: boolean;
            /** @description Without effect. The audit trail has all logins and sessions of a user. */
            isLogSession: boolean;
            /**
             * Format: int32
             * @description The user to be updated. At a creation 0, or left out.
             */
            id?: number;
            /**
             * Format: int32
             * @description The id of the customer, or 0, or left out. Any other id is answered 403.
             */
            customerId?: number;
            /**
             * Format: password
             * @description An administrator does not choose passwords, as in the vendor's own form; the user sets one through a link.
             */
            password?: string | null;
            /** @description Rekey does not transfer files, so it has no organizations. */
            organizationIds?: string | null;
            /**
             * Format: int32
             * @description Rekey does not transfer files.
             */
            defaultUploadFlowEndpointId?: number | null;
            /** @description Rekey has no roles; permissions of users are set by the native API. */
            roleIds?: number[] | null;
        };
        /** @description A user that was created or updated. The vendor does not publish the name of the first member. */
        boomiAdminUserResult: {
            entity: components["schemas"]["boomiAdminUser"];
            /** Format: int32 */
            recordsAffected: number;
        };
        /** @description A user in the list, with the state of the logins. */
        boomiAdminUserRow: {
            /** Format: int32 */
            id?: number;
            firstName?: string | null;
            lastName?: string | null;
            username?: string | null;
            /** @description The user is not disabled. */
            isEnabled?: boolean;
            /** @description The user is not disabled. */
            isActive?: boolean;
            /** @description The user has rights over other users. */
            isAdmin?: boolean;
            /** Format: date-time */
            created?: string;
            email?: string | null;
            customerName?: string | null;
            /** Format: int32 */
            customerId?: number;
            /**
             * Format: int32
             * @description The wrong passwords since the last right one.
             */
            failedAttempts?: number;
            /**
             * Format: date-time
             * @description Until when no password is accepted; absent if one is. The end of the year 9999 for a user who is locked, or had too many
             *     wrong passwords, and stays so until he is unlocked.
             */
            bannedUntil?: string;
            /**
             * Format: date-time
             * @description The last login whose session Rekey still keeps.
             */
            lastLogin?: string | null;
        };
        /** @description The current password and the new one, entered twice. All three are required, although the vendor marks them optional. */
        boomiChangePassword: {
            /**
             * Format: int32
             * @description The number of the user whose token is sent, or 0, or left out. It does not select another user: any other
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
        /** @description A text for the user, after the change. */
        boomiChangePasswordAnswer: {
            message?: string | null;
        };
        /** @description The user who forgot his password or his user name. Both operations have this model. */
        boomiForgotModel: {
            /** @description The name of the user whose password is forgotten. */
            username?: string | null;
            /** @description The address of the user whose user name is forgotten. */
            emailAddress?: string | null;
        };
        /** @description User name and password, and the mailed code on the second call. Note the capital N, which is the vendor's. */
        boomiLoginModel: {
            userName: string;
            /** Format: password */
            password: string;
            /**
             * Format: password
             * @description The mailed code, a code of the authenticator app, or a recovery code. Leave it out to get a code by mail.
             */
            oneTimePasscode?: string | null;
        };
        /** @description A second factor is needed. A code was mailed, or the authenticator app has one; log in again with it. */
        boomiMfaChallenge: {
            /** @description The id of the challenge, needed only to have the code sent again. */
            sid: string;
            /** @description A text for the user. It does not contain the address. */
            message: string;
            /**
             * Format: date-time
             * @description When the challenge ends.
             */
            expiresAt?: string;
        };
        /**
         * @description The answer of a link check and the body of a redemption; both have the same model, as with the vendor. No field is
         *     required by the schema: a redemption without a key is answered like one with an unknown key.
         */
        boomiPasswordModel: {
            /**
             * Format: uuid
             * @description The key of the link. A malformed key is answered exactly like an unknown one.
             */
            key?: string;
            /** @description Whether the user has a second factor. Effectively read-only; a value in a request is ignored. */
            mfaEnabled?: boolean;
            /** @description The user's name. Effectively read-only; a value in a request is ignored. */
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
        /** @description A sentence for the user. A bare string, not an object. */
        boomiPasswordResult: string;
        /** @description Why a request was refused. It never repeats a value of the request. */
        boomiProblemDetails: {
            /** @description `about:blank`, or `urn:rekey:fault:<code>` where a client may need to distinguish refusals. */
            type: string;
            /** @description The name of the status. */
            title: string;
            /** Format: int32 */
            status: number;
            /** @description One sentence for people. */
            detail?: string;
            /** @description The id of this request in the log. */
            traceId?: string;
            /**
             * Format: uuid
             * @description The key of a reset link, for a user whose right password may be used only to change it. It works for one
             *     call of resetPassword.
             */
            key?: string;
            /** @description Messages, by the JSON pointer of their field. */
            errors?: {
                [key: string]: string[];
            };
            /** @description The broken rules of the password policy, for programs. */
            violations?: components["schemas"]["boomiRuleViolation"][];
        };
        /** @description The refresh token to be exchanged. It is required, although the vendor marks it optional. */
        boomiRefreshTokenModel: {
            /** Format: password */
            refreshToken?: string | null;
        };
        /** @description The challenge that needs a new code. */
        boomiResendMfa: {
            /** @description The id of the challenge, from the 409 of a login. */
            sid: string;
            /** @description The user's own address. If it is another address, no mail is sent, and the answer is the same. */
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
             * @description Requests a session cookie. This is not supported, and refused if it is true; no cookie is ever set.
             * @default false
             */
            enableWebSession?: boolean | null;
        };
        /** @description The token and its lifetime. */
        entrustAdminApiAuthenticationResult: {
            /** @description Send it in the `Authorization` header of the other operations. */
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
         * @description Whether a kind of character is required, allowed or forbidden.
         * @enum {string}
         */
        entrustCharacterRule: "REQUIRED" | "ALLOWED" | "NOT_ALLOWED" | (string & {});
        /**
         * @description The kind of directory of a directory user; absent for local users.
         * @enum {string}
         */
        entrustDirectoryType: "ON_PREM" | "AZURE" | "AD_CONNECTOR" | (string & {});
        /**
         * @description The format of `password`.
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
            /** @description The wrong fields or broken rules, if there are any. */
            parameters?: components["schemas"]["entrustErrorParameter"][];
        };
        /** @description One wrong field or one broken rule of the policy. */
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
        /** @description A user. Members without a value are absent. */
        entrustUser: {
            /** @description The primary e-mail address. */
            email?: string;
            /** @description The id that the user had in another system. It finds the user in paths as well. */
            externalId?: string;
            firstName?: string;
            /** @description The UUID of the user. */
            id?: string;
            /** Format: date-time */
            lastModified?: string;
            lastName?: string;
            /** @description The language of the user, in lower case. */
            locale?: string;
            /** @description Whether an administrator locked the user. */
            locked?: boolean;
            /** @description The primary phone number, in international form. */
            mobile?: string;
            /** @description Always false, as there is no self-registration. */
            registrationRequired?: boolean;
            state?: components["schemas"]["entrustUserState"];
            type?: components["schemas"]["entrustUserType"];
            /** Format: date-time */
            userCreationTime?: string;
            /** @description The user name. */
            userId?: string;
            /** @description Whether the user has yet to prove that the e-mail address is his. */
            verificationRequired?: boolean;
        };
        /** @description The name to look up. */
        entrustUserGetParms: {
            /** @description The user name, or an e-mail address of the user. */
            userId: string;
        };
        /** @description The state of a user's password. Fields that do not apply are absent. */
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
        /** @description The new password, or how to generate one, and options. Every field is optional. */
        entrustUserPasswordParms: {
            /** @description Delete the password history before the new password is judged and set. Absent means no. */
            clearPasswordHistory?: boolean;
            /**
             * Format: password
             * @description The current password, which is verified if it is given. Must be null with BCRYPT.
             */
            currentPassword?: string | null;
            /**
             * @description Notify the user by mail. The operation describes the content of the mail.
             * @default true
             */
            emailPassword?: boolean;
            /**
             * Format: date-time
             * @description When the password expires, as RFC 3339, in the future. If absent, the tenant's lifetime applies, if there is
             *     one. The offset may lack its colon (`+0000`).
             */
            expiryTime?: string;
            /** @description Force a change when the user next logs in with this password. */
            forceUpdate?: boolean;
            /**
             * @description Generate a random password that meets the policy.
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
             * @description Return the generated password. It has no effect on a password that the caller sent.
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
             * @description Days until a password expires; 0 means never.
             */
            lifetimeDays?: number;
            /** Format: int32 */
            maximumLength?: number;
            /**
             * Format: int32
             * @description How often a character may be repeated; 0 means no limit.
             */
            maximumRepeated?: number;
            /** Format: int32 */
            minimumLength?: number;
            /**
             * Format: int32
             * @description Days before a password may be changed again; 0 means no wait.
             */
            minimumLifetime?: number;
            /**
             * Format: int32
             * @description The minimum strength; 0 switches the rule off, 1 is weak, 3 good, 4 strong.
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
             * @description The number of earlier passwords that are refused; 0 switches the rule off.
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
        /** @description One flag per rule. True means that the candidate passes, also for `blacklisted` and `passwordHistory`. */
        entrustUserPasswordValidationResponse: {
            /** @description Absent for local users. */
            adComplexity?: boolean;
            /** @description True if the candidate is not derived from an address of the user. */
            alias?: boolean;
            /** @description True if there are enough characters that are neither letters nor digits. */
            alphaNumeric?: boolean;
            /**
             * @description True if the candidate is not on the list of known passwords, and not derived from a name of the service or
             *     the tenant or from a word that the tenant forbids.
             */
            blacklisted?: boolean;
            directoryType?: components["schemas"]["entrustDirectoryType"];
            /** @description True if the candidate is not derived from the user's name. */
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
            /** @description True if the candidate is not derived from the login name. */
            userID?: boolean;
            userPasswordStrength?: components["schemas"]["entrustUserPasswordStrength"];
        };
        /**
         * @description LDAP_AD for users of a directory, MGMT_UI for the others.
         * @enum {string}
         */
        entrustUserType: "LDAP_AD" | "MGMT_UI" | "EXTERNAL" | (string & {});
        /**
         * @description Only users who are ACTIVE can log in.
         * @enum {string}
         */
        entrustUserState: "ACTIVE" | "INACTIVE" | (string & {});
        /** @description One user to delete. */
        entrustDeleteUserParms: {
            /** @description The user, by the kind of id in `idType`. */
            id: string;
            idType?: components["schemas"]["entrustUserIdType"];
        };
        /** @description One user to change. */
        entrustUpdateUserParms: {
            /** @description The user, by the kind of id in `idType`. */
            id: string;
            idType?: components["schemas"]["entrustUserIdType"];
            parms: components["schemas"]["entrustUserParms"];
        };
        /** @description The users to create. */
        entrustCreateUsersParms: {
            /**
             * @description End with the first error.
             * @default false
             */
            stopOnError?: boolean;
            users: components["schemas"]["entrustUserParms"][];
        };
        /** @description The users to change. */
        entrustUpdateUsersParms: {
            /**
             * @description End with the first error.
             * @default false
             */
            stopOnError?: boolean;
            users: components["schemas"]["entrustUpdateUserParms"][];
        };
        /** @description The users to delete. */
        entrustDeleteUsersParms: {
            /**
             * @description End with the first error.
             * @default false
             */
            stopOnError?: boolean;
            users: components["schemas"]["entrustDeleteUserParms"][];
        };
        /** @description What became of one user. */
        entrustCreateUserResult: {
            error?: components["schemas"]["entrustErrorInfo"];
            /** @description Whether there is no error. */
            success: boolean;
            user?: components["schemas"]["entrustUser"];
        };
        /** @description What became of one user. */
        entrustUpdateUserResult: {
            error?: components["schemas"]["entrustErrorInfo"];
            /** @description Whether there is no error. */
            success: boolean;
        };
        /** @description What became of one user. */
        entrustDeleteUserResult: {
            error?: components["schemas"]["entrustErrorInfo"];
            /** @description Whether there is no error. */
            success: boolean;
        };
        /**
         * @description What `id` is. UUID takes an external id as well, like the paths.
         * @default UUID
         * @enum {string}
         */
        entrustUserIdType: "UUID" | "USERID" | "EXTERNALID" | (string & {});
        /** @description A user. Members that are absent stay as they are, or have no value in a new user. */
        entrustUserParms: {
            /**
             * @description Users are not frozen for inactivity.
             * @default false
             */
            applyGracePeriod?: boolean;
            /** @description The primary e-mail address; an empty text removes it. */
            email?: string;
            /** @description Mail a link to prove the address, if it is unverified. Absent means yes for a new address. */
            emailVerification?: boolean;
            /**
             * @description The id that the user has in another system, unique in the tenant. It is set on creation, and consists of letters A to Z,
             *     digits and `. _ | : @ -`.
             */
            externalId?: string;
            /**
             * @description The name of another system is not stored.
             * @default
             */
            externalSource?: string;
            firstName?: string;
            /**
             * @description There are no groups.
             * @default []
             */
            groups?: string[];
            lastName?: string;
            /** @description The language of the user as a BCP 47 tag, whatever its case; an empty text removes it. */
            locale?: string;
            /** @description Lock or unlock the user. */
            lock?: boolean;
            /** @description The primary phone number; an empty text removes it. */
            mobile?: string;
            /**
             * @description There are no OAuth roles.
             * @default []
             */
            oauthRoles?: string[];
            /**
             * @description There are no organizations.
             * @default []
             */
            organizations?: string[];
            /**
             * @description There is one kind of phone number, `mobile`.
             * @default
             */
            phone?: string;
            /**
             * @description EMAIL, SMS, VOICE or SYSTEM. Codes are delivered as the tenant says.
             * @default SYSTEM
             */
            preferredOtpDelivery?: string;
            /** @description Codes are delivered as the tenant says. */
            preferredOtpDeliveryContactAttributes?: {
                [key: string]: string;
            };
            /**
             * @description There is no self-registration.
             * @default false
             */
            registrationRequired?: boolean;
            /**
             * @description There is no smart card login.
             * @default
             */
            securityId?: string;
            state?: components["schemas"]["entrustUserState"];
            /**
             * @description The e-mail addresses are the only aliases.
             * @default []
             */
            userAliases?: {
                [key: string]: unknown;
            }[];
            /**
             * @description There are no user attributes.
             * @default []
             */
            userAttributeValues?: {
                [key: string]: unknown;
            }[];
            /**
             * @description There are no user attributes.
             * @default []
             */
            userExtraAttributes?: {
                [key: string]: unknown;
            }[];
            /** @description The user name. Required for a new user. */
            userId?: string;
            /**
             * @description There is no user principal name.
             * @default
             */
            userPrincipalName?: string;
            /**
             * @description False says that the addresses in the request, or the e-mail address that the user has, are known to be his. Absent
             *     means true.
             */
            verificationRequired?: boolean;
        };
        /** @description The new state. */
        entrustUserChangeStateParms: {
            state: components["schemas"]["entrustUserState"];
        };
        /** @description A page of users. */
        entrustUsersPage: {
            paging?: components["schemas"]["entrustPaging"];
            results: components["schemas"]["entrustUser"][];
        };
        /** @description The order of a list. */
        entrustOrderByAttribute: {
            ascending: boolean;
            /** @description userId or state. */
            name: string;
        };
        /** @description The pages beside this one. */
        entrustPaging: {
            /** Format: int32 */
            limit: number;
            nextCursor?: string;
            prevCursor?: string;
        };
        /** @description A condition on users. */
        entrustSearchByAttribute: {
            name: string;
            operator: components["schemas"]["entrustSearchOperator"];
            value?: string;
        };
        /** @enum {string} */
        entrustSearchOperator: "EQUALS" | "NOT_EQUALS" | "CONTAINS" | "NOT_CONTAINS" | "STARTS_WITH" | "ENDS_WITH" | "GREATER_THAN" | "GREATER_THAN_OR_EQUAL" | "LESS_THAN" | "LESS_THAN_OR_EQUAL" | "IN" | "EXISTS" | "NOT_EXISTS" | (string & {});
        /** @description A search, or a cursor of an earlier one. */
        entrustSearchParms: {
            /**
             * @description Users have none of the additional attributes.
             * @default []
             */
            attributes?: string[];
            /** @description The page to return. The search and the order of the request are then ignored. */
            cursor?: string;
            /**
             * Format: int32
             * @description The length of the page, also of one that a cursor leads to.
             * @default 100
             */
            limit?: number;
            orderByAttribute?: components["schemas"]["entrustOrderByAttribute"];
            /** @description All of them must hold. */
            searchByAttributes?: components["schemas"]["entrustSearchByAttribute"][];
        };
        /** @description A change of one's own password. */
        wristbandChangePasswordInput: {
            /** @description The caller's own user id. */
            userId: string;
            /**
             * Format: password
             * @description The current password.
             */
            currentPassword: string;
            /**
             * Format: password
             * @description The new password. The policy of the tenant applies on top of these bounds.
             */
            newPassword: string;
        };
        /**
         * @description The bounds of the broken rule, by name. Numbers are strings too.
         * @example {
         *       "maxLength": "200"
         *     }
         */
        wristbandConstraintAttributes: {
            [key: string]: string;
        };
        /** @description The code to inspect. */
        wristbandEmailAuthCodeInput: {
            /**
             * Format: password
             * @description The code from a mailed reset link.
             */
            emailAuthCode: string;
        };
        /** @description The user to whom a live code belongs. */
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
             * @description When the code expires.
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
            /** @description One key, or two during a rotation. */
            keys: components["schemas"]["wristbandJsonWebKey"][];
        };
        /** @description An error of the OAuth endpoints. */
        wristbandOAuthError: {
            /**
             * @description invalid_request, invalid_client, invalid_grant, unauthorized_client, unsupported_grant_type, invalid_scope; of RFC 7009
             *     unsupported_token_type; and server_error, temporarily_unavailable, not_found and method_not_allowed for cases that
             *     RFC 6749 does not cover. More values may follow.
             */
            error: string;
            /** @description A sentence for the developer. It never repeats a value of the request. */
            error_description?: string;
        };
        /** @description The user who gets a reset mail. */
        wristbandPasswordResetEmailInput: {
            /** @description The user. A malformed id is not found. */
            userId: string;
        };
        /** @description A reset link for the caller to deliver. */
        wristbandPasswordResetLink: {
            /**
             * Format: uri
             * @description The link. Opening it does not consume it.
             */
            passwordResetLink: string;
            /** @description The code in the link, for a caller with its own pages. */
            passwordResetCode: string;
            /**
             * Format: date-time
             * @description When link and code expire.
             */
            expiresAt: string;
        };
        /** @description The user who is to get a reset link. */
        wristbandPasswordResetLinkInput: {
            /** @description The user. A malformed id is not found. */
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
             * @description Null when the tenant mails links. When it mails OTPs, always a value, whether or not there is such a user; it
             *     identifies the request, and is sent together with the OTP.
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
             * @description The code from a mailed reset link. Alone.
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
             * @description The OTP from the mail. Together with requestCode.
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
            suppressPasswordUpdatedEmail?: boolean | null;
        };
        /** @description The outcome of a reset. */
        wristbandResetPasswordOutcome: {
            /**
             * @description More values may follow; treat an unknown value as a failure. The vendor mentions a list and does not print it.
             *
             *     - PASSWORD_RESET_SUCCESSFUL: the password has been replaced. The only value that is ever sent.
             *     - PASSWORD_RESET_REQUEST_INVALID, PASSWORD_RESET_REQUEST_EXPIRED, USER_INACTIVE: reserved. A code that does not work is a
             *       400, for any reason, so that the answer reveals nothing.
             */
            result: string;
            /**
             * Format: uri
             * @description The address for an immediate login. Always null.
             */
            redirectUrl?: string | null;
            /** @description The code for that login. Always null, since a reset does not log the user in. */
            authSessionCode?: string | null;
        };
        /** @description The form of the token endpoint. */
        wristbandTokenInput: {
            /** @description client_credentials or refresh_token. Anything else is a 400 unsupported_grant_type. */
            grant_type: string;
            /**
             * Format: password
             * @description The refresh token. Required by the refresh_token grant, ignored by the other.
             */
            refresh_token?: string;
            /** @description Accepted and ignored. The client's permissions decide what a token may do. */
            scope?: string;
            /** @description The client id, when the client does not use HTTP Basic. */
            client_id?: string;
            /**
             * Format: password
             * @description The client secret, when the client does not use HTTP Basic.
             */
            client_secret?: string;
        };
        /** @description An access token. The vendor's clients require a string access_token and a number expires_in. */
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
            /** @description The permissions of the token, separated by spaces. */
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
        /** @description A new user. The vendor's page does not print the names; its import tool and its apps send them. */
        wristbandCreateUserInput: {
            /** @description The tenant of the user. */
            tenantId: string;
            /**
             * @description The identity provider. Only wristband, the vendor's own, which stands for passwords; any other is refused with 501.
             * @default wristband
             */
            identityProviderName?: string;
            /** @description The address. No other user of the tenant may have it. */
            email: string;
            /**
             * @description The caller vouches that the address is the user's.
             * @default false
             */
            emailVerified?: boolean;
            /** @description The name to log in with. Left out, the address. */
            username?: string;
            /**
             * Format: password
             * @description The password. Left out, the user has none.
             */
            password?: string;
            /** @description Left out, INACTIVE. */
            status?: components["schemas"]["wristbandUserStatus"];
            /** @description The given name. */
            givenName?: string | null;
            /** @description The family name. */
            familyName?: string | null;
            /** @description A nickname. */
            nickname?: string | null;
            /** @description The name that is shown. */
            displayName?: string | null;
            /** @description The phone number, with + and the country code. It is not verified. */
            phoneNumber?: string | null;
            /** @description The language of mails and pages, such as en or pt-BR. */
            preferredLanguage?: string | null;
        } & components["schemas"]["wristbandUserMembersNotServed"];
        /** @description Changes of a user. What is left out stays. */
        wristbandPatchUserInput: {
            /** @description The new address. */
            email?: string;
            /** @description Whether the address, the new one if the request has one, is verified. Left out, a new address is not. */
            emailVerified?: boolean;
            /** @description The new name to log in with. */
            username?: string;
            status?: components["schemas"]["wristbandUserStatus"];
            /** @description The given name. */
            givenName?: string | null;
            /** @description The family name. */
            familyName?: string | null;
            /** @description A nickname. */
            nickname?: string | null;
            /** @description The name that is shown. */
            displayName?: string | null;
            /** @description The phone number, with + and the country code. It is not verified. */
            phoneNumber?: string | null;
            /** @description The language of mails and pages, such as en or pt-BR. */
            preferredLanguage?: string | null;
        } & components["schemas"]["wristbandUserMembersNotServed"];
        /** @description A user. The vendor's apps print the names. */
        wristbandUser: {
            /** @description The id that the user had at the vendor, if an import brought it; otherwise a UUID. */
            id: string;
            /** @description The application of the tenant. */
            applicationId: string;
            /** @description The tenant. */
            tenantId: string;
            /** @description Always wristband. */
            identityProviderName: string;
            /** @description Always WRISTBAND. */
            identityProviderType: string;
            status: components["schemas"]["wristbandUserStatus"];
            /** @description The main address. Null only for a user who was created without one, on another surface. */
            email: string | null;
            /** @description Whether the address is verified. */
            emailVerified: boolean;
            /** @description The name to log in with; null if it is the address. */
            username: string | null;
            /** @description The given name. */
            givenName: string | null;
            /** @description The family name. */
            familyName: string | null;
            /** @description The nickname. */
            nickname: string | null;
            /** @description The name that is shown. */
            displayName: string | null;
            /** @description The main phone number. */
            phoneNumber: string | null;
            /** @description The language of mails and pages. */
            preferredLanguage: string | null;
            /** @description Whether the user has a password. */
            hasPassword: boolean;
            metadata: components["schemas"]["wristbandUserTimes"];
        };
        /** @description Members of the vendor that Rekey does not keep. */
        wristbandUserMembersNotServed: {
            /** @description The id of the user at an identity provider. Not served: a request with it is refused. */
            externalId?: string | null;
            /** @description The whole name. Not served: a request with it is refused. */
            fullName?: string | null;
            /** @description The middle name. Not served: a request with it is refused. */
            middleName?: string | null;
            /** @description What stands before the name. Not served: a request with it is refused. */
            honorificPrefix?: string | null;
            /** @description What stands after the name. Not served: a request with it is refused. */
            honorificSuffix?: string | null;
            /** @description The address of a picture. Not served: a request with it is refused. */
            pictureUrl?: string | null;
            /** @description The gender. Not served: a request with it is refused. */
            gender?: string | null;
            /** @description The date of birth. Not served: a request with it is refused. */
            birthdate?: string | null;
            /** @description The region. Not served: a request with it is refused. */
            locale?: string | null;
            /** @description The time zone. Not served: a request with it is refused. */
            timeZone?: string | null;
            publicMetadata?: components["schemas"]["wristbandMetadataNotServed"];
            restrictedMetadata?: components["schemas"]["wristbandMetadataNotServed"];
        };
        /** @description Data of the application. Not served: a request with it is refused. */
        wristbandMetadataNotServed: Record<string, unknown> | null;
        /** @description A page of users. */
        wristbandUserPage: {
            /**
             * Format: int64
             * @description How many users there are for whom the query holds.
             */
            totalResults: number;
            /**
             * Format: int32
             * @description The number of the first user of the page.
             */
            startIndex: number;
            /**
             * Format: int32
             * @description How many users a page has at most.
             */
            itemsPerPage: number;
            /** @description The users of the page. */
            items: components["schemas"]["wristbandUser"][];
        };
        /**
         * @description ACTIVE: the user can log in, or set a first password by a link. INACTIVE: an administrator disabled or locked the user. The
         *     vendor's PENDING_INVITE_ACTIVATION and PENDING_SIGNUP_ACTIVATION do not occur: an invitation is a ticket here, not a status,
         *     and there is no sign-up.
         * @enum {string}
         */
        wristbandUserStatus: "ACTIVE" | "INACTIVE" | (string & {});
        /** @description Times and version of a user. */
        wristbandUserTimes: {
            /**
             * Format: date-time
             * @description When the user was created.
             */
            creationTime: string;
            /**
             * Format: date-time
             * @description When the user was changed for the last time.
             */
            lastModifiedTime: string;
            /**
             * Format: date-time
             * @description When an INACTIVE user was disabled or locked; otherwise null.
             */
            deactivationTime: string | null;
            /** @description A number that grows with every change. */
            version: string;
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
             * @description The OTP from the mail.
             */
            verificationCode: string;
        };
        /** @description The result of a successful check. */
        wristbandVerifyCodeOutcome: {
            /** @description CODE_VERIFIED. More values may follow; a wrong OTP is a 400, not a result. */
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
             * @description Seen at the vendor: too_long, not_unique, invalid_email, password_breached, invalid_email_auth_code, invalid_verification_code.
             *     Proposals: not_blank (missing, null or empty), too_short, invalid_type, invalid_format, duplicate_field, must_be_null,
             *     one_required, invalid_password_reset_code, invalid_current_password, invalid_query, invalid_sort, and password_policy_violation, whose attribute
             *     `rule` names the rule. More values may follow.
             */
            code: string;
            constraintAttributes?: components["schemas"]["wristbandConstraintAttributes"];
        };
        /** @description The broken rules by field. The key is the name of the body field, path part or query parameter. */
        wristbandViolations: {
            [key: string]: components["schemas"]["wristbandViolation"][];
        };
        /**
         * @description The type of the error. Only a constraint_violations_error has violations.
         * @enum {string}
         */
        wristbandErrorType: "base_error" | "constraint_violations_error" | (string & {});
        /** @description An error of every operation outside oauth2. */
        wristbandError: {
            type: components["schemas"]["wristbandErrorType"];
            /**
             * @description A stable word for programs. Seen at the vendor: invalid_request, user_not_found, message_body_constraint_violations.
             *     Proposals: path_constraint_violations, query_constraint_violations, not_implemented, unauthorized, forbidden, not_found, method_not_allowed, tenant_not_found,
             *     refresh_token_not_found, user_inactive, invitation_open, no_verified_email, directory_user, too_many_requests,
             *     payload_too_large, unsupported_media_type, internal_error, service_unavailable. More values may follow.
             */
            code: string;
            /** @description A sentence for the developer. It never repeats a value of the request. */
            message: string;
            /** @description The id of this error, which is also in the server's log. */
            ticket: string;
            violations?: components["schemas"]["wristbandViolations"];
        };
        /**
         * @description A kind of proof that a user can give.
         * @enum {string}
         */
        zitadelAuthenticationMethodType: "AUTHENTICATION_METHOD_TYPE_PASSWORD" | "AUTHENTICATION_METHOD_TYPE_TOTP" | "AUTHENTICATION_METHOD_TYPE_OTP_SMS" | "AUTHENTICATION_METHOD_TYPE_OTP_EMAIL" | (string & {});
        zitadelAddHumanUserInput: {
            /** @description The id by which the user is known elsewhere. */
            userId?: string;
            username?: string;
            organization?: components["schemas"]["zitadelOrganization"];
            profile: components["schemas"]["zitadelSetHumanProfile"];
            email: components["schemas"]["zitadelSetHumanEmail"];
            phone?: components["schemas"]["zitadelSetHumanPhone"];
            password?: components["schemas"]["zitadelOptionalPassword"];
            hashedPassword?: components["schemas"]["zitadelHashedPassword"];
            metadata?: components["schemas"]["zitadelUserMetadata"][];
            /**
             * Format: password
             * @description The secret of the user's authenticator app, in base32.
             */
            totpSecret?: string;
            /** @description Accounts with identity providers. Not supported: a request with it is refused. */
            idpLinks?: Record<string, unknown>[];
        };
        zitadelAddHumanUserOutput: {
            userId: string;
            details: components["schemas"]["zitadelDetails"];
            /** @description The code, only if `returnCode` was asked for. */
            emailCode?: string;
            /** @description The code, only if `returnCode` was asked for. */
            phoneCode?: string;
        };
        zitadelCreateUserInput: {
            /** @description The tenant of the user. */
            organizationId: string;
            /** @description The id by which the user is known elsewhere. */
            userId?: string;
            username?: string;
            human: components["schemas"]["zitadelCreateUserHuman"];
            /** @description A service account. Not supported: a request with it is refused. */
            machine?: Record<string, unknown> | null;
        };
        zitadelCreateUserHuman: {
            profile: components["schemas"]["zitadelSetHumanProfile"];
            email: components["schemas"]["zitadelSetHumanEmail"];
            phone?: components["schemas"]["zitadelSetHumanPhone"];
            password?: components["schemas"]["zitadelOptionalPassword"];
            hashedPassword?: components["schemas"]["zitadelHashedPassword"];
            metadata?: components["schemas"]["zitadelUserMetadata"][];
            /**
             * Format: password
             * @description The secret of the user's authenticator app, in base32.
             */
            totpSecret?: string;
            /** @description Accounts with identity providers. Not supported: a request with it is refused. */
            idpLinks?: Record<string, unknown>[];
        };
        zitadelCreateUserOutput: {
            id: string;
            /** Format: date-time */
            creationDate: string;
            /** @description The code, only if `returnCode` was asked for. */
            emailCode?: string;
            /** @description The code, only if `returnCode` was asked for. */
            phoneCode?: string;
        };
        /** @description Has no fields. */
        zitadelDeactivateUserInput: Record<string, unknown>;
        zitadelDeactivateUserOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        /** @description Has no fields. */
        zitadelReactivateUserInput: Record<string, unknown>;
        zitadelReactivateUserOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        zitadelDeleteUserOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        /** @description The tenant, by its id. The caller's own one if it is absent. */
        zitadelOrganization: {
            orgId?: string;
            /** @description By a domain. Not supported: a request with it is refused. */
            orgDomain?: string;
        } | null;
        zitadelSetHumanProfile: {
            givenName: string;
            familyName: string;
            nickName?: string;
            displayName?: string;
            preferredLanguage?: string;
            gender?: components["schemas"]["zitadelGender"];
        };
        /** @description At most one of `sendCode`, `returnCode` and `isVerified`. With none, the code is sent with the default text. */
        zitadelSetHumanEmail: {
            email: string;
            sendCode?: components["schemas"]["zitadelSendEmailVerificationCode"];
            returnCode?: components["schemas"]["zitadelReturnEmailVerificationCode"];
            isVerified?: boolean | null;
        };
        /** @description At most one of `sendCode`, `returnCode` and `isVerified`. With none, the code is sent with the default text. */
        zitadelSetHumanPhone: {
            phone?: string;
            sendCode?: components["schemas"]["zitadelSendPhoneVerificationCode"];
            returnCode?: components["schemas"]["zitadelReturnPhoneVerificationCode"];
            isVerified?: boolean | null;
        } | null;
        zitadelUserMetadata: {
            key: string;
            /** Format: byte */
            value: string;
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
             * @description A code of the user's authenticator app; each is accepted once. The vendor's codes have six digits; Rekey
             *     also accepts a recovery code.
             */
            code: string;
        };
        /** @description At most one of the two fields. With neither, the code is mailed. */
        zitadelChallengeOTPEmail: {
            sendCode?: components["schemas"]["zitadelSendChallengeCode"];
            returnCode?: components["schemas"]["zitadelReturnChallengeCode"];
        } | null;
        zitadelChallengeOTPSMS: {
            /** @description With true, the code is in the answer. Otherwise it is sent to the user's verified number. */
            returnCode?: boolean;
        } | null;
        /** @description The codes whose return was ordered. */
        zitadelChallenges: {
            otpSms?: string;
            otpEmail?: string;
        };
        zitadelCheckOTPEmail: {
            /**
             * Format: password
             * @description The code that a challenge of this session sent by mail, or returned. It is accepted once.
             */
            code: string;
        } | null;
        zitadelCheckOTPSMS: {
            /**
             * Format: password
             * @description The code that a challenge of this session sent by SMS, or returned. It is accepted once.
             */
            code: string;
        } | null;
        /** @description The user, by exactly one of the two fields. */
        zitadelCheckUser: {
            userId?: string | null;
            /** @description Compared without regard to case. An e-mail address is found only if it is the login name. */
            loginName?: string | null;
        };
        /** @description The checks to make. A password check needs a user, checked in the same request or earlier in the session. */
        zitadelChecks: {
            user?: components["schemas"]["zitadelCheckUser"];
            password?: components["schemas"]["zitadelCheckPassword"];
            totp?: components["schemas"]["zitadelCheckTOTP"];
            /** @description A passkey or security key. Not supported: a request with it is refused. */
            webAuthN?: Record<string, unknown> | null;
            /** @description An identity provider's answer. Not supported: a request with it is refused. */
            idpIntent?: Record<string, unknown> | null;
            otpSms?: components["schemas"]["zitadelCheckOTPSMS"];
            otpEmail?: components["schemas"]["zitadelCheckOTPEmail"];
            /** @description A recovery code. Not supported: a request with it is refused. `totp` takes recovery codes. */
            recoveryCode?: Record<string, unknown> | null;
        };
        /** @description At most one of `sendCode`, `returnCode` and `isVerified`. With none, the code is sent with the default text. */
        zitadelSetEmailInput: {
            /** @description The address. */
            email: string;
            sendCode?: components["schemas"]["zitadelSendEmailVerificationCode"];
            returnCode?: components["schemas"]["zitadelReturnEmailVerificationCode"];
            /** @description Whether the e-mail address is known to be the user's. */
            isVerified?: boolean | null;
        };
        zitadelSetEmailOutput: {
            details: components["schemas"]["zitadelDetails"];
            /** @description The code, only if `returnCode` was asked for. */
            verificationCode?: string;
        };
        /** @description At most one of the two fields. With neither, the code is sent with the default text. */
        zitadelResendEmailCodeInput: {
            sendCode?: components["schemas"]["zitadelSendEmailVerificationCode"];
            returnCode?: components["schemas"]["zitadelReturnEmailVerificationCode"];
        };
        zitadelResendEmailCodeOutput: {
            details: components["schemas"]["zitadelDetails"];
            /** @description The code, only if `returnCode` was asked for. */
            verificationCode?: string;
        };
        zitadelVerifyEmailInput: {
            /** Format: password */
            verificationCode: string;
        };
        zitadelVerifyEmailOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        zitadelSendEmailVerificationCode: {
            /** @description Link for the mail. Must match the tenant's allow-list; only the three literal placeholders are replaced. */
            urlTemplate?: string;
        } | null;
        /** @description Has no fields. If it is present, the code is in the answer. */
        zitadelReturnEmailVerificationCode: Record<string, unknown>;
        /** @description At most one of `sendCode`, `returnCode` and `isVerified`. With none, the code is sent with the default text. */
        zitadelSetPhoneInput: {
            /** @description The number, in the international form (+, country code, number). */
            phone: string;
            sendCode?: components["schemas"]["zitadelSendPhoneVerificationCode"];
            returnCode?: components["schemas"]["zitadelReturnPhoneVerificationCode"];
            /** @description Whether the phone number is known to be the user's. */
            isVerified?: boolean | null;
        };
        zitadelSetPhoneOutput: {
            details: components["schemas"]["zitadelDetails"];
            /** @description The code, only if `returnCode` was asked for. */
            verificationCode?: string;
        };
        /** @description At most one of the two fields. With neither, the code is sent with the default text. */
        zitadelResendPhoneCodeInput: {
            sendCode?: components["schemas"]["zitadelSendPhoneVerificationCode"];
            returnCode?: components["schemas"]["zitadelReturnPhoneVerificationCode"];
        };
        zitadelResendPhoneCodeOutput: {
            details: components["schemas"]["zitadelDetails"];
            /** @description The code, only if `returnCode` was asked for. */
            verificationCode?: string;
        };
        zitadelVerifyPhoneInput: {
            /** Format: password */
            verificationCode: string;
        };
        zitadelVerifyPhoneOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        /** @description Has no fields. If it is present, the code is sent by SMS. */
        zitadelSendPhoneVerificationCode: Record<string, unknown>;
        /** @description Has no fields. If it is present, the code is in the answer. */
        zitadelReturnPhoneVerificationCode: Record<string, unknown>;
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
            userAgent?: components["schemas"]["zitadelUserAgent"];
        };
        zitadelCreateSessionOutput: {
            details: components["schemas"]["zitadelDetails"];
            sessionId: string;
            /** @description Shown once; only its digest is stored. */
            sessionToken: string;
            challenges?: components["schemas"]["zitadelChallenges"];
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
        /** @description Users with this given name. */
        zitadelFirstNameQuery: {
            firstName: string;
            method?: components["schemas"]["zitadelTextQueryMethod"];
        } | null;
        /** @description Users with this family name. */
        zitadelLastNameQuery: {
            lastName: string;
            method?: components["schemas"]["zitadelTextQueryMethod"];
        } | null;
        /** @description Users with this nickname. */
        zitadelNickNameQuery: {
            nickName: string;
            method?: components["schemas"]["zitadelTextQueryMethod"];
        } | null;
        /** @description Users with this display name. */
        zitadelDisplayNameQuery: {
            displayName: string;
            method?: components["schemas"]["zitadelTextQueryMethod"];
        } | null;
        /** @description Users with this e-mail address. */
        zitadelEmailQuery: {
            emailAddress: string;
            method?: components["schemas"]["zitadelTextQueryMethod"];
        } | null;
        /** @description What the session has checked. A factor that is absent was not checked. */
        zitadelFactors: {
            user?: components["schemas"]["zitadelUserFactor"];
            password?: components["schemas"]["zitadelPasswordFactor"];
            totp?: components["schemas"]["zitadelTOTPFactor"];
            otpSms?: components["schemas"]["zitadelOTPFactor"];
            otpEmail?: components["schemas"]["zitadelOTPFactor"];
        };
        /**
         * @description What the user said of himself. In an answer it is absent if it is not specified.
         * @enum {string}
         */
        zitadelGender: "GENDER_UNSPECIFIED" | "GENDER_FEMALE" | "GENDER_MALE" | "GENDER_DIVERSE" | (string & {});
        zitadelGetLockoutSettingsOutput: {
            details: components["schemas"]["zitadelDetails"];
            settings: components["schemas"]["zitadelLockoutSettings"];
        };
        zitadelGetLoginSettingsOutput: {
            details: components["schemas"]["zitadelDetails"];
            settings: components["schemas"]["zitadelLoginSettings"];
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
        zitadelGetUserByIDOutput: {
            details: components["schemas"]["zitadelDetails"];
            user: components["schemas"]["zitadelUser"];
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
        zitadelHumanEmail: {
            email?: string;
            isVerified?: boolean;
        };
        zitadelHumanPhone: {
            phone?: string;
            isVerified?: boolean;
        };
        zitadelHumanProfile: {
            givenName?: string;
            familyName?: string;
            nickName?: string;
            /** @description If none is set, it is made of the names. */
            displayName?: string;
            preferredLanguage?: string;
            gender?: components["schemas"]["zitadelGender"];
        };
        /** @description Fields that hold their zero value are left out. */
        zitadelHumanUser: {
            profile?: components["schemas"]["zitadelHumanProfile"];
            email?: components["schemas"]["zitadelHumanEmail"];
            phone?: components["schemas"]["zitadelHumanPhone"];
            /** @description The user must change the password at his next login. */
            passwordChangeRequired?: boolean;
            /** Format: date-time */
            passwordChanged?: string;
        };
        /** @description Sessions with one of these ids. */
        zitadelIDsQuery: {
            ids: string[];
        } | null;
        zitadelListAuthenticationMethodTypesOutput: {
            details: components["schemas"]["zitadelListDetails"];
            authMethodTypes?: components["schemas"]["zitadelAuthenticationMethodType"][];
        };
        /** @description Users with one of these e-mail addresses. */
        zitadelInUserEmailsQuery: {
            userEmails: string[];
        } | null;
        /** @description Users with one of these ids. */
        zitadelInUserIDQuery: {
            userIds: string[];
        } | null;
        zitadelListDetails: {
            /** @description The number of matching objects, on all pages. */
            totalResult?: string;
            /**
             * Format: date-time
             * @description The time of the search.
             */
            timestamp?: string;
        };
        zitadelListQuery: {
            /** @description The number of matches to skip. */
            offset?: string;
            /**
             * Format: int32
             * @description The number of items to list. If absent or 0, 100.
             */
            limit?: number;
            /** @description Ascending instead of descending order; of sessions the oldest first. */
            asc?: boolean;
        };
        zitadelListSessionsInput: {
            query?: components["schemas"]["zitadelListQuery"];
            queries?: components["schemas"]["zitadelSearchQuery"][];
            /**
             * @description The order of the items. Not supported: a request with it is refused.
             * @default SESSION_FIELD_NAME_UNSPECIFIED
             */
            sortingColumn?: string | null;
        };
        zitadelListSessionsOutput: {
            details: components["schemas"]["zitadelListDetails"];
            sessions?: components["schemas"]["zitadelSession"][];
        };
        zitadelListUsersInput: {
            query?: components["schemas"]["zitadelListQuery"];
            queries?: components["schemas"]["zitadelUserSearchQuery"][];
            sortingColumn?: components["schemas"]["zitadelUserFieldName"];
        };
        zitadelListUsersOutput: {
            details: components["schemas"]["zitadelListDetails"];
            result?: components["schemas"]["zitadelUser"][];
        };
        /** @description Users with this login name. */
        zitadelLoginNameQuery: {
            loginName: string;
            method?: components["schemas"]["zitadelTextQueryMethod"];
        } | null;
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
        /** @description The rules that Rekey has. The vendor's other members are absent, which means false, zero or none. */
        zitadelLoginSettings: {
            /** @description Users log in with a name and a password. Always true. */
            allowUsernamePassword?: boolean;
            /** @description A login does not tell whether the user exists. Always true. */
            ignoreUnknownUsernames?: boolean;
            /** @description How long a password check lasts. */
            passwordCheckLifetime?: string;
            /** @description How long the check of a second factor lasts. */
            secondFactorCheckLifetime?: string;
            secondFactors?: components["schemas"]["zitadelSecondFactorType"][];
            /** @description A phone number is no login name. Always true. */
            disableLoginWithPhone?: boolean;
            resourceOwnerType?: components["schemas"]["zitadelResourceOwnerType"];
        };
        /**
         * @description What the caller knows of the user's browser or device. Rekey shows it with the session, does not judge it, and deletes it with the
         *     session. At most 16 KiB in all. Headers that carry credentials (`Authorization`, `Proxy-Authorization`, `Cookie`,
         *     `Set-Cookie`) are refused.
         */
        zitadelUserAgent: {
            fingerprintId?: string | null;
            ip?: string | null;
            description?: string | null;
            header?: components["schemas"]["zitadelUserAgentHeaders"];
        } | null;
        /** @description The headers of the browser's request, by their names. */
        zitadelUserAgentHeaders: {
            [key: string]: components["schemas"]["zitadelUserAgentHeaderValues"];
        };
        zitadelUserAgentHeaderValues: {
            values?: string[];
        };
        /** @description Data of the caller for a session, base64 with padding. Rekey does not read them. */
        zitadelMetadata: {
            [key: string]: string;
        };
        /** @description Users who match all of the queries. */
        zitadelAndQuery: {
            queries: components["schemas"]["zitadelUserSearchQuery"][];
        } | null;
        /** @description Users who match at least one of the queries. */
        zitadelOrQuery: {
            queries: components["schemas"]["zitadelUserSearchQuery"][];
        } | null;
        /** @description Users of this tenant. */
        zitadelOrganizationIdQuery: {
            organizationId: string;
        } | null;
        zitadelOptionalPassword: {
            /**
             * Format: password
             * @description The new password. The policy sets its minimum length.
             */
            password: string;
            /** @description The user must change the password at his next login. */
            changeRequired?: boolean;
        } | null;
        zitadelPassword: {
            /**
             * Format: password
             * @description The new password. The policy sets its minimum length.
             */
            password: string;
            /** @description The user must change the password at his next login. */
            changeRequired?: boolean;
        };
        zitadelPasswordComplexitySettings: {
            /** @description Minimum length of a password, in code points. The vendor counts bytes. */
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
        /**
         * @description How the text is compared. If absent, it must be equal.
         * @enum {string}
         */
        zitadelTextQueryMethod: "TEXT_QUERY_METHOD_EQUALS" | "TEXT_QUERY_METHOD_EQUALS_IGNORE_CASE" | "TEXT_QUERY_METHOD_STARTS_WITH" | "TEXT_QUERY_METHOD_STARTS_WITH_IGNORE_CASE" | "TEXT_QUERY_METHOD_CONTAINS" | "TEXT_QUERY_METHOD_CONTAINS_IGNORE_CASE" | "TEXT_QUERY_METHOD_ENDS_WITH" | "TEXT_QUERY_METHOD_ENDS_WITH_IGNORE_CASE" | (string & {});
        zitadelOTPFactor: {
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
        /** @description Users with this phone number. */
        zitadelPhoneQuery: {
            number: string;
            method?: components["schemas"]["zitadelTextQueryMethod"];
        } | null;
        /** @description Challenges to be answered by a later check. An empty object requests none. */
        zitadelRequestChallenges: {
            webAuthN?: components["schemas"]["zitadelUnservedWebAuthN"];
            otpSms?: components["schemas"]["zitadelChallengeOTPSMS"];
            otpEmail?: components["schemas"]["zitadelChallengeOTPEmail"];
        } | null;
        /** @description Has no fields. */
        zitadelResendInviteCodeInput: Record<string, unknown>;
        zitadelResendInviteCodeOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        /** @description Of a passkey or security key. Not supported: a request with it is refused. */
        zitadelUnservedWebAuthN: Record<string, unknown> | null;
        /** @description Users who do not match the query. */
        zitadelNotQuery: {
            query?: components["schemas"]["zitadelUserSearchQuery"];
        } | null;
        /**
         * @description Absent and Unspecified mean e-mail.
         * @enum {string}
         */
        zitadelNotificationType: "NOTIFICATION_TYPE_Unspecified" | "NOTIFICATION_TYPE_Email" | "NOTIFICATION_TYPE_SMS" | (string & {});
        /**
         * @description Whether the rules are the tenant's own or those of the instance.
         * @enum {string}
         */
        zitadelResourceOwnerType: "RESOURCE_OWNER_TYPE_UNSPECIFIED" | "RESOURCE_OWNER_TYPE_INSTANCE" | "RESOURCE_OWNER_TYPE_ORG" | (string & {});
        /** @description Has no fields. If it is present, the code is in the answer. */
        zitadelReturnChallengeCode: Record<string, unknown> | null;
        /** @description Has no fields. If it is present, the code is in the answer. */
        zitadelReturnInviteCode: Record<string, unknown> | null;
        /** @description Has no fields. If it is present, the code is in the answer. */
        zitadelReturnPasswordResetCode: Record<string, unknown> | null;
        /** @description One criterion, by exactly one of the two fields. */
        zitadelSearchQuery: {
            idsQuery?: components["schemas"]["zitadelIDsQuery"];
            userIdQuery?: components["schemas"]["zitadelUserIDQuery"];
            /** @description By the time of the login. Not supported: a request with it is refused. */
            creationDateQuery?: Record<string, unknown> | null;
            /** @description By the creator of the session. Not supported: a request with it is refused. */
            creatorQuery?: Record<string, unknown> | null;
            /** @description By the user's browser. Not supported: a request with it is refused. */
            userAgentQuery?: Record<string, unknown> | null;
            /** @description By the time of the end. Not supported: a request with it is refused. */
            expirationDateQuery?: Record<string, unknown> | null;
        };
        /**
         * @description OTP is a code of an authenticator app.
         * @enum {string}
         */
        zitadelSecondFactorType: "SECOND_FACTOR_TYPE_OTP" | "SECOND_FACTOR_TYPE_OTP_EMAIL" | "SECOND_FACTOR_TYPE_OTP_SMS" | (string & {});
        zitadelSendChallengeCode: {
            /** @description Link for the mail, beside the code. Must match the tenant's allow-list; only `{{.UserID}}`, `{{.Code}}` and `{{.SessionID}}` are replaced. */
            urlTemplate?: string | null;
        } | null;
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
            userAgent?: components["schemas"]["zitadelUserAgent"];
            /**
             * Format: date-time
             * @description When the session expires.
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
            /** @description Shown once; only its digest is stored. The former token no longer works. */
            sessionToken: string;
            challenges?: components["schemas"]["zitadelChallenges"];
        };
        /** @description Every error of this surface. */
        zitadelStatus: {
            /**
             * Format: int32
             * @description The gRPC code. 3 and 9 come with 400, 5 with 404, 7 with 403, 12 with 405 and 501, 13 with 500, 14 with 503, 16 with 401.
             */
            code: number;
            /** @description A description of the error, with its id in parentheses if it has one. */
            message: string;
            /** @description Absent for a malformed request and other errors without an id. */
            details?: components["schemas"]["zitadelStatusDetail"][];
        };
        /**
         * @description The second is used for a failed password check of a session.
         * @enum {string}
         */
        zitadelStatusDetailType: "type.googleapis.com/zitadel.v1.ErrorDetail" | "type.googleapis.com/zitadel.v1.CredentialsCheckError" | (string & {});
        zitadelStatusDetail: {
            "@type": components["schemas"]["zitadelStatusDetailType"];
            /** @description Stable id of the error. */
            id?: string;
            message?: string;
        };
        /** @description Has no fields. */
        zitadelUnlockUserInput: Record<string, unknown>;
        zitadelUnlockUserOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        zitadelUpdateHumanProfile: {
            givenName?: string;
            familyName?: string;
            nickName?: string;
            displayName?: string;
            preferredLanguage?: string;
            gender?: components["schemas"]["zitadelGender"];
        };
        zitadelUpdateUserHuman: {
            password?: components["schemas"]["zitadelSetHumanPassword"];
            profile?: components["schemas"]["zitadelUpdateHumanProfile"];
            email?: components["schemas"]["zitadelSetHumanEmail"];
            phone?: components["schemas"]["zitadelSetHumanPhone"];
        } | null;
        zitadelUpdateUserInput: {
            human?: components["schemas"]["zitadelUpdateUserHuman"];
            /** @description A new login name. */
            username?: string | null;
            /** @description A service account. Not supported: a request with it is refused. */
            machine?: Record<string, unknown> | null;
        };
        zitadelUpdateUserOutput: {
            /** Format: date-time */
            changeDate: string;
            /** @description The code, only if `returnCode` was asked for. */
            emailCode?: string;
            /** @description The code, only if `returnCode` was asked for. */
            phoneCode?: string;
        };
        zitadelUser: {
            userId: string;
            details: components["schemas"]["zitadelDetails"];
            state: components["schemas"]["zitadelUserState"];
            username: string;
            loginNames: string[];
            preferredLoginName: string;
            human: components["schemas"]["zitadelHumanUser"];
        };
        /**
         * @description What the users are sorted by. Absent and UNSPECIFIED mean their ids.
         * @enum {string}
         */
        zitadelUserFieldName: "USER_FIELD_NAME_UNSPECIFIED" | "USER_FIELD_NAME_USER_NAME" | "USER_FIELD_NAME_FIRST_NAME" | "USER_FIELD_NAME_LAST_NAME" | "USER_FIELD_NAME_NICK_NAME" | "USER_FIELD_NAME_DISPLAY_NAME" | "USER_FIELD_NAME_EMAIL" | "USER_FIELD_NAME_STATE" | "USER_FIELD_NAME_TYPE" | "USER_FIELD_NAME_CREATION_DATE" | (string & {});
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
        /** @description Users with this user name. */
        zitadelUserNameQuery: {
            userName: string;
            method?: components["schemas"]["zitadelTextQueryMethod"];
        } | null;
        /** @description One criterion, by exactly one of the fields. */
        zitadelUserSearchQuery: {
            userNameQuery?: components["schemas"]["zitadelUserNameQuery"];
            emailQuery?: components["schemas"]["zitadelEmailQuery"];
            stateQuery?: components["schemas"]["zitadelUserStateQuery"];
            typeQuery?: components["schemas"]["zitadelUserTypeQuery"];
            loginNameQuery?: components["schemas"]["zitadelLoginNameQuery"];
            inUserIdsQuery?: components["schemas"]["zitadelInUserIDQuery"];
            orQuery?: components["schemas"]["zitadelOrQuery"];
            andQuery?: components["schemas"]["zitadelAndQuery"];
            notQuery?: components["schemas"]["zitadelNotQuery"];
            inUserEmailsQuery?: components["schemas"]["zitadelInUserEmailsQuery"];
            organizationIdQuery?: components["schemas"]["zitadelOrganizationIdQuery"];
            phoneQuery?: components["schemas"]["zitadelPhoneQuery"];
            firstNameQuery?: components["schemas"]["zitadelFirstNameQuery"];
            lastNameQuery?: components["schemas"]["zitadelLastNameQuery"];
            nickNameQuery?: components["schemas"]["zitadelNickNameQuery"];
            displayNameQuery?: components["schemas"]["zitadelDisplayNameQuery"];
            /** @description Not supported: a request with it is refused with code 3. */
            metadataKeyFilter?: Record<string, unknown> | null;
            /** @description Not supported: a request with it is refused with code 3. */
            metadataValueFilter?: Record<string, unknown> | null;
        };
        /**
         * @description INITIAL is the state of a user with neither a password nor a proven address. Nobody is DELETED.
         * @enum {string}
         */
        zitadelUserState: "USER_STATE_ACTIVE" | "USER_STATE_INACTIVE" | "USER_STATE_DELETED" | "USER_STATE_LOCKED" | "USER_STATE_INITIAL" | (string & {});
        /** @description Users in this state. */
        zitadelUserStateQuery: {
            state: components["schemas"]["zitadelUserState"];
        } | null;
        /**
         * @description No user is a machine.
         * @enum {string}
         */
        zitadelUserType: "TYPE_HUMAN" | "TYPE_MACHINE" | (string & {});
        /** @description Users of this type. */
        zitadelUserTypeQuery: {
            type: components["schemas"]["zitadelUserType"];
        } | null;
        zitadelVerifyInviteCodeInput: {
            /** Format: password */
            verificationCode: string;
        };
        zitadelVerifyInviteCodeOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        /** @description One public RSA key. */
        zitadelJsonWebKey: {
            /** @description Always RSA. */
            kty: string;
            /** @description What the key is for; sig. */
            use: string;
            /** @description Always RS256. */
            alg: string;
            /** @description The name of the key, as found in the header of a token. */
            kid: string;
            /** @description The modulus, base64url. */
            n: string;
            /** @description The exponent, base64url. */
            e: string;
        };
        /** @description The public keys. */
        zitadelJsonWebKeySet: {
            /** @description One key, or two during a rotation. */
            keys: components["schemas"]["zitadelJsonWebKey"][];
        };
        /** @description An error of the OAuth endpoints. */
        zitadelOAuthError: {
            /**
             * @description invalid_request, invalid_client, invalid_grant, unauthorized_client, unsupported_grant_type, invalid_scope; of RFC 7009
             *     unsupported_token_type; and server_error, temporarily_unavailable, not_found and method_not_allowed for cases that
             *     RFC 6749 does not cover. More values may follow.
             */
            error: string;
            /** @description A sentence for the developer. It never repeats a value of the request. */
            error_description?: string;
        };
        /** @description What a program needs to know to log in. Lists that would be empty are absent. */
        zitadelOpenidConfiguration: {
            /** @description The public URL, exactly as configured. */
            issuer: string;
            /** @description Where to get a token. */
            token_endpoint: string;
            /** @description The keys that verify access tokens. */
            jwks_uri: string;
            /** @description The grants of the token endpoint. */
            grant_types_supported: string[];
            /** @description How a client may authenticate at the token endpoint. */
            token_endpoint_auth_methods_supported: string[];
            /** @description The algorithms of assertions. */
            token_endpoint_auth_signing_alg_values_supported: string[];
        };
        /** @description The form of the token endpoint. */
        zitadelTokenInput: {
            /** @description client_credentials or urn:ietf:params:oauth:grant-type:jwt-bearer. Anything else is a 400 unsupported_grant_type. */
            grant_type: string;
            /**
             * Format: password
             * @description The assertion, a signed JWT. Required by the jwt-bearer grant, ignored by the other.
             */
            assertion?: string;
            /** @description Accepted and ignored. The permissions of the API key decide what a token may do. */
            scope?: string;
            /** @description The client id, when the client does not use HTTP Basic. */
            client_id?: string;
            /**
             * Format: password
             * @description The client secret, when the client does not use HTTP Basic.
             */
            client_secret?: string;
        };
        /** @description An access token. */
        zitadelTokenOutput: {
            /** @description The access token, a JWT. */
            access_token: string;
            /** @description Bearer. */
            token_type: string;
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            expires_in: number;
            /** @description The permissions of the token, separated by spaces. */
            scope?: string;
        };
    };
}
