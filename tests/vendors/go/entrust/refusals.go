package main

// What the service refuses the program, in the vendor's shape.

func weakPassword(p program) string {
	_, err := p.set(somebody().ID, chosen("pw1"))
	told := refused("password_policy_violation", err)
	for _, broken := range told.GetParameters() {
		if broken.GetCode() == "too_short" {
			return "refused"
		}
	}
	panic("refused without the rule")
}

func importMailed(p program) string {
	_, err := p.set(somebody().ID, hash())
	told := refused("invalid_password", err)
	must(told.GetErrorMessage() == "emailPassword must be false when passwordFormat is BCRYPT", "refused for %+v", told)
	return "refused"
}

func unknownUser(p program) string {
	const nobody = "0192f3a4-5b6c-4d8e-9f01-23456789abcd"
	_, err := p.find("nobody")
	refused("user_not_found", err)
	_, _, err = p.UsersAPI.UserUsingGET(p.ctx, nobody).Execute()
	refused("user_not_found", err)
	_, err = p.set(nobody, chosen(next))
	refused("user_not_found", err)
	return "refused"
}

func noToken(program) string {
	u := somebody()
	for _, token := range []string{"", "not.a.token"} {
		_, err := with(token).state(u.ID)
		refused("access_denied", err)
	}
	return "refused"
}

// forbidden is what an application may not do whose role lets it see passwords, and no more.
func forbidden(program) string {
	u := somebody()
	viewer := application("ENTRUST_VIEWER_ID", "ENTRUST_VIEWER_SECRET")
	state, err := viewer.state(u.ID)
	done(err)
	must(state.GetPresent(), "the viewer does not see the password")
	_, err = viewer.set(u.ID, chosen(next))
	told := refused("forbidden", err)
	must(told.GetErrorMessage() == "USERPASSWORDS:EDIT required", "refused for %+v", told)
	return "refused"
}
