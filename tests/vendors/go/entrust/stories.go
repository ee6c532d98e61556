package main

import (
	"os"
	"time"

	client "github.com/GIT_USER_ID/GIT_REPO_ID"
)

const (
	next = "Nine copper kettles, 4 lids"
	last = "Violet trams cross 7 bridges"
)

func first() string { return os.Getenv("ENTRUST_PASSWORD") }

// stories are what the program does; each tells how it ended.
func stories() map[string]func(program) string {
	return map[string]func(program) string{
		"find": find, "set": set, "current": current, "generate": generate, "import": bcrypt, "expiry": expiry, "history": history,
		"validate": validate, "delete": remove, "unlock": unlock,
		"weak-password": weakPassword, "import-mailed": importMailed, "unknown-user": unknownUser, "no-token": noToken, "forbidden": forbidden,
	}
}

func chosen(password string) client.UserPasswordParms {
	return client.UserPasswordParms{Password: &password, EmailPassword: client.PtrBool(false)}
}

func find(p program) string {
	u := somebody()
	for _, name := range []string{u.Name, u.Address} {
		found, err := p.find(name)
		done(err)
		must(found.GetId() == u.ID, "found another by %s", name)
	}
	read, _, err := p.UsersAPI.UserUsingGET(p.ctx, u.ID).Execute()
	done(err)
	must(read.GetUserId() == u.Name, "read another")
	return "works"
}

func set(p program) string {
	u := somebody()
	answer := p.mustSet(u.ID, chosen(next))
	must(answer.GetPresent() && !answer.GetForceUpdate() && !answer.HasNewPassword(), "answered %+v", answer)
	state, err := p.state(u.ID)
	done(err)
	must(state.GetPresent() && state.GetLastChangedTime().Equal(answer.GetLastChangedTime()), "described %+v", state)
	must(u.opens(next) && !u.opens(first()), "the old password opens the account")
	return "works"
}

func current(p program) string {
	u := somebody()
	order := chosen(next)
	order.SetCurrentPassword(last)
	_, err := p.set(u.ID, order)
	refused("wrong_current_password", err)
	must(!u.opens(next), "set with a wrong current password")
	order.SetCurrentPassword(first())
	p.mustSet(u.ID, order)
	must(u.opens(next), "not set with the current password")
	return "works"
}

func generate(p program) string {
	u := somebody()
	order := client.UserPasswordParms{
		GeneratePassword: client.PtrBool(true), ReturnPassword: client.PtrBool(true), EmailPassword: client.PtrBool(false), ForceUpdate: client.PtrBool(false),
	}
	made := p.mustSet(u.ID, order).GetNewPassword()
	parms := client.NewUserPasswordValidateParms(made)
	parms.SetIgnorePasswordHistory(true)
	verdict, _, err := p.PasswordsAPI.ValidateUserPasswordUsingPOST(p.ctx, u.ID).UserPasswordValidateParms(*parms).Execute()
	done(err)
	must(verdict.GetLength() && verdict.GetStrength() && verdict.GetBlacklisted(), "generated a weak one: %+v", verdict)
	must(u.opens(made), "the generated password does not open the account")
	return "works"
}

// hash is an order to import one.
func hash() client.UserPasswordParms {
	order := client.UserPasswordParms{Password: client.PtrString(os.Getenv("ENTRUST_HASH")), PasswordFormat: client.BCRYPT.Ptr()}
	order.SetCurrentPasswordNil() // the vendor's document: "currentPassword must be null"
	return order
}

func bcrypt(p program) string {
	u := somebody()
	p.mustSet(u.ID, chosen(next))
	order := hash()
	order.SetEmailPassword(false)
	p.mustSet(u.ID, order)
	must(u.opens(first()) && !u.opens(next), "the imported password does not open the account")
	return "works"
}

func expiry(p program) string {
	u := somebody()
	at := time.Now().AddDate(0, 0, 60).Truncate(time.Second).In(time.FixedZone("", 2*60*60))
	order := chosen(next)
	order.SetExpiryTime(at)
	answer := p.mustSet(u.ID, order)
	must(answer.GetExpiryTime().Equal(at) && answer.GetExpiryNotificationDate().Before(at), "answered %+v", answer)
	_, err := p.PasswordsAPI.SendPasswordExpiryNotificationUsingPUT(p.ctx, u.ID).Execute()
	done(err)
	return "works"
}

func history(p program) string {
	u := somebody()
	order := chosen(next)
	order.SetForceUpdate(true)
	p.mustSet(u.ID, order)
	_, err := p.set(u.ID, chosen(next))
	told := refused("password_policy_violation", err)
	must(told.GetParameters()[0].GetCode() == "in_history", "refused for %+v", told)
	order = chosen(next)
	order.SetClearPasswordHistory(true)
	p.mustSet(u.ID, order)
	must(u.opens(next), "the history was not cleared first")
	return "works"
}

func validate(p program) string {
	u := somebody()
	bad, good := p.validate(u.ID, "pw1"), p.validate(u.ID, next)
	must(!bad.GetLength() && good.GetLength() && good.GetPasswordHistory(), "the flags are %+v %+v", bad, good)
	rules, _, err := p.PasswordsAPI.GetUserPasswordSettingsUsingGET(p.ctx, u.ID).Execute()
	done(err)
	must(rules.GetMinimumLength() > 3, "no minimum length")
	return "works"
}

func remove(p program) string {
	u := somebody()
	_, err := p.PasswordsAPI.DeleteUserPasswordUsingDELETE(p.ctx, u.ID).Execute()
	done(err)
	state, err := p.state(u.ID)
	done(err)
	must(!state.GetPresent() && !u.opens(first()), "the password is still there")
	_, err = p.PasswordsAPI.DeleteUserPasswordUsingDELETE(p.ctx, u.ID).Execute()
	refused("password_not_found", err)
	return "works"
}

func unlock(p program) string {
	u := somebody()
	for range 10 {
		must(!u.opens(last), "a wrong password opens the account")
	}
	must(!u.opens(first()), "wrong passwords do not count")
	_, err := p.UsersAPI.UnlockUserUsingPUT(p.ctx, u.ID).Execute()
	done(err)
	must(u.opens(first()), "the user is still locked out")
	return "works"
}
