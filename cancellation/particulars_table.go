package cancellation

import (
	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// lacks gives the rule that something is missing without which it cannot be done. Field names what is missing in JSON.
func lacks[In any](id rules.ID, text, field string, source rules.Source, where ...rules.Condition[In]) rules.Rule[In, rules.Truth] {
	return rules.Rule[In, rules.Truth]{
		ID: id, Text: text, Span: terms.Always(), Sources: cited{source}, If: where, Then: rules.No,
		Args: func(In) []rules.Arg { return []rules.Arg{rules.TextArg(missingArg, field)} },
	}
}

// isThere gives the condition that one of several texts is given. Texts are always known: what is empty is missing.
func isThere[In any](fact, name string, texts func(In) []string) rules.Condition[In] {
	return rules.Condition[In]{
		Name: name, Reads: []string{fact},
		Holds: func(in In) rules.Truth {
			for _, text := range texts(in) {
				if text != "" {
					return rules.Yes
				}
			}
			return rules.No
		},
	}
}

var (
	ofSoftware = rules.Condition[Particulars]{
		Name: "product is a software subscription", Reads: []string{productFact.Name},
		Holds: func(p Particulars) rules.Truth { return rules.Is(p.Product, SoftwareSubscription) },
	}
	ofPerpetual = rules.Condition[Particulars]{
		Name: "product is perpetual software", Reads: []string{productFact.Name},
		Holds: func(p Particulars) rules.Truth { return rules.Is(p.Product, PerpetualSoftware) },
	}
	hasCustomer = isThere("customer", "the customer is named", func(p Particulars) []string {
		return []string{p.CustomerName, p.CustomerTenant, p.CustomerDomain}
	})
	hasSubscription = isThere("subscription", "the subscription is named", func(p Particulars) []string {
		return []string{p.SubscriptionName, p.SubscriptionID}
	})
	hasProduct = isThere("productName", "the product is named", func(p Particulars) []string { return []string{p.ProductName} })
	hasOrders  = isThere("orders", "an order is named", func(p Particulars) []string { return p.Orders })
)

const (
	customerFields = "customerName|customerTenant|customerDomain"
	tenantFields   = "customerTenant|customerDomain"
)

var publishedParticulars = rules.Must(rules.New(rules.Spec[Particulars, rules.Truth]{
	ID: "cancellation/particulars", Question: "Is everything at hand that cancelling takes?",
	Facts: []rules.Fact{
		productFact,
		{Name: "customer", Text: "What is the customer's name, tenant or domain?"},
		{Name: "subscription", Text: "What is the subscription's friendly name or id?"},
		{Name: "productName", Text: "What is the product called?"},
		{Name: "orders", Text: "Which orders?"},
	},
	Default: rules.Yes, Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[Particulars, rules.Truth]{
		lacks("cancellation.particulars.software.customer", "To cancel a software subscription one needs the customer's name, tenant or domain.",
			customerFields, softwarePage.states("SW-16", "Considerations when cancelling a software subscription"), ofSoftware, hasCustomer.Not()),
		lacks("cancellation.particulars.software.subscription", "To cancel a software subscription one needs its friendly name or id.",
			"subscriptionName|subscriptionId", softwarePage.states("SW-16", "Considerations when cancelling a software subscription"), ofSoftware, hasSubscription.Not()),
		lacks("cancellation.particulars.perpetual.customer", "To cancel perpetual software one needs the customer's name, tenant or domain.",
			customerFields, softwarePage.states("SW-18", "Considerations when cancelling perpetual software"), ofPerpetual, hasCustomer.Not()),
		lacks("cancellation.particulars.perpetual.product", "To cancel perpetual software one needs the name of the product.",
			"productName", softwarePage.states("SW-18", "Considerations when cancelling perpetual software"), ofPerpetual, hasProduct.Not()),
		lacks("cancellation.particulars.perpetual.orders", "To cancel perpetual software one needs the order ids; several orders are cancelled one by one.",
			"orders", softwarePage.states("SW-18", "Considerations when cancelling perpetual software"), ofPerpetual, hasOrders.Not()),
	},
}))

// carries gives the rule that a support request carries something, by the name of its fact.
func carries(fact, field, what string, texts func(SupportRequest) []string) rules.Rule[SupportRequest, rules.Truth] {
	return lacks(rules.ID("cancellation.support."+fact), "A support request to cancel carries "+what+".", field,
		softwarePage.states("SW-21", "Cancel a purchase with a customer support request"),
		isThere(fact, "it carries "+what, texts).Not())
}

var publishedSupport = rules.Must(rules.New(rules.Spec[SupportRequest, rules.Truth]{
	ID: "cancellation/support", Question: "Does the support request carry everything it has to?",
	Facts: []rules.Fact{
		{Name: "impact", Text: "What is the impact?"},
		{Name: "title", Text: "What is the title?"},
		{Name: "customer", Text: "What is the customer's tenant or domain?"},
		{Name: "purchase", Text: "Which order or subscription?"},
		{Name: "reason", Text: "Why is a refund wanted?"},
		{Name: "amount", Text: "How much is requested?"},
		{Name: "contactName", Text: "Who is to be contacted?"},
		{Name: "contactEmail", Text: "At which e-mail address?"},
		{Name: "contactPhone", Text: "At which telephone number?"},
	},
	Default: rules.Yes, Combine: rules.Strongest(rules.Yes, rules.No),
	Rules: []rules.Rule[SupportRequest, rules.Truth]{
		carries("impact", "impact", "the impact", func(s SupportRequest) []string { return []string{s.Impact} }),
		carries("title", "title", "a title", func(s SupportRequest) []string { return []string{s.Title} }),
		carries("customer", tenantFields, "the customer's tenant or domain", func(s SupportRequest) []string {
			return []string{s.CustomerTenant, s.CustomerDomain}
		}),
		carries("purchase", "orderId|subscriptionId", "the id of the order or subscription", func(s SupportRequest) []string {
			return []string{s.OrderID, s.SubscriptionID}
		}),
		carries("reason", "reason", "the reason for the refund", func(s SupportRequest) []string { return []string{s.Reason} }),
		carries("amount", "amount", "the amount requested", func(s SupportRequest) []string { return []string{s.Amount.String()} }),
		carries("contactName", "contactName", "the name of a contact", func(s SupportRequest) []string { return []string{s.ContactName} }),
		carries("contactEmail", "contactEmail", "the contact's e-mail address", func(s SupportRequest) []string { return []string{s.ContactEmail} }),
		carries("contactPhone", "contactPhone", "the contact's telephone number", func(s SupportRequest) []string { return []string{s.ContactPhone} }),
	},
}))
