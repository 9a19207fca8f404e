package licensing

import (
	"errors"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A CourseKind says what is done with a pool of keys: [CourseKeep], [CourseAddLicences], [CourseExtendEndDate] or
// [CourseStartAnew]. Its texts, in JSON too, are keep, addLicences, extendEndDate and startAnew.
type CourseKind uint8

const (
	_ CourseKind = iota
	// CourseKeep redeems no key.
	CourseKeep
	// CourseAddLicences redeems all keys to add licences.
	CourseAddLicences
	// CourseExtendEndDate redeems all keys to extend the end date.
	CourseExtendEndDate
	// CourseStartAnew lets the subscription expire and redeems all keys the day after its end date: the first activates the
	// subscription, the others add licences to it. Microsoft's page recommends it to those who want a whole year with the
	// licences of the keys.
	CourseStartAnew
)

// A Stretch is a time in which the number of licences stays the same.
type Stretch struct {
	From     terms.Day `json:"from"`
	End      terms.Day `json:"end"` // the end date
	Licences int       `json:"licences"`
}

// A Course is what becomes of a subscription if something is done with the keys.
type Course struct {
	Kind      CourseKind `json:"kind"`
	Stretches []Stretch  `json:"stretches,omitempty"` // in order; more than one for CourseStartAnew only
	Licences  int        `json:"licences"`            // in the end
	End       terms.Day  `json:"end,omitzero"`        // the last end date
	// SeatMonths is the licences times the calendar months from the day to the end, exact, over all stretches.
	SeatMonths Fraction                    `json:"seatMonths"`
	MeetsGoal  bool                        `json:"meetsGoal"`            // in the end; false also where the request has no goal
	Extension  Extension                   `json:"extension,omitzero"`   // the redemptions
	Refusal    rules.Decision[rules.Truth] `json:"refusal,omitzero"`     // why a redemption is refused; there is nothing else then
	RefusedKey string                      `json:"refusedKey,omitempty"` // its key's id
}

// IsRefused reports whether the rules refuse a redemption of the course.
func (c Course) IsRefused() bool { return c.RefusedKey != "" }

// Equal reports whether both are the same course with the same outcome.
func (c Course) Equal(other Course) bool {
	return c.Kind == other.Kind && slices.Equal(c.Stretches, other.Stretches) && c.Licences == other.Licences && c.End == other.End &&
		c.SeatMonths.Equal(other.SeatMonths) && c.MeetsGoal == other.MeetsGoal && c.Extension.Equal(other.Extension) &&
		c.Refusal.Equal(other.Refusal) && c.RefusedKey == other.RefusedKey
}

// A Comparison is the courses there are.
type Comparison struct {
	Courses  []Course      `json:"courses"`            // in the order of their kinds; CourseKeep alone if no key may be redeemed
	Excluded []ExcludedKey `json:"excluded,omitempty"` // the keys that may not be redeemed, and are part of no course
}

// Equal reports whether both have the same courses and leave the same keys out.
func (c Comparison) Equal(other Comparison) bool {
	return slices.EqualFunc(c.Courses, other.Courses, Course.Equal) && slices.EqualFunc(c.Excluded, other.Excluded, ExcludedKey.Equal)
}

// CompareCourses is [Rules.CompareCourses] of the [Published] rules.
func CompareCourses(q RenewalRequest) (Comparison, error) { return Published().CompareCourses(q) }

// CompareCourses sets side by side what becomes of a subscription if its keys are kept, all added, all used to extend it,
// or all used to start anew when it has expired: with end dates and seat-months. The goal need not be given. Keys that may
// not be redeemed are left out, as [Rules.PlanRenewal] does; a course that the rules refuse with the others is there
// with the decision. Where no key is left, keeping is the only course.
//
// A request in which something is missing or impossible is a [RequestError] that wraps [ErrRequest], a day before 13 July 2020
// [rules.ErrNoFigure].
func (r *Rules) CompareCourses(q RenewalRequest) (Comparison, error) {
	if err := q.check(); err != nil {
		return Comparison{}, err
	}
	p, err := r.planner(q)
	if err != nil {
		return Comparison{}, err
	}
	q.Keys = p.pool
	kinds := []CourseKind{CourseKeep, CourseAddLicences, CourseExtendEndDate, CourseStartAnew}
	if len(q.Keys) == 0 {
		kinds = kinds[:1]
	}
	compared := Comparison{Excluded: p.excluded}
	for _, kind := range kinds {
		course, err := r.course(q, kind)
		if err != nil {
			return Comparison{}, err
		}
		compared.Courses = append(compared.Courses, course)
	}
	return compared, nil
}

func (r *Rules) course(q RenewalRequest, kind CourseKind) (Course, error) {
	redemptions := q.redemptions(kind)
	extension, err := r.Extend(q.Subscription, q.Reckoning, redemptions...)
	if refusal, ok := errors.AsType[*RefusalError](err); ok {
		return Course{Kind: kind, Refusal: refusal.Decision, RefusedKey: refusal.Key}, nil
	}
	if err != nil {
		return Course{}, err
	}
	course := Course{Kind: kind, Extension: extension}
	now := q.Subscription.on(q.Day)
	if kind == CourseStartAnew || len(redemptions) == 0 {
		course = course.with(q.Day, now)
	}
	if len(redemptions) > 0 {
		course = course.with(redemptions[0].Day, extension.After)
	}
	course.MeetsGoal = q.Goal != Goal{} && course.Licences >= q.Goal.licences(now) && !course.End.Before(q.Goal.End)
	return course, nil
}

// redemptions gives what a course redeems, and when.
func (q RenewalRequest) redemptions(kind CourseKind) []KeyRedemption {
	action, day := AddLicences, q.Day
	switch kind {
	case CourseKeep:
		return nil
	case CourseExtendEndDate:
		action = ExtendEndDate
	case CourseStartAnew:
		if s := q.Subscription.on(q.Day); s.Status == StatusActive {
			day = s.End.AddDays(1)
		}
	default: // what is set above
	}
	made := make([]KeyRedemption, len(q.Keys))
	for i, key := range q.Keys {
		made[i] = KeyRedemption{key, action, day}
		if kind == CourseStartAnew && i == 0 {
			made[i].Action = ActivateAsNew
		}
	}
	return made
}

// with gives the course with the time from a day to the end of a subscription, if it has any.
func (c Course) with(from terms.Day, s Subscription) Course {
	if s.Status != StatusActive {
		return c
	}
	c.Stretches = append(slices.Clone(c.Stretches), Stretch{from, s.End, s.Licences})
	c.Licences, c.End = s.Licences, s.End
	months := reckoner{by: Reckoning{Unit: CalendarMonths}, day: from}
	left, unit := months.left(s.End)
	c.SeatMonths = c.SeatMonths.Add(ratio{int64(s.Licences) * left, unit}.fraction())
	return c
}
