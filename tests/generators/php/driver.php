<?php
// Drives the journeys with the client that OpenAPI Generator makes for PHP.
require 'GuzzleHttp/autoload.php';

use OpenAPI\Client\Api;
use OpenAPI\Client\ApiException;
use OpenAPI\Client\Configuration;
use OpenAPI\Client\Model;

// As the composer.json that it writes says.
spl_autoload_register(function (string $class): void {
    if (str_starts_with($class, 'OpenAPI\\Client\\')) {
        require __DIR__ . '/client/lib/' . str_replace('\\', '/', substr($class, strlen('OpenAPI\\Client\\'))) . '.php';
    }
});

function env(string $name): string
{
    return getenv($name) ?: '';
}

function api(string $name, ?string $token = null): object
{
    $config = (new Configuration())->setHost(env('REKEY_URL'));
    if ($token !== null) {
        // The scheme of Entrust is a header of its own, an apiKey, to OpenAPI.
        $config->setAccessToken($token)->setApiKey('Authorization', $token);
    }
    $class = "OpenAPI\\Client\\Api\\{$name}Api";
    return new $class(null, $config);
}

function must(string $what, bool $ok): void
{
    if (!$ok) {
        throw new RuntimeException($what);
    }
}

$password = env('NEW_PASSWORD');
$owner = env('REKEY_API_KEY');
$journeys = [
    'boomi' => function () use ($password) {
        $body = new Model\BoomiPasswordModel(['key' => env('BOOMI_KEY'), 'password' => $password, 'confirm_password' => $password]);
        // This generator leaves a string as it came: in quotes.
        $said = json_decode(api('BoomiPassword')->boomiResetPassword($body));
        must('said ' . json_encode($said), $said === 'Password has been reset.');
        $login = new Model\BoomiLoginModel(['user_name' => env('BOOMI_NAME'), 'password' => $password]);
        must('no token', (bool) api('BoomiUsers')->boomiAuthenticate($login)->getAccessToken());
    },
    'entrust' => function () use ($password) {
        $application = new Model\EntrustAdminApiAuthentication(['application_id' => env('REKEY_CLIENT_ID'), 'shared_secret' => env('REKEY_CLIENT_SECRET')]);
        $token = api('EntrustAdminAuthentication')->entrustAuthenticateAdminApiUsingPOST($application)->getAuthToken();
        $passwords = api('EntrustPasswords', $token);
        $parms = new Model\EntrustUserPasswordParms(['password' => $password, 'email_password' => false]);
        $passwords->entrustSetUserPasswordUsingPUT(env('ENTRUST_USER'), $parms);
        $short = new Model\EntrustUserPasswordValidateParms(['password' => 'short']);
        must('short is long enough', $passwords->entrustValidateUserPasswordUsingPOST(env('ENTRUST_USER'), $short)->getLength() === false);
    },
    'wristband' => function () use ($password) {
        $token = api('WristbandOAuth')
            ->wristbandGetToken('client_credentials', null, null, env('REKEY_CLIENT_ID'), env('REKEY_CLIENT_SECRET'))->getAccessToken();
        $resets = api('WristbandPasswordReset', $token);
        $link = $resets->wristbandCreatePasswordResetLink(new Model\WristbandPasswordResetLinkInput(['user_id' => env('WRISTBAND_USER')]));
        $body = new Model\WristbandResetPasswordInput(['password_reset_code' => $link->getPasswordResetCode(), 'new_password' => $password]);
        $result = $resets->wristbandResetPassword($body)->getResult();
        must("result $result", $result === 'PASSWORD_RESET_SUCCESSFUL');
    },
    'zitadel' => function () use ($password, $owner) {
        $passwords = api('ZitadelPasswords', $owner);
        $asked = new Model\ZitadelPasswordResetInput(['return_code' => new stdClass()]);
        $code = $passwords->zitadelPasswordReset(env('ZITADEL_USER'), $asked)->getVerificationCode();
        $new = new Model\ZitadelPassword(['password' => $password]);
        $passwords->zitadelSetPassword(env('ZITADEL_USER'), new Model\ZitadelSetPasswordInput(['new_password' => $new, 'verification_code' => $code]));
        $checks = new Model\ZitadelChecks([
            'user' => new Model\ZitadelCheckUser(['login_name' => env('ZITADEL_NAME')]),
            'password' => new Model\ZitadelCheckPassword(['password' => $password]),
        ]);
        $session = api('ZitadelSessions', $owner)->zitadelCreateSession(new Model\ZitadelCreateSessionInput(['checks' => $checks]));
        must('no session', (bool) $session->getSessionId());
    },
    'rekey' => function () use ($password, $owner) {
        $creation = new Model\RekeyTicketCreation(['user_id' => env('REKEY_USER'), 'medium' => 'link', 'deliver' => 'return']);
        $ticket = api('RekeyTickets', $owner)->rekeyCreateTicket($creation)->getProof()->getTicket();
        try {
            api('RekeyTickets')->rekeyRedeemTicket(new Model\RekeyTicketRedemption(['ticket' => $ticket, 'new_password' => 'short']));
            must('a short password is taken', false);
        } catch (ApiException $refused) {
            $problem = $refused->getResponseObject();
            must("refused as {$problem->getCode()}", $problem->getCode() === 'password_policy' && count($problem->getViolations()) > 0);
        }
        api('RekeyTickets')->rekeyRedeemTicket(new Model\RekeyTicketRedemption(['ticket' => $ticket, 'new_password' => $password]));
        $file = api('RekeyEvents', $owner)->rekeyExportEvents();
        must('the export has one line', count(file($file->getPathname())) > 1);
    },
];
foreach ($journeys as $surface => $journey) {
    try {
        $journey();
        echo "$surface ok\n";
    } catch (Throwable $failed) {
        echo "$surface ", get_class($failed), ': ', substr(strtr($failed->getMessage(), "\n", ' '), 0, 300), "\n";
    }
}
