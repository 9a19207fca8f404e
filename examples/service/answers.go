package main

import (
	"encoding/json"
	"net/http"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
	"github.com/cloudterms/terms/rules/rulesmsg"
)

// An answer is what the caller gets: the reasons to read, and the answer of the library whole, which is its own record.
type answer struct {
	Language rulesmsg.Language `json:"language"`
	Reasons  []reason          `json:"reasons"`
	Answer   any               `json:"answer"`
}

// A reason is one rule that spoke, or what else explains a decision, in the caller's language. Owner and Why say who
// changed the rule, or the list or figure it looks into; without them it is as published.
type reason struct {
	Rule     rules.ID `json:"rule,omitempty"`
	Sentence string   `json:"sentence"`
	Owner    string   `json:"owner,omitempty"`
	Why      string   `json:"why,omitempty"`
}

// reasons gives the rules that spoke, and why there is no answer or the default, where that is so.
func reasons[Out comparable](p rulesmsg.Printer, d rules.Decision[Out]) []reason {
	var all []reason
	for _, f := range d.Findings {
		o := f.Origin
		for _, u := range f.Uses {
			if o.IsZero() {
				o = u.Origin
			}
		}
		all = append(all, reason{f.Rule, rulesmsg.Finding(p, f), o.Owner, o.Reason})
	}
	if len(d.Findings) == 0 {
		for _, sentence := range rulesmsg.Sentences(p, d) {
			all = append(all, reason{Sentence: sentence})
		}
	}
	return all
}

// mostBytes is more than any question needs.
const mostBytes = 1 << 20

// readJSON reads a question strictly: what it does not know it does not pass over.
func readJSON(w http.ResponseWriter, r *http.Request, question any) error {
	return terms.Decode(http.MaxBytesReader(w, r.Body, mostBytes), question)
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	text, err := json.Marshal(v)
	if err != nil {
		status, text = http.StatusInternalServerError, []byte(`{"error": "the answer cannot be written"}`)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(append(text, '\n')) // a caller who has gone is told nothing
}

// refuse says what is wrong with what was sent, which the library's errors do.
func refuse(w http.ResponseWriter, status int, err error) {
	writeJSON(w, status, map[string]string{"error": err.Error()})
}
