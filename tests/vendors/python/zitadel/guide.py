import os

import zitadel_client as zitadel
from zitadel_client import models

client = zitadel.Zitadel.with_private_key(os.environ["REKEY_URL"], "key.json")

email = models.UserServiceEmailQuery(email_address="minnie@example.com")
query = models.UserServiceSearchQuery(email_query=email)
found = client.users.list_users(models.UserServiceListUsersRequest(queries=[query]))
user_id = found.result[0].user_id

reset = models.UserServicePasswordResetRequest(user_id=user_id, return_code={})
code = client.users.password_reset(reset).verification_code
password = "Grey herons, 3 of them"
client.users.set_password(models.UserServiceSetPasswordRequest(
    user_id=user_id, new_password=models.UserServicePassword(password=password), verification_code=code))

user = models.SessionServiceCheckUser(user_id=user_id)
checks = models.SessionServiceChecks(user=user, password=models.SessionServiceCheckPassword(password=password))
session = client.sessions.create_session(models.SessionServiceCreateSessionRequest(checks=checks))
print(user_id, "is logged in" if session.session_token else "is not logged in")
