//! Drives the journeys with the client that OpenAPI Generator makes for Rust.
use openapi::apis::configuration::{ApiKey, Configuration};
use openapi::apis::{self, rekey_tickets_api::RekeyRedeemTicketError};
use openapi::models::*;
use std::error::Error;

type Outcome = Result<(), Box<dyn Error>>;

fn env(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

fn new_password() -> String {
    env("NEW_PASSWORD")
}

fn id(name: &str) -> Result<uuid::Uuid, uuid::Error> {
    uuid::Uuid::parse_str(&env(name))
}

fn at(token: Option<String>) -> Configuration {
    Configuration {
        base_path: env("REKEY_URL"),
        // The scheme of Entrust is a header of its own, an apiKey, to OpenAPI.
        api_key: token.clone().map(|key| ApiKey { prefix: None, key }),
        bearer_access_token: token,
        ..Configuration::default()
    }
}

fn owner() -> Configuration {
    at(Some(env("REKEY_API_KEY")))
}

fn must(what: &str, ok: bool) -> Outcome {
    if ok { Ok(()) } else { Err(what.into()) }
}

async fn boomi() -> Outcome {
    let mut body = BoomiPasswordModel::new();
    body.key = Some(id("BOOMI_KEY")?);
    body.password = Some(Some(new_password()));
    body.confirm_password = body.password.clone();
    let said = apis::boomi_password_api::boomi_reset_password(&at(None), body).await?;
    must(&said, said == "Password has been reset.")?;
    let login = BoomiLoginModel::new(env("BOOMI_NAME"), new_password());
    let tokens = apis::boomi_users_api::boomi_authenticate(&at(None), login).await?;
    must("no token", tokens.access_token.flatten().is_some())
}

async fn entrust() -> Outcome {
    use apis::entrust_passwords_api as passwords;
    let application = EntrustAdminApiAuthentication::new(id("REKEY_CLIENT_ID")?, env("REKEY_CLIENT_SECRET"));
    let answer = apis::entrust_admin_authentication_api::entrust_authenticate_admin_api_using_post(&at(None), application).await?;
    let (as_application, user) = (at(Some(answer.auth_token)), env("ENTRUST_USER"));
    let mut parms = EntrustUserPasswordParms::new();
    parms.password = Some(new_password());
    parms.email_password = Some(false);
    passwords::entrust_set_user_password_using_put(&as_application, &user, parms).await?;
    let short = EntrustUserPasswordValidateParms::new("short".into());
    let verdict = passwords::entrust_validate_user_password_using_post(&as_application, &user, short).await?;
    must("short is long enough", verdict.length == Some(false))
}

async fn wristband() -> Outcome {
    use apis::wristband_password_reset_api as resets;
    let (client, secret) = (env("REKEY_CLIENT_ID"), env("REKEY_CLIENT_SECRET"));
    let granted = apis::wristband_o_auth_api::wristband_get_token(
        &at(None), "client_credentials", None, None, Some(&client), Some(&secret)).await?;
    let as_client = at(Some(granted.access_token));
    let link = resets::wristband_create_password_reset_link(
        &as_client, WristbandPasswordResetLinkInput::new(env("WRISTBAND_USER"))).await?;
    let mut body = WristbandResetPasswordInput::new(new_password());
    body.password_reset_code = Some(Some(link.password_reset_code));
    let outcome = resets::wristband_reset_password(&as_client, body).await?;
    must(&outcome.result, outcome.result == "PASSWORD_RESET_SUCCESSFUL")
}

async fn zitadel() -> Outcome {
    use apis::zitadel_passwords_api as passwords;
    let user = env("ZITADEL_USER");
    let mut asked = ZitadelPasswordResetInput::new();
    asked.return_code = Some(Some(serde_json::json!({})));
    let answer = passwords::zitadel_password_reset(&owner(), &user, asked).await?;
    let mut body = ZitadelSetPasswordInput::new(ZitadelPassword::new(new_password()));
    body.verification_code = answer.verification_code.map(Some);
    passwords::zitadel_set_password(&owner(), &user, body).await?;
    let mut checks = ZitadelChecks::new();
    checks.user = Some(Box::new(ZitadelCheckUser { user_id: None, login_name: Some(Some(env("ZITADEL_NAME"))) }));
    checks.password = Some(Box::new(ZitadelCheckPassword::new(new_password())));
    let mut input = ZitadelCreateSessionInput::new();
    input.checks = Some(Box::new(checks));
    let session = apis::zitadel_sessions_api::zitadel_create_session(&owner(), input).await?;
    must("no session", !session.session_id.is_empty())
}

async fn rekey() -> Outcome {
    use apis::rekey_tickets_api as tickets;
    let mut creation = RekeyTicketCreation::new(id("REKEY_USER")?, RekeyTicketMedium::Link);
    creation.deliver = Some(RekeyTicketDelivery::Return);
    let issued = tickets::rekey_create_ticket(&owner(), creation, None).await?;
    let ticket = issued.proof.and_then(|proof| proof.ticket);
    let redemption = |password: String| {
        let mut body = RekeyTicketRedemption::new(password);
        body.ticket = ticket.clone();
        body
    };
    match tickets::rekey_redeem_ticket(&at(None), redemption("short".into()), None).await {
        Err(apis::Error::ResponseError(refused)) => match refused.entity {
            Some(RekeyRedeemTicketError::Status422(problem)) | Some(RekeyRedeemTicketError::Status400(problem)) => {
                must(&problem.code, problem.code == "password_policy" && problem.violations.is_some_and(|all| !all.is_empty()))?
            }
            other => must(&format!("refused as {other:?}"), false)?,
        },
        other => must(&format!("answered {other:?}"), false)?,
    }
    tickets::rekey_redeem_ticket(&at(None), redemption(new_password()), None).await?;
    let export = apis::rekey_events_api::rekey_export_events(&owner(), None, None, None, None).await?.text().await?;
    must("the export has one line", export.lines().count() > 1)
}

fn say(surface: &str, outcome: Outcome) {
    match outcome {
        Ok(()) => println!("{surface} ok"),
        Err(failed) => println!("{surface} {}", format!("{failed:?}").replace('\n', " ")),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    say("boomi", boomi().await);
    say("entrust", entrust().await);
    say("wristband", wristband().await);
    say("zitadel", zitadel().await);
    say("rekey", rekey().await);
}
