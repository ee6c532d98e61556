# Drives the journeys with the client that OpenAPI Generator makes for Ruby.
require "json"
require "uri"
require "openapi_client"

PASSWORD = ENV.fetch("NEW_PASSWORD")

def at(token = nil)
  config = OpenapiClient::Configuration.new
  url = URI(ENV.fetch("REKEY_URL"))
  config.scheme, config.host, config.base_path = url.scheme, "#{url.host}:#{url.port}", ""
  config.access_token = token
  # The scheme of Entrust is a header of its own, an apiKey, to OpenAPI.
  config.api_key["Authorization"] = token if token
  OpenapiClient::ApiClient.new(config)
end

OWNER = at(ENV.fetch("REKEY_API_KEY"))

def must(what, ok)
  raise what unless ok
end

def boomi
  body = { key: ENV["BOOMI_KEY"], password: PASSWORD, confirm_password: PASSWORD }
  # This generator leaves a string as it came: in quotes.
  said = JSON.parse(OpenapiClient::BoomiPasswordApi.new(at).boomi_reset_password(OpenapiClient::BoomiPasswordModel.new(body)))
  must("said #{said.inspect}", said == "Password has been reset.")
  login = OpenapiClient::BoomiLoginModel.new(user_name: ENV["BOOMI_NAME"], password: PASSWORD)
  must("no token", OpenapiClient::BoomiUsersApi.new(at).boomi_authenticate(login).access_token)
end

def entrust
  application = OpenapiClient::EntrustAdminApiAuthentication.new(application_id: ENV["REKEY_CLIENT_ID"], shared_secret: ENV["REKEY_CLIENT_SECRET"])
  token = OpenapiClient::EntrustAdminAuthenticationApi.new(at).entrust_authenticate_admin_api_using_post(application).auth_token
  passwords, user = OpenapiClient::EntrustPasswordsApi.new(at(token)), ENV["ENTRUST_USER"]
  passwords.entrust_set_user_password_using_put(user, OpenapiClient::EntrustUserPasswordParms.new(password: PASSWORD, email_password: false))
  short = OpenapiClient::EntrustUserPasswordValidateParms.new(password: "short")
  must("short is long enough", passwords.entrust_validate_user_password_using_post(user, short).length == false)
end

def wristband
  token = OpenapiClient::WristbandOAuthApi.new(at).wristband_get_token(
    "client_credentials", client_id: ENV["REKEY_CLIENT_ID"], client_secret: ENV["REKEY_CLIENT_SECRET"]).access_token
  resets = OpenapiClient::WristbandPasswordResetApi.new(at(token))
  link = resets.wristband_create_password_reset_link(OpenapiClient::WristbandPasswordResetLinkInput.new(user_id: ENV["WRISTBAND_USER"]))
  body = { password_reset_code: link.password_reset_code, new_password: PASSWORD }
  result = resets.wristband_reset_password(OpenapiClient::WristbandResetPasswordInput.new(body)).result
  must("result #{result}", result == "PASSWORD_RESET_SUCCESSFUL")
end

def zitadel
  passwords, user = OpenapiClient::ZitadelPasswordsApi.new(OWNER), ENV["ZITADEL_USER"]
  code = passwords.zitadel_password_reset(user, OpenapiClient::ZitadelPasswordResetInput.new(return_code: {})).verification_code
  password = OpenapiClient::ZitadelPassword.new(password: PASSWORD)
  passwords.zitadel_set_password(user, OpenapiClient::ZitadelSetPasswordInput.new(new_password: password, verification_code: code))
  checks = OpenapiClient::ZitadelChecks.new(user: OpenapiClient::ZitadelCheckUser.new(login_name: ENV["ZITADEL_NAME"]),
                                            password: OpenapiClient::ZitadelCheckPassword.new(password: PASSWORD))
  session = OpenapiClient::ZitadelSessionsApi.new(OWNER).zitadel_create_session(OpenapiClient::ZitadelCreateSessionInput.new(checks: checks))
  must("no session", session.session_id)
end

def rekey
  creation = OpenapiClient::RekeyTicketCreation.new(user_id: ENV["REKEY_USER"], medium: "link", deliver: "return")
  ticket = OpenapiClient::RekeyTicketsApi.new(OWNER).rekey_create_ticket(creation).proof.ticket
  tickets = OpenapiClient::RekeyTicketsApi.new(at)
  begin
    tickets.rekey_redeem_ticket(OpenapiClient::RekeyTicketRedemption.new(ticket: ticket, new_password: "short"))
    must("a short password is taken", false)
  rescue OpenapiClient::ApiError => refused
    problem = OpenapiClient::RekeyProblem.build_from_hash(JSON.parse(refused.response_body, symbolize_names: true))
    must("refused as #{problem.code}", problem.code == "password_policy" && !problem.violations.empty?)
  end
  tickets.rekey_redeem_ticket(OpenapiClient::RekeyTicketRedemption.new(ticket: ticket, new_password: PASSWORD))
  must("the export has one line", File.readlines(OpenapiClient::RekeyEventsApi.new(OWNER).rekey_export_events.path).length > 1)
end

%w[boomi entrust wristband zitadel rekey].each do |surface|
  send(surface)
  puts "#{surface} ok"
rescue StandardError => failed
  puts "#{surface} #{failed.class}: #{failed.message.tr("\n", " ")[0, 300]}"
end
