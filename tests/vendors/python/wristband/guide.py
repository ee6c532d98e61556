import os

import requests
from wristband.m2m_auth import WristbandM2MAuthClient, WristbandM2MAuthConfig
from wristband.python_jwt import WristbandJwtValidatorConfig, create_wristband_jwt_validator

domain = os.environ["DOMAIN"]
client = WristbandM2MAuthClient(WristbandM2MAuthConfig(
    client_id=os.environ["CLIENT_ID"], client_secret=os.environ["CLIENT_SECRET"], wristband_application_vanity_domain=domain))
validator = create_wristband_jwt_validator(WristbandJwtValidatorConfig(wristband_application_vanity_domain=domain))


def call(path, **body):
    headers = {"Authorization": f"Bearer {client.get_token()}"}
    return requests.post(f"https://{domain}/api/v1/{path}", headers=headers, json=body, timeout=30).json()


valid = validator.validate(client.get_token()).is_valid
link = call("password-reset/create-password-reset-link", userId="pzfyvzggsvb3lk4yyqh6l4xzse")
done = call("password-reset/reset-password", passwordResetCode=link["passwordResetCode"], newPassword="nine brass kettles")
print(valid, done["result"])
