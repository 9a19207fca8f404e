package rules

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cloudterms/terms"
)

// An Overlay is what an embedding team changes without writing Go: the JSON file an operator owns. It switches rules off
// and replaces dated figures and entries of lists, wherever in the module they are:
//
//	{"owner": "Fabrikam billing", "reason": "distributor contract, clause 4",
//	 "switchOff": ["cancellation.software.linux"],
//	 "figures": [{"timeline": "cancellation.window.software", "span": "2024-01-01/..", "value": "P14D"}],
//	 "lists": [{"list": "markets.topup.excluded", "add": ["NO"], "remove": ["BR"]}]}
//
// A rule is switched off on all days; one that is to end on a day is replaced, by [Set.With]. An overlay is read by
// [terms.Decode], checked by [Overlay.Check] against all there is, and applied by [Set.Apply], [Timeline.Apply] and
// [ChangeList] to what it changes.
type Overlay struct {
	Owner     string       `json:"owner"`  // who changes it; named in every finding of what is changed
	Reason    string       `json:"reason"` // why
	SwitchOff []ID         `json:"switchOff,omitempty"`
	Figures   []Figure     `json:"figures,omitempty"`
	Lists     []ListChange `json:"lists,omitempty"`
}

// A Figure replaces what a timeline says on some days.
type Figure struct {
	Timeline string          `json:"timeline"`
	Span     terms.Span      `json:"span"`
	Value    json.RawMessage `json:"value"` // as the timeline's values are written in JSON
}

// A ListChange adds entries to a list and takes entries out of it, on all days.
type ListChange struct {
	List   string   `json:"list"`
	Add    []string `json:"add,omitempty"`
	Remove []string `json:"remove,omitempty"`
}

// Equal reports whether both change the same for the same reason. Values are compared as JSON: white space, escapes and
// the order of keys do not matter, how a number is written does.
func (o Overlay) Equal(other Overlay) bool {
	return o.Owner == other.Owner && o.Reason == other.Reason && slices.Equal(o.SwitchOff, other.SwitchOff) &&
		slices.EqualFunc(o.Figures, other.Figures, Figure.equal) && slices.EqualFunc(o.Lists, other.Lists, ListChange.equal)
}

func (f Figure) equal(other Figure) bool {
	return f.Timeline == other.Timeline && f.Span == other.Span && bytes.Equal(canonical(f.Value), canonical(other.Value))
}

func (c ListChange) equal(other ListChange) bool {
	return c.List == other.List && slices.Equal(c.Add, other.Add) && slices.Equal(c.Remove, other.Remove)
}

// canonical gives JSON with its keys in order and without white space, and what is no JSON as it is. No JSON at all is
// null, as it is written.
func canonical(text []byte) []byte {
	if len(text) == 0 {
		return []byte("null")
	}
	var value any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if d.Decode(&value) != nil {
		return text
	}
	ordered, _ := json.Marshal(value) // it was JSON
	return ordered
}

// Check reports what is wrong with the overlay by itself, and what it changes that is not known: a rule, a timeline or a
// list nobody has. Whoever applies an overlay to several packages checks it against what all of them say of
// themselves; a misspelt id would otherwise change nothing, in silence. Every error is a [SpecError] that wraps
// [ErrOverlay]. Whether a figure fits its timeline is found by [Timeline.Apply], whether an entry fits its list by
// [ChangeList].
//
// A wording that was superseded may be switched off beside one that took its place, for [Set.AsKnown]. Alone it changes no
// answer of the present, and an overlay from before the change would lose its effect in silence: that is an error too, which
// names the wordings there are now. An overlay that changes nothing at all is none.
func (o Overlay) Check(known ...About) error {
	found := &faults{of: "overlay", condition: ErrOverlay}
	found.checkOwner(o.Owner, o.Reason)
	there := targetsOf(known)
	for i, id := range o.SwitchOff {
		there.check(found, "rule", string(id))
		if slices.Contains(o.SwitchOff[:i], id) {
			found.add("", "switches off the rule %q twice", id)
		}
	}
	for _, about := range known {
		o.checkSuperseded(found, about)
	}
	for i, f := range o.Figures {
		there.check(found, "timeline", f.Timeline)
		f.check(found, o.Figures[:i])
	}
	for _, c := range o.Lists {
		there.check(found, "list", c.List)
		if len(c.Add)+len(c.Remove) == 0 {
			found.add("", "changes the list %q without an entry to add or remove", c.List)
		}
	}
	return found.err()
}

// For gives the part of the overlay that changes what one package owns: the ids that begin with the package's name and a
// dot. A package applies that part and checks it against what it has, so that one file may serve several packages and a
// misspelt id is still found. An id without a dot is in no part: only a check against all there is finds it.
func (o Overlay) For(pkg string) Overlay {
	prefix := pkg + "."
	part := Overlay{Owner: o.Owner, Reason: o.Reason}
	for _, id := range o.SwitchOff {
		if strings.HasPrefix(string(id), prefix) {
			part.SwitchOff = append(part.SwitchOff, id)
		}
	}
	for _, f := range o.Figures {
		if strings.HasPrefix(f.Timeline, prefix) {
			part.Figures = append(part.Figures, f)
		}
	}
	for _, c := range o.Lists {
		if strings.HasPrefix(c.List, prefix) {
			part.Lists = append(part.Lists, c)
		}
	}
	return part
}

// targets is the ids of what an overlay may name, by what they are.
type targets map[string][]string

func targetsOf(known []About) targets {
	there := targets{}
	for _, about := range known {
		there[about.Kind.String()] = append(there[about.Kind.String()], about.ID)
		for _, r := range about.Rules {
			there["rule"] = append(there["rule"], string(r.ID))
		}
	}
	return there
}

// check adds that an id is none of what it should be, and what it is instead or could be meant to be.
func (t targets) check(found *faults, what, id string) {
	if slices.Contains(t[what], id) {
		return
	}
	for _, other := range []string{"rule", "set", "timeline", "list"} {
		if slices.Contains(t[other], id) {
			found.add("", "changes the %s %q, which is a %s", what, id, other)
			return
		}
	}
	found.add("", "changes the %s %q, which is not there%s", what, id, nearest(id, t[what]))
}

// checkSuperseded adds each wording of a set that the overlay switches off though what took its place stays on.
func (o Overlay) checkSuperseded(found *faults, set About) {
	for _, r := range set.Rules {
		if !slices.Contains(o.SwitchOff, r.ID) {
			continue
		}
		now := set.inPlaceOf(r)
		isOff := func(later RuleInfo) bool { return later.Off || slices.Contains(o.SwitchOff, later.ID) }
		if len(now) == 0 || slices.ContainsFunc(now, isOff) {
			continue
		}
		var ids []string
		for _, later := range now {
			if id := strconv.Quote(string(later.ID)); !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		ended, _ := r.Published.Until()
		found.add("", "switches off the rule %q, which was superseded on %s, so that no answer changes; "+
			"want what took its place, beside it or instead: %s", r.ID, ended, strings.Join(ids, ", "))
	}
}

// inPlaceOf gives the published wordings that took the place of one that is superseded, or of one that had taken it: they
// were published on the day on which it ended, and are about some of its days. Nothing has taken the place of a published
// wording.
func (a About) inPlaceOf(ended RuleInfo) []RuleInfo {
	until, superseded := ended.Published.Until()
	if !superseded {
		return nil
	}
	var now []RuleInfo
	for _, r := range a.Rules {
		from, _ := r.Published.From()
		switch {
		case from != until || !r.Span.Overlaps(ended.Span):
		case isPublished(r.Published, a.Known):
			now = append(now, r)
		default:
			now = append(now, a.inPlaceOf(r)...)
		}
	}
	return now
}

// check adds what is wrong with a figure by itself, and beside those before it in the same overlay.
func (f Figure) check(found *faults, before []Figure) {
	if f.Span.IsZero() || f.Span.IsPending() {
		found.add("", "changes the timeline %q for the span %q; want days", f.Timeline, f.Span)
	}
	if text := bytes.TrimSpace(f.Value); len(text) == 0 || bytes.Equal(text, []byte("null")) {
		found.add("", "changes the timeline %q for %s without a value", f.Timeline, f.Span)
	}
	for _, other := range before {
		if other.Timeline == f.Timeline && other.Span.Overlaps(f.Span) {
			found.add("", "changes the timeline %q twice, for %s and for %s", f.Timeline, other.Span, f.Span)
		}
	}
}

// ChangeList gives the entries of a list as an overlay has them, and who changed them: those it adds behind the others,
// those it removes left out. Read makes an entry of its text. Entries of a list the overlay does not change come back as
// they are, with a zero Origin. An entry that cannot be read, that is added though it is there, or that is removed though
// it is not, is [ErrOverlay].
func ChangeList[T comparable](o Overlay, list string, entries []T, read func(string) (T, error)) ([]T, Origin, error) {
	found := &faults{of: list, condition: ErrOverlay}
	changed, origin := slices.Clone(entries), Origin{}
	for _, c := range o.Lists {
		if c.List != list {
			continue
		}
		origin = Origin{o.Owner, Replaced, o.Reason}
		for _, entry := range readEntries(found, c.Remove, read) {
			at := slices.Index(changed, entry)
			if at < 0 {
				found.add("", "removes %v, which is not there", entry)
				continue
			}
			changed = slices.Delete(changed, at, at+1)
		}
		for _, entry := range readEntries(found, c.Add, read) {
			if slices.Contains(changed, entry) {
				found.add("", "adds %v, which is there", entry)
			}
			changed = append(changed, entry)
		}
	}
	if !origin.IsZero() {
		found.checkOwner(o.Owner, o.Reason)
	}
	if err := found.err(); err != nil {
		return nil, Origin{}, err
	}
	return changed, origin, nil
}

func readEntries[T any](found *faults, texts []string, read func(string) (T, error)) []T {
	var entries []T
	for _, text := range texts {
		entry, err := read(text)
		if err != nil {
			found.addCause(err, "", "the entry %q", text)
			continue
		}
		entries = append(entries, entry)
	}
	return entries
}

// nearest suggests the id that shares the longest beginning with a misspelt one, if that goes beyond the package. A slash,
// as the ids of sets have it, is taken for a dot.
func nearest[S ~string](id S, known []S) string {
	dotted := func(id S) string { return strings.ReplaceAll(string(id), "/", ".") }
	wrong, best, beginning := dotted(id), S(""), ""
	for _, candidate := range known {
		right, n := dotted(candidate), 0
		for n < min(len(wrong), len(right)) && wrong[n] == right[n] {
			n++
		}
		if n > len(beginning) {
			best, beginning = candidate, right[:n]
		}
	}
	if !strings.Contains(beginning, ".") {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}
