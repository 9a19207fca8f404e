package licensing

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/rules"
)

var (
	// openFrom is the first day of the month from which Azure was sold through Open (OPEN-11).
	openFrom = terms.MustParseDay("2014-08-01")
	// openLicenseUntil is the day after the last on which anything could be bought in Open License.
	openLicenseUntil = terms.MustParseDay("2022-01-01")
)

const openQuestions = "Frequently asked questions"

func fromOpenPage(fact, section string) []rules.Source {
	return []rules.Source{{
		Fact: fact, Document: "Get started with Azure in Open Licensing (sv-se)", Section: section,
		Address: "https://azure.microsoft.com/sv-se/offers/ms-azr-0111p/", Checked: checked,
	}}
}

var fromOpenRetirement = rules.Source{
	Document: "Qual, Microsoft Open License Program Changes, of Microsoft's announcement (2020-09-30, 2020-12-17)",
	Address:  "https://online.qual.co.uk/blog/post/microsoft-open-license-program-changes", Checked: checked,
}

var (
	channelIsOldest = rulebook.Holds("it is bought on the web or in an Enterprise Agreement", "channel",
		func(u ChannelUse) rules.Truth { return rules.Is(u.Channel, ChannelWeb, ChannelEnterpriseAgreement) })
	channelIsValue = rulebook.Holds("it is bought in Open Value or Open Value Subscription", "channel",
		func(u ChannelUse) rules.Truth {
			return rules.Is(u.Channel, ChannelOpenValue, ChannelOpenValueSubscription)
		})
	channelIsOpen = rulebook.Holds("it is bought in Open License", "channel", func(u ChannelUse) rules.Truth { return rules.Is(u.Channel, ChannelOpen) })
)

// channel says through what Azure can be bought. What no rule permits is refused.
var channel = rules.Must(rules.New(rules.Spec[ChannelUse, rules.Truth]{
	ID: "licensing/channel", Question: "Can Azure be bought through this channel?",
	Facts:   []rules.Fact{{Name: "channel", Text: "Through what is it to be bought?"}},
	Default: rules.No, DefaultText: "No page on record has Azure sold through this channel on this day.",
	DefaultSources: fromOpenPage("OPEN-11", openQuestions),
	Rules: []rules.Rule[ChannelUse, rules.Truth]{
		{
			ID: "licensing.channel.direct", Text: "Azure is bought on azure.microsoft.com or as a part of an Enterprise Agreement.",
			Span: terms.SpanFrom(azureFrom), Sources: append(fromOpenPage("OPEN-11", openQuestions), fromAzureStart),
			If: []rules.Condition[ChannelUse]{channelIsOldest}, Then: rules.Yes,
		},
		{
			ID: "licensing.channel.openNotYet", Text: "Before August 2014 Azure could not be bought through Open.",
			Span: terms.SpanUntil(openFrom), Sources: fromOpenPage("OPEN-11", openQuestions),
			If: []rules.Condition[ChannelUse]{channelIsOldest.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.channel.openValue", Text: "Azure can be bought in Open Value and in Open Value Subscription.",
			Span: terms.SpanFrom(openFrom), Sources: append(append(fromOpenPage("OPEN-07", openQuestions), fromOpenPage("OPEN-11", openQuestions)...), fromOpenRetirement),
			If: []rules.Condition[ChannelUse]{channelIsValue}, Then: rules.Yes,
		},
		{
			ID:   "licensing.channel.openValue.unseen",
			Text: "The last page on record that has Open Value is of 22 July 2025: whether Azure can be bought there later is not on record.",
			Span: terms.SpanFrom(openUnseenFrom), Sources: []rules.Source{fromOpenProgrammeKeys},
			If: []rules.Condition[ChannelUse]{channelIsValue},
		},
		{
			ID: "licensing.channel.open", Text: "Azure can be bought in Open License.",
			Span: terms.MustSpan(openFrom, openLicenseUntil), Sources: append(fromOpenPage("OPEN-07", openQuestions), fromOpenPage("OPEN-11", openQuestions)...),
			If: []rules.Condition[ChannelUse]{channelIsOpen}, Then: rules.Yes,
		},
		{
			ID:   "licensing.channel.openRetired",
			Text: "Nothing can be bought in Open License after 31 December 2021. What was bought and not activated can be activated still.",
			Span: terms.SpanFrom(openLicenseUntil), Sources: []rules.Source{fromOpenRetirement, {
				Document: "Licensing School, tag Open (2020-10-01)",
				Address:  "https://www.licensingschool.co.uk/licensing-blog/tag/open/", Checked: checked,
			}},
			If: []rules.Condition[ChannelUse]{channelIsOpen}, Then: rules.No,
		},
	},
}))

var (
	openIsProgramme = rulebook.Holds("the programme is Open, Open Value or Open Value Subscription", "programme",
		func(f OpenPurchaseFacts) rules.Truth { return f.Open })
	openSells     = rulebook.Holds("the programme sells Azure on the day", "programme", func(f OpenPurchaseFacts) rules.Truth { return f.Sells })
	openIsOffered = rulebook.Holds("Azure in Open is available in the country", "country",
		func(f OpenPurchaseFacts) rules.Truth { return f.Available })
	openIsGovernment = rulebook.Holds("it is for Azure Government", "government", func(f OpenPurchaseFacts) rules.Truth { return f.Government })
)

// openPurchase says whether Azure in Open can be bought.
var openPurchase = rules.Must(rules.New(rules.Spec[OpenPurchaseFacts, rules.Truth]{
	ID: "licensing/openpurchase", Question: "Can Azure in Open be bought?",
	Facts: []rules.Fact{
		{Name: "programme", Text: "In which programme is it to be bought: Open, Open Value or Open Value Subscription?"},
		{Name: "country", Text: "Does the customer's country have partners for Open volume licensing, and is Azure sold there directly?"},
		{Name: "government", Text: "Is it for Azure Government?"},
	},
	Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[OpenPurchaseFacts, rules.Truth]{
		{
			ID: "licensing.openpurchase.programme", Text: "Azure in Open is bought in Open, Open Value or Open Value Subscription.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-07", openQuestions),
			If: []rules.Condition[OpenPurchaseFacts]{openIsProgramme}, Then: rules.Yes,
		},
		{
			ID:   "licensing.openpurchase.unseen",
			Text: "The last page on record that has Open Value is of 22 July 2025: whether Azure in Open can be bought later is not on record.",
			Span: terms.SpanFrom(openUnseenFrom), Sources: []rules.Source{fromOpenProgrammeKeys},
			If: []rules.Condition[OpenPurchaseFacts]{openSells},
		},
		{
			ID: "licensing.openpurchase.otherProgramme", Text: "In another programme it is not Azure in Open that is bought.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-07", openQuestions),
			If: []rules.Condition[OpenPurchaseFacts]{openIsProgramme.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.openpurchase.notSold", Text: "The programme does not sell Azure on this day.",
			Span: terms.Always(), Sources: append(fromOpenPage("OPEN-11", openQuestions), fromOpenRetirement),
			If: []rules.Condition[OpenPurchaseFacts]{openSells.Not()}, Then: rules.No,
		},
		{
			ID:   "licensing.openpurchase.country",
			Text: "Azure in Open is available where there are partners for Open volume licensing and Azure is sold directly.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-12", openQuestions),
			If: []rules.Condition[OpenPurchaseFacts]{openIsOffered.Not()}, Then: rules.No,
		},
		{
			ID: "licensing.openpurchase.government", Text: "Azure Government cannot currently be bought with Azure in Open.",
			Span: terms.SpanFrom(openFrom), Sources: fromOpenPage("OPEN-14", openQuestions),
			If: []rules.Condition[OpenPurchaseFacts]{openIsGovernment}, Then: rules.No,
		},
	},
}))
