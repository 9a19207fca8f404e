package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/pricing"
	"github.com/cloudterms/terms/rules"
)

// input is the file as it is written.
type input struct {
	Partner  partner   `json:"partner"`
	Customer customer  `json:"customer"`
	Related  terms.Day `json:"related"`

	Deal   pricing.Deal `json:"deal"`
	Offers []string     `json:"offers"`

	Continuation pricing.ContinuationReading `json:"continuation"`
	GCCReading   pricing.GCCReading          `json:"gccReading"`
	Overlay      *rules.Overlay              `json:"overlay"`
}

type partner struct {
	Name                string          `json:"name"`
	Party               licensing.Party `json:"party"`
	Enrolled            terms.Day       `json:"enrolled"`
	Registered          rules.Truth     `json:"registered"`
	SilverCloudPlatform rules.Truth     `json:"silverCloudPlatform"`
}

type customer struct {
	Name      string               `json:"name"`
	Enrolled  terms.Day            `json:"enrolled"`
	GCC       rules.Truth          `json:"gcc"`
	Agreement rules.Truth          `json:"agreement"`
	History   pricing.AzureHistory `json:"history"`
	HasPlan   rules.Truth          `json:"hasPlan"`
}

// question is the file as the library is asked: by which rules, and about which offers.
type question struct {
	input

	decideBy *pricing.Rules
	offers   []pricing.Offer
}

// usual is the offers that a report is on where the file names none.
func usual() []string { return []string{"MS-AZR-0017G", "MS-AZR-0145P", "MS-AZR-0159P"} }

func read(r io.Reader) (question, error) {
	var in input
	if err := terms.Decode(r, &in); err != nil {
		return question{}, err
	}
	asked := question{input: in, decideBy: pricing.Published()}
	if err := asked.check(); err != nil {
		return question{}, err
	}
	if in.Overlay != nil {
		var err error
		if asked.decideBy, err = asked.decideBy.With(*in.Overlay); err != nil {
			return question{}, fmt.Errorf("overlay: %w", err)
		}
	}
	ids := in.Offers
	if len(ids) == 0 {
		ids = usual()
	}
	for i, id := range ids {
		offer, err := asked.decideBy.OfferByID(id)
		if err != nil {
			return question{}, fmt.Errorf("offers/%d: %w", i, err)
		}
		asked.offers = append(asked.offers, offer)
	}
	return asked, nil
}

// check refuses what no report can be made of. What is yes or no may be missing: a decision then asks for it.
func (q question) check() error {
	switch {
	case q.Deal == 0:
		return errors.New("deal is not given; want purchase, continue, changePartner, transfer, takeOver or toProvider")
	case q.Partner.Party == licensing.Reseller || q.Partner.Party == licensing.Customer:
		return fmt.Errorf("partner/party is %q; want directPartner or distributor, whom Microsoft bills: a reseller asks for its provider", q.Partner.Party)
	case !q.Related.IsZero() && (q.Related.Before(q.Partner.Enrolled) || q.Related.Before(q.Customer.Enrolled)):
		return fmt.Errorf("related is %s, before partner/enrolled %q or customer/enrolled %q; want a day on which both were in CSP",
			q.Related, q.Partner.Enrolled, q.Customer.Enrolled)
	}
	return nil
}

// transaction is the question about one offer.
func (q question) transaction(offer string) pricing.Transaction {
	return pricing.Transaction{
		Offer: offer, Deal: q.Deal,
		PartnerEnrolled: q.Partner.Enrolled, CustomerEnrolled: q.Customer.Enrolled, Related: q.Related,
		History: q.Customer.History, HasPlan: q.Customer.HasPlan, GCC: q.Customer.GCC, CustomerAgreement: q.Customer.Agreement,
		Continuation: q.Continuation, GCCReading: q.GCCReading,
	}
}

// boundaries gives the days on which an answer of the report can change, in order.
func (q question) boundaries() []terms.Day {
	days := slices.Concat(
		q.decideBy.TransactionSet().Boundaries(), q.decideBy.IncentiveSet().Boundaries(), q.decideBy.PriceBasisSet().Boundaries(),
	)
	for _, phase := range q.decideBy.Phases() {
		if first, begins := phase.Days.From(); begins {
			days = append(days, first)
		}
	}
	slices.SortFunc(days, terms.Day.Compare)
	return slices.Compact(days)
}
