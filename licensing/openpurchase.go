package licensing

import (
	"slices"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/rulebook"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

// An AzureChannel is a way of buying Azure that the page on Azure in Open names. The zero AzureChannel means "not given".
// Its texts, in JSON too, are web, enterpriseAgreement, open, openValue and openValueSubscription.
type AzureChannel uint8

const (
	_ AzureChannel = iota
	// ChannelWeb is buying on azure.microsoft.com.
	ChannelWeb
	// ChannelEnterpriseAgreement is buying as a part of an Enterprise Agreement.
	ChannelEnterpriseAgreement
	// ChannelOpen is the programme Open License.
	ChannelOpen
	// ChannelOpenValue is the programme Open Value.
	ChannelOpenValue
	// ChannelOpenValueSubscription is the programme Open Value Subscription.
	ChannelOpenValueSubscription
)

// IsOpen reports whether c is one of the programmes that Azure in Open is bought through.
func (c AzureChannel) IsOpen() bool { return slices.Contains(OpenProgrammes(), c) }

// OpenProgrammes gives the programmes that Azure in Open is bought through: Open, Open Value and Open Value Subscription
// (OPEN-07). On which days each sells, [Rules.AzureChannels] says.
func OpenProgrammes() []AzureChannel {
	return []AzureChannel{ChannelOpen, ChannelOpenValue, ChannelOpenValueSubscription}
}

// ChannelUse is the wish to buy Azure through a channel.
type ChannelUse struct {
	Channel AzureChannel `json:"channel,omitzero"`
}

// MayBuyThrough is [Rules.MayBuyThrough] of the [Published] rules.
func MayBuyThrough(day terms.Day, use ChannelUse) rules.Decision[rules.Truth] {
	return Published().MayBuyThrough(day, use)
}

// MayBuyThrough says whether Azure can be bought through a channel on a day: on the web and in an Enterprise Agreement all
// along since February 2010, in the programmes of Open from August 2014 on (OPEN-11), and in Open License until 31 December 2021, the last day
// of purchase there. Open Value is on record up to 22 July 2025; a finding about a later day says so.
func (r *Rules) MayBuyThrough(day terms.Day, use ChannelUse) rules.Decision[rules.Truth] {
	return r.channel.Explain(day, use)
}

// ChannelSet gives the set that [Rules.MayBuyThrough] asks, licensing/channel.
func (r *Rules) ChannelSet() *rules.Set[ChannelUse, rules.Truth] { return r.channel }

// EditChannel gives the rules with changes to the set of [Rules.MayBuyThrough].
func (r *Rules) EditChannel(e rules.Edit[ChannelUse, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.channel, e)
}

// AzureChannels is [Rules.AzureChannels] of the [Published] rules.
func AzureChannels(day terms.Day) ([]AzureChannel, error) { return Published().AzureChannels(day) }

// AzureChannels gives the channels through which Azure can be bought on a day: before August 2014 the web and Enterprise
// Agreements, from then on also Open (OPEN-11). A day that is not given is [rules.ErrDay].
func (r *Rules) AzureChannels(day terms.Day) ([]AzureChannel, error) {
	var channels []AzureChannel
	for channel := range azureChannelNames.Each {
		may, err := r.channel.Decide(day, ChannelUse{channel})
		if err != nil {
			return nil, err
		}
		if may == rules.Yes {
			channels = append(channels, channel)
		}
	}
	return channels, nil
}

// OpenPurchase is the wish to buy Azure in Open.
type OpenPurchase struct {
	Programme AzureChannel `json:"programme,omitzero"` // one of OpenProgrammes
	// Country is what is known of the customer's country. It is two questions and no market, for Azure in Open is available
	// where there are partners for Open volume licensing and Azure is sold directly (OPEN-12), and the record has a list of
	// neither: the page on Azure in Open links none. Who knows the countries of its own partners answers for them.
	Country markets.OpenOffer `json:"country,omitzero"`
	// Government says whether it is for the cloud of Azure Government.
	Government rules.Truth `json:"government,omitzero"`
}

// OpenPurchaseFacts is what the rules on buying Azure in Open look at.
type OpenPurchaseFacts struct {
	Open       rules.Truth `json:"open,omitzero"`      // the programme is one of Open
	Sells      rules.Truth `json:"sells,omitzero"`     // it sells Azure on the day
	Available  rules.Truth `json:"available,omitzero"` // Azure in Open is available in the country
	Government rules.Truth `json:"government,omitzero"`
}

// An OpenPurchaseAnswer says whether Azure in Open can be bought, with the decisions it stands on.
type OpenPurchaseAnswer struct {
	Decision  rules.Decision[rules.Truth] `json:"decision"`
	Programme rules.Decision[rules.Truth] `json:"programme"` // what [Rules.MayBuyThrough] says of the programme
	Country   rules.Decision[rules.Truth] `json:"country"`   // what [markets.IsOpenAvailable] says of the country
}

// Equal reports whether both are the same answer for the same reasons.
func (a OpenPurchaseAnswer) Equal(other OpenPurchaseAnswer) bool {
	return a.Decision.Equal(other.Decision) && a.Programme.Equal(other.Programme) && a.Country.Equal(other.Country)
}

// MayBuyInOpen is [Rules.MayBuyInOpen] of the [Published] rules.
func MayBuyInOpen(day terms.Day, purchase OpenPurchase) OpenPurchaseAnswer {
	return Published().MayBuyInOpen(day, purchase)
}

// MayBuyInOpen says whether Azure in Open can be bought on a day: through one of its programmes (OPEN-07) while that sells
// (OPEN-11), in a country that has partners for Open volume licensing and where Azure is sold directly (OPEN-12), and not
// for Azure Government (OPEN-14). What it is that the customer can use then, [Rules.OpenWayTo] says; prices are those of
// consumption and differ by service, as Azure Backup's from those of basic Storage (OPEN-30); availability, quotas and
// service levels are those of the pay-as-you-go offer (OPEN-31), and not every service is offered in every data centre
// location (OPEN-26). That Azure in Open is sold is on record up to 22 July 2025; a finding about a later day says that its
// answer goes by that.
func (r *Rules) MayBuyInOpen(day terms.Day, purchase OpenPurchase) OpenPurchaseAnswer {
	programme := r.MayBuyThrough(day, ChannelUse{purchase.Programme})
	country := r.markets.IsOpenAvailable(day, purchase.Country)
	decision := r.openPurchase.Explain(day, OpenPurchaseFacts{
		Open:       rules.Given(purchase.Programme != 0, purchase.Programme.IsOpen()),
		Sells:      programme.Outcome,
		Available:  country.Outcome,
		Government: purchase.Government,
	})
	return OpenPurchaseAnswer{decision, programme, country}
}

// OpenPurchaseSet gives the set that [Rules.MayBuyInOpen] asks, licensing/openpurchase.
func (r *Rules) OpenPurchaseSet() *rules.Set[OpenPurchaseFacts, rules.Truth] { return r.openPurchase }

// EditOpenPurchase gives the rules with changes to the set of [Rules.MayBuyInOpen].
func (r *Rules) EditOpenPurchase(e rules.Edit[OpenPurchaseFacts, rules.Truth]) (*Rules, error) {
	changed := *r
	return rulebook.Edited(&changed, &changed.openPurchase, e)
}

// A KeySale is a sale of an OSA key, from one party to another.
type KeySale struct {
	Seller Party `json:"seller"`
	Buyer  Party `json:"buyer"`
}

// KeySales gives the sales by which an OSA key comes to the customer: a reseller buys it from a distributor and sells it to
// the customer (OPEN-29).
func KeySales() []KeySale { return []KeySale{{Distributor, Reseller}, {Reseller, Customer}} }
