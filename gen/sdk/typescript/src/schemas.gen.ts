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
        /**
         * @description What ends with the old password: `all` sessions and refresh tokens, those of the `others` but the session that changes it, or
         *     `none`. Absent, all. The tenant's policy says which of them may be chosen.
         * @enum {string}
         */
        rekeyRevocation: "all" | "others" | "none" | (string & {});
        /** @enum {string} */
        rekeyChannel: "email" | "sms" | (string & {});
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
            /** @description A user with a second factor needs it for a reset as well. */
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
            /** @description What the user who changes a password may choose to end with it. `all` is the default and always among them. */
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
            /** @description A user with a second factor needs it for a reset as well. */
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
            /** @description What the user who changes a password may choose to end with it. `all` is the default and always among them. */
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
            actorKind: components["schemas"]["rekeyActorKind"];
            /** @description The API key, the user, or the part of the service. */
            actorId: string;
            action: components["schemas"]["rekeyEventAction"];
            outcome: components["schemas"]["rekeyEventOutcome"];
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
        /**
         * @description Who did it; `system` is the service itself.
         * @enum {string}
         */
        rekeyActorKind: "anonymous" | "api_key" | "user" | "system" | (string & {});
        /**
         * @description What was done, or tried: the resource, and what happened to it. The list grows. The guide to the audit trail says what each means.
         * @enum {string}
         */
        rekeyEventAction: "api_key.create" | "api_key.revoke" | "api_key.rotate" | "api_key.update" | "app.shut" | "application.create" | "application.delete" | "application.update" | "audit.archive" | "budget.spent" | "code.shut" | "invite.accept" | "login" | "login.challenge" | "login.change_required" | "login.code" | "login.resend" | "message.resent" | "mfa.confirm" | "mfa.confirmed" | "mfa.enroll" | "mfa.enrolled" | "mfa.recovery_renew" | "mfa.recovery_renewed" | "mfa.recovery_used" | "mfa.remove" | "mfa.removed" | "password.change" | "password.expiry_notice" | "password.expiry_warning" | "password.generate" | "password.import" | "password.invite" | "password.remove" | "password.reset" | "password.set" | "password.shut" | "password.unverifiable" | "policy.set" | "proof.shut" | "refresh_token.revoke" | "reset.request" | "second_factor.unverifiable" | "secret.adopt" | "secret.change" | "secret.forget" | "session.check" | "session.create" | "session.end" | "session.end_all" | "session.refresh" | "session.update" | "signing_key.create" | "signing_key.retire" | "signing_key.rotate" | "tenant.create" | "tenant.delete" | "tenant.host_claim" | "tenant.host_remove" | "tenant.host_set" | "tenant.host_verify" | "tenant.update" | "ticket.consumed" | "ticket.delivered" | "ticket.expired" | "ticket.factor" | "ticket.failed" | "ticket.foreign" | "ticket.guess" | "ticket.issued" | "ticket.opened" | "ticket.queued" | "ticket.revoked" | "ticket.superseded" | "ticket.verified" | "user.create" | "user.delete" | "user.disable" | "user.enable" | "user.import" | "user.lock" | "user.unlock" | "user.update" | "username.remind" | (string & {});
        /**
         * @description `refused` is what the caller was told. `ignored` means that nothing came of it and the caller was not told, so that he does not learn
         *     whom there is.
         * @enum {string}
         */
        rekeyEventOutcome: "done" | "refused" | "ignored" | (string & {});
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
        /**
         * @description `sent` means that the mail server or SMS gateway took it; `failed`, that it was given up.
         * @enum {string}
         */
        rekeyMessageState: "queued" | "sent" | "failed" | (string & {});
        /**
         * @description What the message says. The first four carry a ticket, `login_code` and `new_password` a secret; the others tell a user something.
         * @enum {string}
         */
        rekeyMessageTemplate: "reset_link" | "reset_otp" | "set_link" | "invite" | "username_reminder" | "login_code" | "password_updated" | "new_password" | "password_expiry" | "addresses_changed" | "mfa_changed" | "tries_shut" | (string & {});
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
            webAuthN?: components["schemas"]["zitadelUnservedWebAuthN"];
            otpSms?: components["schemas"]["zitadelUnservedOtpSms"];
            otpEmail?: components["schemas"]["zitadelUnservedOtpEmail"];
        } | null;
        /** @description Has no fields. */
        zitadelResendInviteCodeInput: Record<string, unknown>;
        zitadelResendInviteCodeOutput: {
            details: components["schemas"]["zitadelDetails"];
        };
        /** @description Of a passkey or security key. Not served: a request with it is refused. */
        zitadelUnservedWebAuthN: Record<string, unknown> | null;
        /** @description A one-time password by SMS. Not served: a request with it is refused. */
        zitadelUnservedOtpSms: Record<string, unknown> | null;
        /** @description A one-time password by e-mail. Not served: a request with it is refused. */
        zitadelUnservedOtpEmail: Record<string, unknown> | null;
        /** @description The user's names and language. Not served: a request with it is refused. */
        zitadelUnservedProfile: Record<string, unknown> | null;
        /** @description The user's e-mail address. Not served: a request with it is refused. */
        zitadelUnservedEmail: Record<string, unknown> | null;
        /** @description The user's phone number. Not served: a request with it is refused. */
        zitadelUnservedPhone: Record<string, unknown> | null;
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
            profile?: components["schemas"]["zitadelUnservedProfile"];
            email?: components["schemas"]["zitadelUnservedEmail"];
            phone?: components["schemas"]["zitadelUnservedPhone"];
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
}
