package cancellation

import (
	"slices"
	"time"

	"github.com/cloudterms/terms/rules"
)

// A Verdict is the short answer to a [Request]. Only Open lets anything be cancelled; the zero Verdict is no answer.
type Verdict uint8

const (
	// Open is a purchase that whoever asks can cancel at the instant asked about.
	Open Verdict = iota + 1
	// NotYetOpen is an instant before the window opens.
	NotYetOpen
	// Closed is an instant after the window.
	Closed
	// Never is a purchase that has no window: it is final, for its term at least.
	Never
	// Refused is a purchase that can be cancelled, but not by whoever asks; of a reservation, also one beyond the yearly limit.
	Refused
	// Undetermined is a question to which a fact that is not given could change the answer. [Answer.Missing] names it.
	Undetermined
)

// A Basis says whose deadline an answer goes by.
type Basis uint8

const (
	// BasisRules is a deadline worked out by the rules.
	BasisRules Basis = iota + 1
	// BasisPartnerCenter is a deadline that Partner Center gave, which prevails.
	BasisPartnerCenter
)

// A Report is what Partner Center can say when somebody tries to cancel (SW-15, SW-19).
type Report uint8

const (
	// ReportWindowEnd is the date and time at which the window ends (SW-15).
	ReportWindowEnd Report = iota + 1
	// ReportDaysLeft is the number of days left to cancel (SW-19).
	ReportDaysLeft
	// ReportWindowPassed is that the window has passed (SW-15, SW-19).
	ReportWindowPassed
	// ReportSupportRequest is that a customer support request is needed, because more information is (SW-19).
	ReportSupportRequest
)

// Reports gives what Partner Center can report when somebody tries to cancel a product: for a software subscription SW-15,
// for perpetual software SW-19, and nothing for a product of which the record does not say it. The slice is the
// caller's own.
func Reports(p Product) []Report {
	switch p {
	case SoftwareSubscription:
		return []Report{ReportWindowEnd, ReportWindowPassed}
	case PerpetualSoftware:
		return []Report{ReportDaysLeft, ReportWindowPassed, ReportSupportRequest}
	default:
		return nil
	}
}

// An Answer says whether a purchase can be cancelled at an instant, until when, what comes back, and by which rules. It is its
// own record: it marshals to JSON and reads back, by terms.Decode, as an equal answer.
type Answer struct {
	At      time.Time `json:"at"` // the instant asked about
	Verdict Verdict   `json:"verdict"`
	// Basis is whose deadline it is. Where Partner Center gave one, [Answer.ByRules] is what the rules say.
	Basis Basis `json:"basis"`
	// Opened is when the window opened: for a partial upgrade, that of the source.
	Opened time.Time `json:"opened,omitzero"`
	// Deadline is the closing instant. It is zero where nothing closes: never, at any time, or undetermined.
	Deadline time.Time `json:"deadline,omitzero"`
	// Left is the time left until the deadline, while the window is open: in whole hours, so that it is zero in the last.
	Left Left `json:"left,omitzero"`
	// Refund is what comes back for a cancellation in the window. It is zero where that is not determined.
	Refund Refund `json:"refund,omitzero"`
	// Report is what Partner Center would report, where the record says.
	Report Report `json:"report,omitzero"`
	// Missing is the facts, by their names in JSON, that could change the verdict.
	Missing []string `json:"missing,omitempty"`

	// Limit is how long the purchase can be cancelled, and by which rules.
	Limit rules.Decision[Limit] `json:"limit"`
	// Asker is whether whoever asks may cancel. It is asked while the window is open only; while that is not determined, Missing has
	// its facts too.
	Asker rules.Decision[rules.Truth] `json:"asker,omitzero"`
	// Owed is what the partner owes for the purchase if it is not cancelled.
	Owed rules.Decision[Owed] `json:"owed"`
	// Readings are the dated figures behind the deadline and the refund.
	Readings Readings `json:"readings,omitzero"`
	// Alternatives are what other readings of the record make of the same request.
	Alternatives []Alternative `json:"alternatives,omitempty"`
}

// Readings are the dated figures behind an answer: which version of each, where it is written, and whose it is. What was
// not needed is zero: a window of hours needs no boundary.
type Readings struct {
	Window   rules.Reading[Window]   `json:"window,omitzero"`
	Boundary rules.Reading[Boundary] `json:"boundary,omitzero"`
	Closing  rules.Reading[Closing]  `json:"closing,omitzero"`
	Refund   rules.Reading[Refund]   `json:"refund,omitzero"`
}

// Equal reports whether both are the same answer with the same reasons. Lists that are empty and lists that are not given
// are equal.
func (a Answer) Equal(other Answer) bool {
	return a.At.Equal(other.At) && a.Verdict == other.Verdict && a.Basis == other.Basis && a.Opened.Equal(other.Opened) &&
		a.Deadline.Equal(other.Deadline) && a.Left == other.Left && a.Refund == other.Refund && a.Report == other.Report &&
		slices.Equal(a.Missing, other.Missing) && a.Limit.Equal(other.Limit) && a.Asker.Equal(other.Asker) &&
		a.Owed.Equal(other.Owed) && a.Readings.Equal(other.Readings) &&
		slices.EqualFunc(a.Alternatives, other.Alternatives, Alternative.Equal)
}

// Equal reports whether both are the same figures.
func (r Readings) Equal(other Readings) bool {
	return r.Window.EqualFunc(other.Window, same) && r.Boundary.EqualFunc(other.Boundary, same) &&
		r.Closing.EqualFunc(other.Closing, same) && r.Refund.EqualFunc(other.Refund, same)
}

func same[T comparable](a, b T) bool { return a == b }

// SafeDeadline gives the earliest deadline that any reading of the record gives, and the zero time where none gives one:
// who cancels before it is in time by every reading. Partner Center's own date is safe by itself.
func (a Answer) SafeDeadline() time.Time {
	earliest := a.Deadline
	if a.Basis == BasisPartnerCenter {
		return earliest
	}
	for _, other := range a.Alternatives {
		if !other.Deadline.IsZero() && other.Deadline.Before(earliest) {
			earliest = other.Deadline
		}
	}
	return earliest
}
