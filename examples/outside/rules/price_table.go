package main

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A price is the answer of the set. Its zero value is no answer.
type price string

const (
	educatorPrice price = "educator price"
	listPrice     price = "list price"
)

// The tests of an order. Those that several rules make are written once, since a name stands for one test in a set.
var (
	isSchool  = isBuyer("buyer is a school", school)
	isTeacher = isBuyer("buyer is a teacher", teacher)
	isStudent = isBuyer("buyer is a student", student)
	isParent  = isBuyer("buyer teaches children at home", parent)

	isConfirmed = rules.Condition[order]{
		Name: "register confirms the buyer", Reads: []string{"confirmed"},
		Holds: func(o order) rules.Truth { return o.Confirmed },
	}
	hasSchoolEmail = rules.Condition[order]{
		Name: "buyer has an address of a school", Reads: []string{"schoolEmail"},
		Holds: func(o order) rules.Truth { return o.SchoolEmail },
	}
	isMoreThanTwo = rules.Condition[order]{
		Name: "order is for more than two copies", Reads: []string{"copies"},
		Holds: func(o order) rules.Truth { return rules.Given(o.Copies > 0, o.Copies > 2) },
	}
	isForClass = rules.Condition[order]{
		Name: "copies are for a class", Reads: []string{"forClass"},
		Holds: func(o order) rules.Truth { return o.ForClass },
	}
	isForResale = rules.Condition[order]{
		Name: "copies are resold", Reads: []string{"resale"},
		Holds: func(o order) rules.Truth { return o.Resale },
	}
)

func isBuyer(name string, wanted buyer) rules.Condition[order] {
	return rules.Condition[order]{
		Name: name, Reads: []string{"buyer"},
		Holds: func(o order) rules.Truth { return rules.Is(o.Buyer, wanted) },
	}
}

var (
	programmeBegins  = terms.MustParseDay("2023-08-01")
	emailNoLonger    = terms.MustParseDay("2025-09-01") // for orders from this day on,
	emailNoLongerOut = terms.MustParseDay("2025-09-19") // which the guide said only from this day on
)

// prices says at which price an order is sold, as Kestrel's guide has it.
var prices = rules.Must(rules.New(rules.Spec[order, price]{
	ID: "educator/price", Question: "At which price is Kestrel Studio sold to this customer?",
	// A fact has the name of its key in the JSON of an order, so that who is asked for it knows where to write it.
	Facts: []rules.Fact{
		{Name: "buyer", Text: "Who buys: a school, a teacher, a student, a parent who teaches at home, or somebody else?"},
		{Name: "confirmed", Text: "Has the school register confirmed the buyer in the last twelve months?"},
		{Name: "schoolEmail", Text: "Does the buyer have an e-mail address of a school?"},
		{Name: "copies", Text: "How many copies are ordered?"},
		{Name: "forClass", Text: "Are the copies for a class that the buyer teaches?"},
		{Name: "resale", Text: "Will the copies be resold?"},
	},
	Default: listPrice, DefaultText: "Whoever no rule calls an educator buys at the list price.", DefaultSources: guide("1 Who is an educator"),
	Rules: []rules.Rule[order, price]{
		{
			ID: "educator.school", Text: "A school that the register confirms buys at the educator price.",
			Span: terms.SpanFrom(programmeBegins), Sources: guide("2.1 Schools"),
			If: []rules.Condition[order]{isSchool, isConfirmed}, Then: educatorPrice,
		},
		{
			ID: "educator.teacher", Text: "A teacher whom the register confirms buys at the educator price.",
			Span: terms.SpanFrom(programmeBegins), Sources: guide("2.2 Teachers"),
			If: []rules.Condition[order]{isTeacher, isConfirmed}, Then: educatorPrice,
		},

		// Until the guide was changed, an address was enough for a student. The change of 19 September reached back to the
		// 1st, so the old wording stays as it was published, and again with the end that it was given.
		{
			ID: "educator.student.email", Text: "A student with an e-mail address of a school buys at the educator price.",
			Span: terms.SpanFrom(programmeBegins), Published: terms.SpanUntil(emailNoLongerOut), Sources: guide("2.3 Students, first edition"),
			If: []rules.Condition[order]{isStudent, hasSchoolEmail}, Then: educatorPrice,
		},
		{
			ID: "educator.student.email.ended", Text: "Before September 2025 a student with an e-mail address of a school bought at the educator price.",
			Span: terms.MustSpan(programmeBegins, emailNoLonger), Published: terms.SpanFrom(emailNoLongerOut), Sources: guide("2.3 Students"),
			If: []rules.Condition[order]{isStudent, hasSchoolEmail}, Then: educatorPrice,
		},
		{
			ID: "educator.student.confirmed", Text: "A student whom the register confirms buys at the educator price.",
			Span: terms.SpanFrom(emailNoLonger), Published: terms.SpanFrom(emailNoLongerOut), Sources: guide("2.3 Students"),
			If: []rules.Condition[order]{isStudent, isConfirmed}, Then: educatorPrice,
		},

		{
			ID: "educator.parent", Text: "Parents who teach at home will buy at the educator price.",
			Span: terms.Pending(), Sources: guide("5 Outlook"),
			If: []rules.Condition[order]{isParent}, Then: educatorPrice,
		},
		{
			ID: "educator.copies", Text: "An order of more than two copies by a person is at the list price.",
			Span: terms.SpanFrom(programmeBegins), Sources: guide("3.1 Number of copies"),
			If: []rules.Condition[order]{isSchool.Not(), isMoreThanTwo}, Then: listPrice,
			Args: func(o order) []rules.Arg { return []rules.Arg{rules.CountArg("copies", o.Copies)} },
			Excepts: []rules.ID{
				"educator.teacher", "educator.student.email", "educator.student.email.ended", "educator.student.confirmed",
			},
		},
		{
			ID: "educator.class", Text: "The number of copies is not limited for a teacher who buys them for a class.",
			Span: terms.SpanFrom(terms.MustParseDay("2024-08-01")), Sources: guide("3.1 Number of copies"),
			If: []rules.Condition[order]{isTeacher, isForClass}, Excepts: []rules.ID{"educator.copies"},
		},
		{
			ID: "educator.resale", Text: "What is bought to be resold is at the list price.",
			Span: terms.SpanFrom(programmeBegins), Sources: guide("3.2 Resale"),
			If: []rules.Condition[order]{isForResale}, Then: listPrice,
			Excepts: []rules.ID{
				"educator.school", "educator.teacher",
				"educator.student.email", "educator.student.email.ended", "educator.student.confirmed",
			},
		},
	},
}))
