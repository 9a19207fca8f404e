package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

// softwareNewFrom is the day of purchase from which software subscriptions are managed as other subscriptions are (SW-04,
// SW-10).
var softwareNewFrom = autoRenewalFrom

const viewSoftware = "View software subscriptions"

func placeIs(name string, wanted ...SoftwarePlace) []rules.Condition[VisibilityFacts] {
	return []rules.Condition[VisibilityFacts]{
		rulebook.One("it is looked for "+name, "place", func(f VisibilityFacts) SoftwarePlace { return f.Place }, wanted...),
	}
}

// visibility says where a software subscription is shown, by the day of its purchase.
var visibility = rules.Must(rules.New(rules.Spec[VisibilityFacts, rules.Truth]{
	ID: "licensing/visibility", Question: "Is the software subscription shown there?",
	Facts: []rules.Fact{{Name: "place", Text: "By which operation of the API, or on which page, is it looked for?"}},
	Rules: []rules.Rule[VisibilityFacts, rules.Truth]{
		{
			ID: "licensing.visibility.orders", Text: "Get Orders returns software subscriptions whenever they were purchased.",
			Span: terms.SpanFrom(softwareInCSPFrom), Sources: fromSoftwarePage("SW-04", viewSoftware),
			If: placeIs("by Get Orders", InGetOrders), Then: rules.Yes,
		},
		{
			ID:   "licensing.visibility.shown",
			Text: "A software subscription purchased on 14 October 2021 or later is returned by Get Subscriptions and stands on the pages Subscriptions and Software.",
			Span: terms.SpanFrom(softwareNewFrom), Sources: fromSoftwarePage("SW-04", viewSoftware),
			If: placeIs("by Get Subscriptions, or on a page", InGetSubscriptions, OnSubscriptionsPage, OnSoftwarePage), Then: rules.Yes,
		},
		{
			ID:   "licensing.visibility.hidden",
			Text: "A software subscription purchased before 14 October 2021 is not returned by Get Subscriptions and does not stand on the page Subscriptions.",
			Span: terms.MustSpan(softwareInCSPFrom, softwareNewFrom), Sources: fromSoftwarePage("SW-04", viewSoftware),
			If: placeIs("by Get Subscriptions, or on the page Subscriptions", InGetSubscriptions, OnSubscriptionsPage), Then: rules.No,
		},
		{
			ID: "licensing.visibility.listed", Text: "The page Software lists all software that was purchased for the customer.",
			Span: terms.MustSpan(softwareInCSPFrom, softwareNewFrom), Sources: fromSoftwarePage("SW-04", manageSoftware),
			If: placeIs("on the page Software", OnSoftwarePage), Then: rules.Yes,
		},
	},
}))
