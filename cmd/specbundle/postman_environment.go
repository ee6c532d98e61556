package main

// environment is Postman's file of variables.
type environment struct {
	file   string
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	Values []setting `json:"values"`
	Scope  string    `json:"_postman_variable_scope"`
}

type setting struct {
	Key         string `json:"key"`
	Value       string `json:"value"`
	Type        string `json:"type"`
	Description string `json:"description"`
	Enabled     bool   `json:"enabled"`
}

// environments returns one for the demo, where requests create what they need, and one for a server with real data.
func environments() []environment {
	demo := environment{file: "demo.postman_environment.json", ID: "0192f3a4-0000-7000-8000-72656b657901", Name: "Rekey demo", Scope: "environment"}
	demo.Values = []setting{
		{"baseUrl", "http://127.0.0.1:8080", "default", "REKEY_URL of .rekey/demo.env", true},
		{"ownerKey", "", "secret", "REKEY_API_KEY of .rekey/demo.env", true},
		{"prepare", "true", "default", "each request makes what it needs, and deletes it when it was answered", true},
	}
	server := environment{file: "server.postman_environment.json", ID: "0192f3a4-0000-7000-8000-72656b657902", Name: "Rekey server", Scope: "environment"}
	server.Values = []setting{
		{"baseUrl", "https://id.example.com", "default", "where the server is", true},
		{"ownerKey", "", "secret", "an API key: of the platform, or of the test tenant", true},
		{"prepare", "false", "default", "\"true\": each request makes what it needs, and deletes it when it was answered; in the test tenant, if tenantId names one, " +
			"else in an application and a tenant of its own", true},
		{"change", "false", "default", "\"true\": without prepare, too, requests that create, change or delete something are sent: for one at a time, since a whole folder would delete what is named here", true},
		{"tenantId", "", "default", "the id of a tenant that is there for tests", true},
		{"userId", "", "default", "the id of a user there, who has a password", true},
		{"userName", "", "default", "the name of that user", true},
	}
	for _, optional := range [][2]string{
		{"password", "that user's password"},
		{"email", "his mail address"},
		{"tenantHost", "a host of the tenant, which chooses it where no key does"},
		{"applicationId", "the tenant's application"},
		{"apiKeyId", "an API key of the tenant; its id is its client id"},
		{"clientSecret", "the secret of that key as a client"},
		{"ticketId", "a ticket of the user"},
		{"sessionId", "a session of the user"},
		{"messageId", "a message to him"},
		{"eventId", "an event of the audit trail"},
	} {
		kind := "default"
		if optional[0] == "password" || optional[0] == "clientSecret" {
			kind = "secret"
		}
		server.Values = append(server.Values, setting{optional[0], "", kind, optional[1], false})
	}
	return []environment{demo, server}
}
