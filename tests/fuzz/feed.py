"""What each operation needs to exist, for requests that are valid by their schema."""

import copy

import live
from live import OWNER, mailed_key, remember, seen, send, ticket

FEEDS = {}


def feeds(*operations):
    def register(function):
        for operation in operations:
            FEEDS[operation] = function
        return function
    return register


walking = False


def unknown(value):
    """Whether the value has to be replaced. Along links, what an answer held stays."""
    return not (walking and isinstance(value, str) and value in seen)


def feed(operation, case, walks):
    """Puts what exists into a request that is valid by its schema."""
    global walking
    walking = walks
    kept = case.method == "GET"
    # Cases share what they were generated from.
    case.path_parameters, case.query, case.body = (
        copy.deepcopy(part) for part in (case.path_parameters, case.query, case.body))
    for name, value in list(case.path_parameters.items()):
        if unknown(value) and name in live.MAKE and operation not in FEEDS:
            case.path_parameters[name] = live.MAKE[name](kept)
    lists(case)
    if "If-Match" in case.headers:
        case.headers["If-Match"] = "*"
    if isinstance(case.body, dict):
        for name, value in (("tenantId", OWNER["TENANT_ID"]), ("applicationId", OWNER["APPLICATION_ID"])):
            if isinstance(case.body.get(name), str) and unknown(case.body[name]):
                case.body[name] = value
        if isinstance(case.body.get("userId"), str) and unknown(case.body["userId"]) and operation not in FEEDS:
            case.body["userId"] = live.user()["id"]
    if walks:
        lead_on(operation, case)
    if operation in FEEDS:
        FEEDS[operation](case, case.body if isinstance(case.body, dict) else {})


def good(_=None):
    """A password that the policy takes; the other phases try all sorts."""
    return f"seven quiet rivers run north, bend {next(live.numbers)}"


# A key that nobody has the private half of any more.
PUBLIC_KEY = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEABvbNZZ0iBGePqCaLzeeLpVxmWI5ydQ1aoPx/X+z2Tl4=\n-----END PUBLIC KEY-----\n"


# Along links each request is the plainest that leads on: what the link brought, and these.
LEAD = {
    "boomiResetPassword": lambda: {"password": good()},
    "boomiSetPassword": lambda: {"password": good()},
    "boomiForgotPassword": lambda: {"username": "made up"},
    "boomiCreateAdminUser": lambda: {"firstName": "Walk", "lastName": "Along", "isActive": True, "isEnabled": True, "isLogSession": True},
    "boomiUpdateAdminUser": lambda: {"firstName": "Walk", "lastName": "Along", "isActive": True, "isEnabled": True, "isLogSession": True},
    "entrustSetUserPasswordUsingPUT": lambda: {"generatePassword": True, "returnPassword": True, "emailPassword": False},
    "entrustValidateUserPasswordUsingPOST": lambda: {"password": good()},
    "wristbandResetPassword": lambda: {"newPassword": good()},
    "wristbandGetToken": lambda: {"grant_type": "refresh_token", "refresh_token": "made up"},
    "wristbandRequestPasswordReset": lambda: {"applicationId": OWNER["APPLICATION_ID"], "tenantId": OWNER["TENANT_ID"], "email": "made@up"},
    "zitadelPasswordReset": lambda: {"returnCode": {}},
    "zitadelSetPassword": lambda: {"newPassword": {"password": good()}, "verificationCode": "made up"},
    "zitadelCreateInviteCode": lambda: next(live.invites),
    "zitadelSetEmail": lambda: {"email": f"walk-{next(live.numbers)}@example.com", "returnCode": {}},
    "zitadelSetPhone": lambda: {"phone": f"+4915{next(live.numbers):09d}", "returnCode": {}},
    "zitadelResendEmailCode": lambda: {"returnCode": {}},
    "zitadelResendPhoneCode": lambda: {"returnCode": {}},
    "zitadelSetSession": lambda: {"lifetime": "3600s"},
    "zitadelListSessions": lambda: {},
    "rekeyCreateApplication": lambda: {"name": f"Walk {next(live.numbers)}"},
    "rekeyCreateTenant": lambda: {"applicationId": OWNER["APPLICATION_ID"], "name": f"Walk {next(live.numbers)}"},
    "rekeyCreateUser": lambda: {"tenantId": OWNER["TENANT_ID"], "username": f"walk-{next(live.numbers)}"},
    "rekeyCreateApiKey": lambda: {"name": "walk", "boundary": "tenant", "applicationId": OWNER["APPLICATION_ID"],
                                  "tenantId": OWNER["TENANT_ID"], "permissions": ["users:read"]},
    "rekeyRegisterApiKey": lambda: {"name": "walk", "boundary": "tenant", "applicationId": OWNER["APPLICATION_ID"],
                                    "tenantId": OWNER["TENANT_ID"], "permissions": ["users:read"], "publicKey": PUBLIC_KEY},
    "rekeyCreateTicket": lambda: order(live.user()["id"], next(live.media)),
    "rekeyRedeemTicket": lambda: {"newPassword": good()},
    "rekeyInspectTicket": lambda: {},
    "rekeyVerifyAddress": lambda: {},
    "rekeySetPassword": lambda: {"password": good()},
    "rekeyCheckPassword": lambda: {"userId": live.plain_user(True)["id"], "password": good()},
    "rekeyRequestReset": lambda: {"tenantId": OWNER["TENANT_ID"], "username": "made up"},
    "rekeyEnrollTotp": lambda: {"currentPassword": "made up"},
    "rekeyUpdateApiKey": lambda: {"name": "walked"},
    "rekeyRotateApiKey": lambda: {"overlapSeconds": 60},
}


# Whether the walk leads to the verification of an address: a ticket has one purpose.
verifying = False


def order(of, medium):
    if not verifying:
        return {"userId": of, "medium": medium, "deliver": "return"}
    return live.verification(medium)


def lead_on(operation, case):
    if operation in LEAD and isinstance(case.body, dict):
        brought = {name: value for name, value in case.body.items() if isinstance(value, str) and value in seen}
        if operation == "rekeyCreateTicket" and verifying:  # the address belongs to its user
            brought = {}
        case.body = {**LEAD[operation](), **brought}


def lists(case):
    """A cursor belongs to its list and filters: it is taken from an answer to the same request, or left out."""
    for name, value in (("tenantId", OWNER["TENANT_ID"]), ("applicationId", OWNER["APPLICATION_ID"])):
        if name in case.query and unknown(case.query[name]):
            case.query[name] = value
    for name, of in (("cursor", "nextCursor"), ("resume", "resume")):
        if name in case.query and unknown(case.query[name]):
            case.query.pop(name)
            query = {key: value for key, value in case.query.items() if key != "limit"}
            answer = live.http.get(OWNER["URL"] + case.formatted_path, params={**query, "limit": "1"}, timeout=20)
            found = answer.status_code == 200 and answer.json().get(of)
            if found:
                remember(found)
                case.query[name] = found


def text(value):
    return isinstance(value, str)


def spoken(case, of):
    """The user himself calls."""
    case.headers["Authorization"] = live.bearer(of)["Authorization"]


def whose(body):
    """Along links, the user whose password this has become."""
    of = walking and live.passwords.get(body.get("password"))
    return {**of, "password": body["password"]} if of else live.password_user(True)


def own(case, password=True):
    of = live.user(password=password)
    if case.path_parameters:
        case.path_parameters["userId"] = of["id"]
    return of


# ---- boomi ----

def key():
    if walking and live.asked:
        return mailed_key(live.asked[-1])
    of = live.user()
    send("POST", "/api/ForgotUser/forgotPassword", {"username": of["username"]})
    return mailed_key(of)


@feeds("boomiForgotPassword")
def boomi_forgot(_, body):
    of = live.user()
    if text(body.get("username")):
        body["username"] = of["username"]
    elif text(body.get("emailAddress")):
        body["emailAddress"] = of["email"]


@feeds("boomiValidatePasswordResetLink")
def boomi_validate(case, _):
    if unknown(case.query.get("key")):
        case.query["key"] = key()


def set_key():
    if walking and live.asked:
        return mailed_key(live.asked[-1])
    of = live.user()
    made = send("POST", "/v1/tickets", {"userId": of["id"], "medium": "link", "purpose": "set", "form": "key", "deliver": "return"})
    live.keys[made["proof"]["key"]] = of
    return made["proof"]["key"]


@feeds("boomiValidatePasswordSetLink")
def boomi_validate_set(case, _):
    if unknown(case.query.get("key")):
        case.query["key"] = set_key()


@feeds("boomiResetPassword", "boomiSetPassword")
def boomi_reset(case, body):
    if unknown(body.get("key")):
        body["key"] = key() if case.path.endswith("/resetPassword") else set_key()
    if text(body.get("username")) and body.get("key") in live.keys:
        body["username"] = live.keys[body["key"]]["username"]
    if text(body.get("password")):
        body["confirmPassword"] = body["password"]


@feeds("boomiAuthenticate")
def boomi_authenticate(_, body):
    of = whose(body)
    body.update(userName=of["username"], password=of["password"])
    body.pop("oneTimePasscode", None)


@feeds("boomiRefreshToken")
def boomi_refresh(_, body):
    if text(body.get("refreshToken")) and unknown(body["refreshToken"]):
        of = live.password_user(True)
        made = send("POST", "/api/Users/authenticate", {"userName": of["username"], "password": of["password"]})
        body["refreshToken"] = made["refreshToken"]


@feeds("boomiChangePassword")
def boomi_change(case, body):
    of = live.user(password=True)
    spoken(case, of)
    body.update(userId=of["number"], currentPassword=of["password"])
    if text(body.get("newPassword")):
        body["confirmPassword"] = body["newPassword"]


@feeds("boomiGetAdminUser", "boomiDeleteAdminUser", "boomiResendActivation", "boomiUnlockAdminUser")
def boomi_admin_user(case, _):
    if unknown(str(case.path_parameters["userId"])):
        case.path_parameters["userId"] = live.user()["number"]


@feeds("boomiCreateAdminUser", "boomiUpdateAdminUser")
def boomi_save_admin_user(case, body):
    of = live.user()
    body.update(username=of["username"], email=of["email"], isEnabled=body["isActive"], customerId=0)
    if case.method == "PUT":
        body["id"] = of["number"]
    else:
        body.pop("id", None)
        body.update(username="new-" + of["username"], email="new-" + of["email"])


# ---- entrust ----

@feeds("entrustAuthenticateAdminApiUsingPOST")
def entrust_authenticate(_, body):
    body.update(applicationId=OWNER["CLIENT_ID"], sharedSecret=OWNER["CLIENT_SECRET"])


@feeds("entrustSetUserPasswordUsingPUT")
def entrust_set(case, body):
    if unknown(case.path_parameters["userid"]):
        of = live.user(password=True)
        case.path_parameters["userid"] = of["id"]
        if text(body.get("currentPassword")):
            body["currentPassword"] = of["password"]


@feeds("entrustDeleteUserPasswordUsingDELETE")
def entrust_delete(case, _):
    if unknown(case.path_parameters["userid"]):
        case.path_parameters["userid"] = live.user(password=True)["id"]


@feeds("entrustUserByUseridUsingPOST")
def entrust_find(_, body):
    if text(body.get("userId")):
        body["userId"] = live.user()["username"]


def entrust_parms(parms):
    """Names and addresses that nobody has; what is not served stays, and is refused."""
    n = next(live.numbers)
    for name, value in (("userId", f"entrust-{n}"), ("email", f"entrust-{n}@example.com"), ("mobile", f"+4915{n:09d}"), ("locale", "en")):
        if text(parms.get(name)) and parms[name]:
            parms[name] = value
    parms.pop("externalId", None)


@feeds("entrustCreateUserUsingPOST")
def entrust_create(_, body):
    body.setdefault("userId", "made up")
    entrust_parms(body)


@feeds("entrustCreateUsersUsingPOST")
def entrust_create_all(_, body):
    for parms in body["users"] if isinstance(body.get("users"), list) else ():
        if isinstance(parms, dict):
            entrust_parms(parms)


@feeds("entrustUpdateUserUsingPUT")
def entrust_update(case, body):
    if unknown(case.path_parameters["id"]):
        case.path_parameters["id"] = live.user()["id"]
    entrust_parms(body)
    body.pop("verificationRequired", None)


@feeds("entrustDeleteUserUsingDELETE")
def entrust_delete_user(case, _):
    if unknown(case.path_parameters["id"]):
        case.path_parameters["id"] = live.user()["id"]


@feeds("entrustUsersPagedUsingPOST")
def entrust_search(_, body):
    body.pop("cursor", None)
    for attribute in body.get("searchByAttributes") or []:
        if isinstance(attribute, dict) and text(attribute.get("name")) and text(attribute.get("operator")):
            attribute.update(name="userId", operator="CONTAINS", value="fuzz")
    order = body.get("orderByAttribute")
    if isinstance(order, dict) and text(order.get("name")):
        order["name"] = "userId"


# ---- wristband ----

def email_auth_code():
    if walking and live.asked:
        return mailed_key(live.asked[-1])
    of = live.user()
    send("POST", "/api/v1/password-reset/send-password-reset-email", {"userId": of["id"]})
    return mailed_key(of)


@feeds("wristbandIntrospectPasswordResetEmailAuthCode")
def wristband_introspect(_, body):
    if unknown(body.get("emailAuthCode")):
        body["emailAuthCode"] = email_auth_code()


@feeds("wristbandVerifyCode")
def wristband_verify(_, body):
    if walking and live.asked and not unknown(body.get("requestCode")):
        body["verificationCode"] = live.mailed_code(live.asked[-1])
    elif unknown(body.get("requestCode")):
        proof = ticket(live.user()["id"], "otp")["proof"]
        body.update(requestCode=proof["requestCode"], verificationCode=proof["code"])


@feeds("wristbandResetPassword")
def wristband_reset(_, body):
    proofs = [name for name in ("emailAuthCode", "requestCode", "passwordResetCode") if text(body.get(name))]
    known = [name for name in proofs if not unknown(body[name])]
    use = (known or proofs or ["passwordResetCode"])[0]
    for name in ("emailAuthCode", "requestCode", "verificationCode", "passwordResetCode"):
        if name != use and not (use == "requestCode" and name == "verificationCode") and name in body:
            body[name] = None
    if known:
        return
    if use == "emailAuthCode":
        body[use] = email_auth_code()
    elif use == "requestCode":
        proof = ticket(live.user()["id"], "otp")["proof"]
        body.update(requestCode=proof["requestCode"], verificationCode=proof["code"])
    else:
        body[use] = send("POST", "/api/v1/password-reset/create-password-reset-link",
                         {"userId": live.user()["id"]})["passwordResetCode"]


@feeds("wristbandChangePassword")
def wristband_change(case, body):
    of = live.user(password=True)
    spoken(case, of)
    body.update(userId=of["id"], currentPassword=of["password"])


@feeds("wristbandRequestPasswordReset")
def wristband_request(_, body):
    if "@" in str(body.get("email")):
        body["email"] = live.user()["email"]


@feeds("wristbandCreateUser", "wristbandPatchUser")
def wristband_user(case, body):
    if case.path_parameters and unknown(case.path_parameters["userId"]):
        own(case, password=False)
    for name, value in (("email", f"made-{next(live.numbers)}@example.com"), ("identityProviderName", "wristband"), ("preferredLanguage", "en"),
                        ("username", f"made-{next(live.numbers)}"), ("phoneNumber", f"+4916{next(live.numbers):09d}"), ("password", good())):
        if text(body.get(name)):
            body[name] = value


@feeds("wristbandQueryTenantUsers", "wristbandQueryApplicationUsers")
def wristband_query(case, _):
    for name, value in (("tenantId", OWNER["TENANT_ID"]), ("applicationId", OWNER["APPLICATION_ID"])):
        if name in case.path_parameters:
            case.path_parameters[name] = value
    for name, value in (("query", 'status eq "ACTIVE"'), ("sort_by", "email:desc")):
        if name in case.query:
            case.query[name] = value


@feeds("rekeyRegisterApiKey")
def program(_, body):
    if text(body.get("publicKey")):
        body["publicKey"] = PUBLIC_KEY


@feeds("wristbandGetToken", "wristbandRevokeToken", "zitadelGetToken")
def wristband_token(case, body):
    if "Authorization" in case.headers:  # in one way only
        body.pop("client_id", None)
        body.pop("client_secret", None)
    elif "client_id" in body:
        body.update(client_id=OWNER["CLIENT_ID"], client_secret=OWNER["CLIENT_SECRET"])
    if text(body.get("refresh_token")) and unknown(body["refresh_token"]):
        body["refresh_token"] = live.session(live.password_user(True))["refreshToken"]


# ---- zitadel ----

def proven(of, proof):
    """Leaves one of the two proofs, and makes it hold."""
    if text(proof.get("verificationCode")):
        proof.pop("currentPassword", None)
        proof["verificationCode"] = send("POST", f"/v2/users/{of['id']}/password_reset", {"returnCode": {}})["verificationCode"]
    elif "password" in of:
        proof["currentPassword"] = of["password"]


@feeds("zitadelSetPassword")
def zitadel_set(case, body):
    if unknown(case.path_parameters["userId"]) or unknown(body.get("verificationCode")):
        proven(own(case, password=text(body.get("currentPassword"))), body)


@feeds("zitadelUpdateUser")
def zitadel_update(case, body):
    password = (body.get("human") or {}).get("password")
    of = own(case, password=isinstance(password, dict) and text(password.get("currentPassword")))
    if isinstance(password, dict):
        proven(of, password)
        if isinstance(password.get("password"), dict):
            password.pop("hashedPassword", None)


@feeds("zitadelCreateInviteCode", "zitadelResendInviteCode")
def zitadel_invite(case, body):
    if unknown(case.path_parameters["userId"]):
        of = own(case, password=False)
        if case.path.endswith("resend"):
            send("POST", f"/v2/users/{of['id']}/invite_code", {"sendCode": {}})
    if body.get("sendCode") is not None:
        body.pop("returnCode", None)


@feeds("zitadelVerifyInviteCode")
def zitadel_verify_invite(case, body):
    if unknown(case.path_parameters["userId"]) or unknown(body.get("verificationCode")):
        of = own(case, password=False)
        body["verificationCode"] = send("POST", f"/v2/users/{of['id']}/invite_code", {"returnCode": {}})["inviteCode"]


def zitadel_unverified(case):
    """A user with a new address of the kind that the call is about, and the code for it."""
    of, kind = own(case, password=False), case.path.split("/")[4]
    fresh = {"email": f"walk-{next(live.numbers)}@example.com", "phone": f"+4915{next(live.numbers):09d}"}[kind]
    return send("POST", f"/v2/users/{of['id']}/{kind}", {kind: fresh, "returnCode": {}})["verificationCode"]


@feeds("zitadelSetEmail", "zitadelSetPhone", "zitadelResendEmailCode", "zitadelResendPhoneCode")
def zitadel_address(case, body):
    if unknown(case.path_parameters["userId"]):
        if case.path.endswith("resend"):
            zitadel_unverified(case)
        else:
            own(case, password=False)
    if body.get("sendCode") is not None:
        body.pop("returnCode", None)
    if body.get("sendCode") is not None or body.get("returnCode") is not None:
        body.pop("isVerified", None)


@feeds("zitadelVerifyEmail", "zitadelVerifyPhone")
def zitadel_verify_address(case, body):
    if unknown(case.path_parameters["userId"]) or unknown(body.get("verificationCode")):
        body["verificationCode"] = zitadel_unverified(case)


@feeds("zitadelReactivateUser")
def zitadel_reactivate(case, _):
    if unknown(case.path_parameters["userId"]):
        send("POST", f"/v2/users/{own(case, password=False)['id']}/deactivate", {})


@feeds("zitadelUnlockUser")
def zitadel_unlock(case, _):
    if unknown(case.path_parameters["userId"]):
        of = own(case, password=False)
        send("POST", f"/v2/users/{of['id']}/lock", {})


@feeds("zitadelPasswordReset")
def zitadel_password_reset(case, body):
    if unknown(case.path_parameters["userId"]):
        own(case, password=False)
    if body.get("sendLink") is not None:
        body.pop("returnCode", None)


@feeds("zitadelGetPasswordComplexitySettings", "zitadelGetPasswordExpirySettings", "zitadelGetLockoutSettings", "zitadelGetLoginSettings")
def zitadel_settings(case, _):
    if text(case.query.get("ctx.orgId")) and unknown(case.query["ctx.orgId"]):
        case.query["ctx.orgId"] = OWNER["TENANT_ID"]
        case.query.pop("ctx.instance", None)


@feeds("zitadelCreateUser", "zitadelAddHumanUser")
def zitadel_create(_, body):
    """Names, addresses and an id that nobody has, in the organisation that there is."""
    n = next(live.numbers)
    human = body.get("human") if isinstance(body.get("human"), dict) else body
    organization = body.get("organization")
    for parent, name, value in ((body, "organizationId", OWNER["TENANT_ID"]), (organization, "orgId", OWNER["TENANT_ID"]), (body, "userId", f"zitadel-{n}"),
                                (body, "username", f"zitadel-{n}"), (human.get("email"), "email", f"zitadel-{n}@example.com"),
                                (human.get("phone"), "phone", f"+4917{n:09d}"), (human.get("password"), "password", good())):
        if isinstance(parent, dict) and text(parent.get(name)) and (name not in ("organizationId", "orgId") or unknown(parent[name])):
            parent[name] = value
    metadata = human.get("metadata")
    for i, pair in enumerate(metadata if isinstance(metadata, list) else ()):
        if isinstance(pair, dict) and text(pair.get("key")) and text(pair.get("value")):  # keys once, and text in base64
            pair.update(key=f"key-{i}", value="NDcxMQ==")


@feeds("zitadelCreateSession")
def zitadel_create_session(_, body):
    # Each code that is mailed counts against the hourly budget of its user.
    of = live.password_user("otpEmail" not in (body.get("challenges") or ()))
    checks = body.setdefault("checks", {})
    if isinstance(checks, dict) and not (isinstance(checks.get("user"), dict) and not unknown(checks["user"].get("userId"))):
        checks["user"] = {"loginName": of["username"]}
        if isinstance(checks.get("password"), dict):
            checks["password"]["password"] = of["password"]


@feeds("zitadelSetSession", "zitadelGetSession", "zitadelDeleteSession")
def zitadel_session(case, body):
    if not unknown(case.path_parameters["sessionId"]):
        return
    made = live.checked_session(case.method == "GET")
    case.path_parameters["sessionId"] = made["sessionId"]
    if "sessionToken" in case.query:
        case.query["sessionToken"] = made["sessionToken"]
    checks = body.get("checks")
    if isinstance(checks, dict):
        checks.pop("user", None)
        if isinstance(checks.get("password"), dict):
            checks["password"]["password"] = made["password"]


@feeds("zitadelListSessions")
def zitadel_list(_, body):
    for query in body.get("queries") or []:
        if isinstance(query, dict) and query.get("idsQuery") is not None:
            query.pop("userIdQuery", None)


# ---- rekey ----

@feeds("rekeyVerifyAddress")
def rekey_verify_address(_, body):
    if not unknown(body.get("ticket")) or not unknown(body.get("requestCode")):
        return
    medium = "otp" if text(body.get("requestCode")) and not text(body.get("ticket")) else "link"
    body.clear()
    body.update(send("POST", "/v1/tickets", live.verification(medium))["proof"])


@feeds("rekeyInspectTicket", "rekeyRedeemTicket")
def rekey_ticket(_, body):
    if not unknown(body.get("ticket")) or not unknown(body.get("requestCode")):
        return
    if walking and live.asked:
        for name in ("requestCode", "code"):
            body.pop(name, None)
        body["ticket"] = mailed_key(live.asked.pop())
        return
    medium = "otp" if text(body.get("requestCode")) and not text(body.get("ticket")) else "link"
    for name in ("ticket", "requestCode", "code", "factorCode"):
        body.pop(name, None)
    body.update(ticket(live.user()["id"], medium)["proof"])


@feeds("rekeyCreateSession")
def rekey_login(_, body):
    of = whose(body)
    body.update(username=of["username"], password=of["password"])
    body.pop("code", None)


@feeds("rekeyRequestReset")
def rekey_request(_, body):
    of = live.user()
    if text(body.get("username")):
        body["username"] = of["username"]
        body.pop("email", None)
    elif "@" in str(body.get("email")):
        body["email"] = of["email"]


@feeds("rekeyRefreshSession")
def rekey_refresh(_, body):
    if unknown(body.get("refreshToken")):
        body["refreshToken"] = live.session(live.password_user(True))["refreshToken"]


@feeds("rekeyChangePassword")
def rekey_change(case, body):
    of = own(case)
    spoken(case, of)
    body["currentPassword"] = of["password"]


@feeds("rekeyEnrollTotp")
def rekey_enroll(case, body):
    of = own(case, password="currentPassword" in body)
    if "currentPassword" in body:
        spoken(case, of)
        body["currentPassword"] = of["password"]


@feeds("rekeyConfirmTotp")
def rekey_confirm(case, body):
    of = own(case)
    body["code"], _ = live.enrolled(of)


@feeds("rekeyCheckPassword")
def rekey_check(_, body):
    if text(body.get("userId")) and unknown(body["userId"]):
        body["userId"] = live.plain_user(True)["id"]


@feeds("rekeyCreateTenant")
def rekey_tenant(_, body):
    if isinstance(body.get("hosts"), list):  # a host is one tenant's
        body["hosts"] = [f"fuzz-{next(live.numbers)}.example.com" for _ in body["hosts"]]
    body.pop("default", None)


def learn(operation, case, answer):
    """What a request that went well has made so, for the requests that links lead to."""
    body = case.body if isinstance(case.body, dict) else {}
    if operation in ("boomiForgotPassword", "wristbandRequestPasswordReset", "wristbandSendPasswordResetEmail", "rekeyRequestReset"):
        for name in ("username", "email", "emailAddress", "userId"):
            if text(body.get(name)) and body[name] in live.users:
                live.asked.append(live.users[body[name]])
    elif operation in ("boomiResetPassword", "boomiSetPassword") and body.get("key") in live.keys:
        live.passwords[body["password"]] = live.keys[body["key"]]
    elif operation == "boomiCreateAdminUser":
        seen.add(str(answer["entity"]["id"]))
        if body["isActive"]:  # an inactive user is mailed nothing
            live.asked.append(body)
    elif operation in ("boomiGetAdminUser", "boomiUpdateAdminUser"):
        seen.add(str(answer.get("entity", answer)["id"]))
    elif operation == "boomiListAdminUsers":
        seen.update(str(user["id"]) for user in answer)
    elif operation == "boomiResendActivation":
        live.asked.extend(of for of in live.users.values() if of["number"] == case.path_parameters["userId"])
    elif operation == "rekeyRedeemTicket" and answer.get("userId") in live.users:
        live.passwords[body["newPassword"]] = live.users[answer["userId"]]
