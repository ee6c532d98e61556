module stories

go 1.26.0

require github.com/GIT_USER_ID/GIT_REPO_ID v0.0.0

// The client as generate.sh made it, with the name that the generator gives it.
replace github.com/GIT_USER_ID/GIT_REPO_ID => ../../../../.tools/vendors/clients/entrust-go/client
