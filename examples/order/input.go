package main

import (
	"errors"
	"io"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// order is the file.
type order struct {
	Day      terms.Day `json:"day"`
	Partner  partner   `json:"partner"`
	Customer customer  `json:"customer"`
	Product  product   `json:"product"`
}

type partner struct {
	Location         markets.Market       `json:"location"`
	Role             licensing.PortalRole `json:"role"` // of whoever places the order
	IndirectReseller rules.Truth          `json:"indirectReseller"`
	PartnerAgreement rules.Truth          `json:"partnerAgreement"`
}

type customer struct {
	Location       markets.Market       `json:"location"`
	Commercial     rules.Truth          `json:"commercial"`
	CloudAgreement rules.Truth          `json:"cloudAgreement"`
	Acceptance     licensing.Acceptance `json:"acceptance"`
	AcceptedOn     terms.Day            `json:"acceptedOn"`
}

type product struct {
	Kind             licensing.OrderedProduct `json:"kind"`
	Term             licensing.Term           `json:"termDuration"`
	Cycle            licensing.BillingCycle   `json:"billingCycle"`
	RemoteDesktopCAL rules.Truth              `json:"remoteDesktopCal"`
	Shown            rules.Truth              `json:"shown"`
}

// places say where in the file a fact of a rule stands.
func places() map[string]string {
	return map[string]string{
		"product": "product/kind", "termDuration": "product/termDuration", "billingCycle": "product/billingCycle",
		"remoteDesktopCal": "product/remoteDesktopCal", "shown": "product/shown",
		"cloudAgreement": "customer/cloudAgreement", "acceptance": "customer/acceptance", "acceptedOn": "customer/acceptedOn",
		"commercial": "customer/commercial", "customer": "customer/location", "market": "customer/location",
		"partner": "partner/location", "role": "partner/role", "indirectReseller": "partner/indirectReseller",
		"partnerAgreement": "partner/partnerAgreement",
	}
}

func read(r io.Reader) (order, error) {
	var o order
	if err := terms.Decode(r, &o); err != nil {
		return order{}, err
	}
	switch {
	case o.Day.IsZero():
		return order{}, errors.New("/day is not given; want the day of the order, as in 2023-04-28")
	case o.Product.Kind == 0:
		return order{}, errors.New("/product/kind is not given; want what is ordered, as in azurePlan or serverSubscription")
	}
	return o, nil
}
