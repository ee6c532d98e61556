package pages

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
)

// texts are the words of the hosted pages in one language.
type texts struct {
	Language string

	SetTitle, SetFor     string
	ResetTitle, ResetFor string
	Password, Confirm    string
	Factor, FactorHint   string
	Save                 string
	Hint                 string // %d: least length
	Refused              string

	DoneTitle, Done, SavedFor string
	AlreadyTitle, Already     string
	UnusableTitle, Unusable   string
	LostTitle, Lost, Other    string
	SorryTitle                string
	Sorry, Busy, Unchanged    string
	Foreign                   string

	Verify verifyTexts

	rules map[string]string // by code; %s: the rule's bound
	other string            // for a rule without a text
}

// verifyTexts are the words of the page that confirms an address, where they differ.
type verifyTexts struct {
	Title, For, Save                  string
	DoneTitle, Done, DoneFor, Already string
	Lost, Unchanged                   string
}

var english = texts{
	Language: "en",
	SetTitle: "Choose a password", SetFor: "This will be the password of",
	ResetTitle: "Choose a new password", ResetFor: "This will be the new password of",
	Password: "New password", Confirm: "New password again", Save: "Save password",
	Factor: "Code of your authenticator app", FactorHint: "Or one of your recovery codes.",
	Hint:      "At least %d characters. A sentence that only you would think of is a good password. Spaces are fine.",
	Refused:   "This password was not saved:",
	DoneTitle: "Password saved", Done: "Your new password is set. You have been logged out everywhere; use the new password to log in again. You can close this page.",
	SavedFor:     "Saved for",
	AlreadyTitle: "This link was used", Already: "You saved a password with it in this browser before. What you entered now was not saved: use the password from before.",
	LostTitle: "Please open the link again", Lost: "This page knows the link from your message by a cookie, and your browser did not send it. If you have not saved a password with it yet, open the link from the message again, in the browser in which you want to go on. If this page comes back, allow cookies for this site, or copy the link into another browser. Some mail apps open pages in a browser of their own.",
	Other:         "Another link was opened in this browser since this form was shown, so nothing was changed. Open the link from your message again.",
	UnusableTitle: "This link no longer works", Unusable: "It may have been used already, replaced by a newer one, or it has expired. Please request a new link and open it in this browser.",
	SorryTitle: "That did not work", Sorry: "Something went wrong on our side. Please try again later.",
	Busy: "There are too many requests at the moment. Please try again in a minute.", Unchanged: "Your password was not changed.",
	Foreign: "The form was sent from another site, so nothing was changed. Please open the link from your message again.",
	Verify: verifyTexts{
		Title: "Confirm your address", For: "You opened a link that was sent to your address. With the button you confirm that the address is yours, for the account", Save: "Confirm the address",
		DoneTitle: "Address confirmed", Done: "Thank you. You can close this page.", DoneFor: "Confirmed for",
		Already:   "You confirmed the address with it in this browser.",
		Lost:      "This page knows the link from your message by a cookie, and your browser did not send it. Open the link from the message again, in the browser in which you want to go on. If this page comes back, allow cookies for this site, or copy the link into another browser. Some mail apps open pages in a browser of their own.",
		Unchanged: "Your address was not confirmed.",
	},
	rules: map[string]string{
		policy.TooShort: "It needs at least %s characters.", policy.TooLong: "It may have at most %s characters.",
		policy.NeedsLower: "It needs at least %s lower-case letters.", policy.NeedsUpper: "It needs at least %s upper-case letters.",
		policy.NeedsDigit: "It needs at least %s digits.", policy.NeedsSymbol: "It needs at least %s characters that are neither letters nor digits.",
		policy.Repeated: "It repeats one character more than %s times in a row.", policy.TooWeak: "It is too easy to guess.",
		policy.Blocklisted: "It is commonly used, or follows a common pattern.", policy.ContextWord: "It is made of your name or the name of this service.",
		policy.InTheHistory: "It was used before. The last %s passwords cannot be used again.",
		policy.Breached:     "It is known from a data breach. Choose one that you use nowhere else.",

		core.ErrPasswordsDiffer.Code: "The two entries are not the same.", core.ErrPasswordMissing.Code: "It is empty.",
		core.ErrPasswordText.Code: "It is too long or contains characters that cannot be typed.",

		core.ErrFactorRequired.Code: "The code of your authenticator app is missing.",
		core.ErrFactorCode.Code:     "The code of your authenticator app is wrong. Wait for the next one.",
	},
	other: "It does not meet the rules for passwords.",
}

var german = texts{
	Language: "de",
	SetTitle: "Passwort festlegen", SetFor: "Das wird das Passwort von",
	ResetTitle: "Neues Passwort festlegen", ResetFor: "Das wird das neue Passwort von",
	Password: "Neues Passwort", Confirm: "Neues Passwort noch einmal", Save: "Passwort speichern",
	Factor: "Code Ihrer Authenticator-App", FactorHint: "Oder einer Ihrer Wiederherstellungscodes.",
	Hint:      "Mindestens %d Zeichen. Ein Satz, auf den nur Sie kommen, ist ein gutes Passwort. Leerzeichen sind erlaubt.",
	Refused:   "Dieses Passwort wurde nicht gespeichert:",
	DoneTitle: "Passwort gespeichert", Done: "Ihr neues Passwort gilt ab jetzt. Sie wurden überall abgemeldet; melden Sie sich mit dem neuen Passwort wieder an. Sie können diese Seite schließen.",
	SavedFor:     "Gespeichert für",
	AlreadyTitle: "Dieser Link wurde benutzt", Already: "Sie haben damit in diesem Browser schon ein Passwort gespeichert. Was Sie jetzt eingegeben haben, wurde nicht gespeichert: Es gilt das Passwort von vorhin.",
	LostTitle: "Bitte öffnen Sie den Link noch einmal", Lost: "Diese Seite erkennt den Link aus Ihrer Nachricht an einem Cookie, und Ihr Browser hat keines geschickt. Wenn Sie damit noch kein Passwort gespeichert haben, öffnen Sie den Link noch einmal aus der Nachricht, in dem Browser, in dem Sie weitermachen möchten. Kommt diese Seite wieder, erlauben Sie Cookies für diese Website, oder kopieren Sie den Link in einen anderen Browser. Manche Mail-Apps öffnen Seiten in einem eigenen Browser.",
	Other:         "In diesem Browser wurde inzwischen ein anderer Link geöffnet, deshalb wurde nichts geändert. Öffnen Sie den Link aus Ihrer Nachricht noch einmal.",
	UnusableTitle: "Dieser Link gilt nicht mehr", Unusable: "Er wurde vielleicht schon benutzt, durch einen neueren ersetzt, oder er ist abgelaufen. Bitte fordern Sie einen neuen Link an und öffnen Sie ihn in diesem Browser.",
	SorryTitle: "Das hat nicht geklappt", Sorry: "Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es später noch einmal.",
	Busy: "Im Moment gibt es zu viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal.", Unchanged: "Ihr Passwort wurde nicht geändert.",
	Foreign: "Das Formular kam von einer anderen Website, deshalb wurde nichts geändert. Bitte öffnen Sie den Link aus Ihrer Nachricht noch einmal.",
	Verify: verifyTexts{
		Title: "Adresse bestätigen", For: "Sie haben einen Link geöffnet, der an Ihre Adresse geschickt wurde. Mit der Schaltfläche bestätigen Sie, dass die Adresse Ihnen gehört, für das Konto", Save: "Adresse bestätigen",
		DoneTitle: "Adresse bestätigt", Done: "Vielen Dank. Sie können diese Seite schließen.", DoneFor: "Bestätigt für",
		Already:   "Sie haben die Adresse damit in diesem Browser bestätigt.",
		Lost:      "Diese Seite erkennt den Link aus Ihrer Nachricht an einem Cookie, und Ihr Browser hat keines geschickt. Öffnen Sie den Link noch einmal aus der Nachricht, in dem Browser, in dem Sie weitermachen möchten. Kommt diese Seite wieder, erlauben Sie Cookies für diese Website, oder kopieren Sie den Link in einen anderen Browser. Manche Mail-Apps öffnen Seiten in einem eigenen Browser.",
		Unchanged: "Ihre Adresse wurde nicht bestätigt.",
	},
	rules: map[string]string{
		policy.TooShort: "Es braucht mindestens %s Zeichen.", policy.TooLong: "Es darf höchstens %s Zeichen haben.",
		policy.NeedsLower: "Es braucht mindestens %s Kleinbuchstaben.", policy.NeedsUpper: "Es braucht mindestens %s Großbuchstaben.",
		policy.NeedsDigit: "Es braucht mindestens %s Ziffern.", policy.NeedsSymbol: "Es braucht mindestens %s Zeichen, die weder Buchstaben noch Ziffern sind.",
		policy.Repeated: "Es wiederholt ein Zeichen mehr als %s Mal hintereinander.", policy.TooWeak: "Es ist zu leicht zu erraten.",
		policy.Blocklisted: "Es ist weit verbreitet oder folgt einem bekannten Muster.", policy.ContextWord: "Es besteht aus Ihrem Namen oder dem Namen dieses Dienstes.",
		policy.InTheHistory: "Es wurde schon benutzt. Die letzten %s Passwörter können nicht wieder verwendet werden.",
		policy.Breached:     "Es ist aus einem Datenleck bekannt. Nehmen Sie eines, das Sie sonst nirgends benutzen.",

		core.ErrPasswordsDiffer.Code: "Die beiden Eingaben sind nicht gleich.", core.ErrPasswordMissing.Code: "Es ist leer.",
		core.ErrPasswordText.Code: "Es ist zu lang oder enthält Zeichen, die man nicht tippen kann.",

		core.ErrFactorRequired.Code: "Der Code Ihrer Authenticator-App fehlt.",
		core.ErrFactorCode.Code:     "Der Code Ihrer Authenticator-App stimmt nicht. Warten Sie auf den nächsten.",
	},
	other: "Es erfüllt die Regeln für Passwörter nicht.",
}

// textsFor chooses a language by Accept-Language (RFC 9110 section 12.5.4).
func textsFor(accept string) *texts {
	const longest = 256 // a longer header costs too much to parse
	if len(accept) <= longest {
		spoken := language.NewMatcher([]language.Tag{language.English, language.German})
		if _, i := language.MatchStrings(spoken, accept); i == 1 {
			return &german
		}
	}
	return &english
}

// problems explains why a password was refused. It never contains the password.
func (w *texts) problems(f *fault.Fault) []string {
	if len(f.Violations) == 0 {
		return []string{w.rule(f.Code, nil)}
	}
	var all []string
	for _, v := range f.Violations {
		all = append(all, w.rule(v.Code, v.Params))
	}
	return all
}

func (w *texts) rule(code string, params fault.Params) string {
	sentence, ok := w.rules[code]
	if !ok {
		return w.other
	}
	for _, bound := range []fault.Param{fault.Min, fault.Max, fault.History} {
		if value, ok := params[bound]; ok {
			return strings.Replace(sentence, "%s", value, 1)
		}
	}
	return sentence
}
