package main

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/conformance"
)

const aboutCollection = "All operations of Rekey, a folder for each surface, and journeys that reset a password from the first request to " +
	"the login. Choose an environment, set `ownerKey`, and send.\n\n" +
	"With `prepare` each request first makes what it needs, in an application and a tenant of its own, and deletes that when it was " +
	"answered. Without it requests work on the tenant and the user that the environment names, and those that create, change or delete " +
	"something are skipped unless `change` is \"true\". What a server or a key does not have is skipped and counted."

func (p *press) collection() (*collection, error) {
	c := &collection{Variable: []variable{{Key: "baseUrl", Value: "http://127.0.0.1:8080"}}}
	c.Info.ID, c.Info.Name = "0192f3a4-0000-7000-8000-72656b657900", "Rekey "+p.spec.Info.Version
	c.Info.Schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
	c.Info.Description = aboutCollection
	c.Auth = &auth{Type: "bearer", Bearer: []variable{{Key: "token", Value: "{{ownerKey}}", Type: "string"}}}
	journeys, err := p.journeys()
	if err != nil {
		return nil, err
	}
	c.Item = append(c.Item, journeys)
	for _, surface := range p.contract.Surfaces() {
		folder, err := p.surface(surface)
		if err != nil {
			return nil, err
		}
		if len(folder.Item) > 0 {
			c.Item = append(c.Item, folder)
		}
	}
	c.Event, err = p.events()
	return c, err
}

// surface returns the folder of a surface: a folder for each tag, with an item for each success.
func (p *press) surface(name string) (*item, error) {
	folder := &item{Name: name, Description: p.surfaces[name]}
	if folder.Description == "" {
		return nil, fmt.Errorf("postman: surfaces.yaml says nothing of %s", name)
	}
	successes, err := p.contract.Successes(name)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(successes, p.byPath)
	for _, tag := range p.spec.Tags {
		var own []conformance.Resolved
		for _, r := range successes {
			if r.Spec.Tags[0] == tag.Name {
				own = append(own, r)
			}
		}
		if len(own) == 0 {
			continue
		}
		of := &item{Name: tag.Name}
		if of.Item, err = p.items(own); err != nil {
			return nil, err
		}
		of.Description = tag.Description + "\n\n" + effectsOf(of.Item) + " An error that several of them may have is saved beside the first."
		folder.Item = append(folder.Item, of)
	}
	return folder, nil
}

// items returns independent requests. Those of one operation are adjacent and share its saved answers.
func (p *press) items(own []conformance.Resolved) (all []*item, err error) {
	seen := map[string]bool{} // saved errors
	for len(own) > 0 {
		n := 1
		for n < len(own) && own[n].Operation == own[0].Operation {
			n++
		}
		of, names := own[:n], p.labels(own[:n])
		answers, err := p.answers(of, seen)
		if err != nil {
			return nil, err
		}
		for k, r := range of {
			i, err := p.item(r)
			if err != nil {
				return nil, err
			}
			i.ID, i.Name = fmt.Sprintf("%s-%d", r.Operation, k+1), names[k]
			i.effect.Mail = p.needsMail(r.Given)
			i.Response = p.saved(i.Request, answers[k])
			if i.Event, err = p.scriptsOf(i, r, r.Given); err != nil {
				return nil, err
			}
			all = append(all, i)
		}
		own = own[n:]
	}
	return all, nil
}

// labels returns unique names for the requests of an operation: by what they send, else by their answer.
func (p *press) labels(of []conformance.Resolved) []string {
	summary := of[0].Spec.Summary
	names := slices.Repeat([]string{summary}, len(of))
	if len(of) == 1 {
		return names
	}
	summary, _, _ = strings.Cut(summary, ",") // a list of names has little space
	for _, more := range []func(conformance.Resolved) string{p.sentSummary, p.answerSummary, situationsOf} {
		before := slices.Clone(names)
		for k, r := range of {
			text := strings.TrimSuffix(more(r), ".")
			switch {
			case text == "" || !others(before, before[k]):
			case names[k] == of[0].Spec.Summary:
				names[k] = summary + ": " + lowerFirst(text)
			default:
				names[k] += ", " + lowerFirst(text)
			}
		}
	}
	return names
}

func others(names []string, name string) bool {
	n := 0
	for _, other := range names {
		if other == name {
			n++
		}
	}
	return n > 1
}

// lowerFirst makes the first letter of a sentence small, unless it begins with a name such as OTP.
func lowerFirst(text string) string {
	if len(text) < 2 || text[:2] == strings.ToUpper(text[:2]) && text[1] != ' ' {
		return text
	}
	return strings.ToLower(text[:1]) + text[1:]
}

func (p *press) sentSummary(r conformance.Resolved) string {
	if r.Send == "" || r.Spec.RequestBody == nil {
		return ""
	}
	for _, content := range r.Spec.RequestBody.Value.Content {
		if e := content.Examples[r.Send]; e != nil {
			return e.Value.Summary
		}
	}
	return ""
}

func (p *press) answerSummary(r conformance.Resolved) string {
	_, example, _ := strings.Cut(r.Name, " ")
	if content := r.Spec.Responses.Status(r.Status).Value.Content[r.Answers]; content != nil && content.Examples[example] != nil {
		return content.Examples[example].Value.Summary
	}
	return ""
}

func situationsOf(r conformance.Resolved) string { return strings.Join(r.Given, ", ") }

// effectsOf describes what the requests of a folder do to a server.
func effectsOf(items []*item) string {
	counts := map[string]int{}
	platform, mail := 0, 0
	for _, i := range items {
		counts[i.effect.Does]++
		if i.effect.Platform {
			platform++
		}
		if i.effect.Mail {
			mail++
		}
	}
	var parts []string
	for _, does := range []string{"reads", "creates", "changes", "deletes"} {
		if counts[does] > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", does, counts[does]))
		}
	}
	text := "What the requests do: " + strings.Join(parts, ", ") + "."
	if platform > 0 {
		text += fmt.Sprintf(" No key of a tenant may send %d of them.", platform)
	}
	if mail > 0 {
		text += fmt.Sprintf(" The mailbox is needed for %d.", mail)
	}
	return text
}

// journeys returns the folders of requests that are sent one after the other.
func (p *press) journeys() (*item, error) {
	all := &item{Name: "Journeys", Description: "Each folder is run from top to bottom. Mails are read in the mailbox of the development profile."}
	for n, j := range p.contract.Playbook.Journeys {
		folder := &item{Name: j.Surface + ": " + j.Name, Description: j.About}
		steps, err := p.contract.Steps(j.Steps)
		if err != nil {
			return nil, err
		}
		mails := slices.ContainsFunc(steps, func(r conformance.Resolved) bool { return r.Mail != nil }) || p.needsMail(j.Given)
		for k, r := range steps {
			i, err := p.step(r, place{first: k == 0, last: k == len(steps)-1, mails: mails, given: j.Given})
			if err != nil {
				return nil, err
			}
			i.ID = fmt.Sprintf("journey-%d-%d", n+1, k+1)
			i.Name = fmt.Sprintf("%d. %s", k+1, i.Name)
			folder.Item = append(folder.Item, i)
		}
		folder.Description += "\n\n" + effectsOf(folder.Item)
		all.Item = append(all.Item, folder)
	}
	return all, nil
}

// place is the position of a request in its journey.
type place struct {
	first, last, mails bool
	given              []string
}

func (p *press) step(r conformance.Resolved, at place) (*item, error) {
	if r.Mail != nil {
		return p.mail(r.Mail)
	}
	i, err := p.item(r)
	if err != nil {
		return nil, err
	}
	i.Event, err = p.scriptsOfStep(i, r, at)
	return i, err
}

// mail returns the item that reads a mail.
func (p *press) mail(m *conformance.Mail) (*item, error) {
	name := "Read the mail with the code"
	if strings.Contains(m.Shows, "://") {
		name = "Read the mail with the link"
	}
	shown := p.named(map[string]any{"to": m.To, "shows": m.Shows})
	before, err := called("rekey.goesOn", map[string]any{"mail": shown})
	if err != nil {
		return nil, err
	}
	after, err := called("rekey.reads", shown)
	if err != nil {
		return nil, err
	}
	return &item{
		Name: name, Event: []event{{"prerequest", before}, {"test", after}}, effect: effect{Does: "reads", Mail: true},
		Request: &request{
			Method: http.MethodGet, Header: []variable{}, Auth: &auth{Type: "noauth"}, URL: located([]string{"dev", "mailbox.json"}, nil),
			Description: "The mailbox of the development profile has a mail to `" + m.To + "`, which shows `" + strings.TrimSpace(m.Shows) + "`.",
		},
	}, nil
}

// sortedKeys returns the sorted keys of a map.
func sortedKeys[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }
