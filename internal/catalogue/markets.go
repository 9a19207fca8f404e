package catalogue

import (
	"fmt"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/internal/samples"
	"github.com/cloudterms/terms/markets"
	"github.com/cloudterms/terms/rules"
)

func marketsRow() Package {
	published, checked := markets.Published(), terms.MustParseDay("2026-11-22")
	return Package{
		Name:    "markets",
		Answers: []string{"SW-02", "OPEN-12", "CSP-19", "CSP-31"},
		About:   published.About(), Messages: markets.Messages(),
		Samples: []Sampled{
			Sample(published.ReservationSet(), samples.MarketsReservations()),
			Sample(published.TopUpSet(), samples.MarketsTopUps()),
			Sample(published.SaleSet(), samples.MarketsSales()),
			Sample(published.EnrolmentSet(), samples.MarketsEnrolments()),
			Sample(published.PlanOfferSet(), samples.MarketsPlanOffers()),
			Sample(published.OpenOfferSet(), samples.MarketsOpenOffers()),
			Sample(published.BillingSet(), samples.MarketsBillings()),
		},
		Covers: []Cover{
			{"SW-02", terms.SpanFrom(terms.MustParseDay("2019-10-18")), checked, Asked{
				Symbol: "markets.Rules.ReservationsExcluded", Ask: withoutReservations, Want: namedWithoutReservations(),
			}},
		},
	}
}

// withoutReservations gives those of the markets that the source names which are on the list, by their names there.
func withoutReservations() (any, error) {
	version, err := markets.Published().ReservationsExcluded(markets.BuyingPages).On(terms.MustParseDay("2026-11-22"))
	if err != nil {
		return nil, err
	}
	var listed []string
	for _, name := range namedWithoutReservations() {
		m, err := markets.Lookup(name, markets.Swedish)
		if err != nil {
			return nil, err
		}
		if version.Contains(m) == rules.Yes {
			listed = append(listed, name)
		}
	}
	if len(listed) != len(version.Entries) {
		return nil, fmt.Errorf("the list has %d markets, of which the source names %d", len(version.Entries), len(listed))
	}
	return listed, nil
}

// namedWithoutReservations gives the markets that the source of SW-02 names, column by column.
func namedWithoutReservations() []string {
	return strings.Split(strings.TrimSpace(`
Åland
Amerikanska Samoa
Andorra
Anguilla
Antarktis
Antigua och Barbuda
Aruba
Azerbajdzjan
Benin
Bhutan
Bonaire
Bouvetön
Brittiska territoriet i Indiska Oceanen
Brittiska Jungfruöarna
Burkina Faso
Burundi
Kambodja
Centralafrikanska Republiken
Tchad
Kina
Julön
Kokosöarna
Komorerna
Kongo
Kongo (DR)
Cooköarna
Djibouti
Dominica
Ekvatorialguinea
Eritrea
Falklandsöarna
Franska Guyana
Franska Polynesien
Franska sydterritorierna
Gabon
Gambia
Gibraltar
Grönland
Grenada
Guadeloupe
Guam
Guernsey
Guinea
Guinea-Bissau
Guyana
Haiti
Heard- och McDonaldöarna
Isle of Man
Jan Mayen
Jersey
Kiribati
Kosovo
Laos
Lesotho
Liberia
Madagaskar
Malawi
Maldiverna
Mali
Marshallöarna
Martinique
Mauretanien
Mayotte
Mikronesien
Montserrat
Moçambique
Myanmar
Nauru
Nya Kaledonien
Niger
Niue
Norfolkön
Nordmarianerna
Palau
Papua Nya Guinea
Pitcairnöarna
Réunion
Saba
Saint Barthélemy
Saint Lucia
Saint Martin
Saint-Pierre och Miquelon
Saint Vincent och Grenadinerna
Samoa
San Marino
São Tomé och Príncipe
Seychellerna
Sierra Leone
Sint Eustatius
Sint Maarten
Solomonöarna
Somalia
Sydgeorgien och Sydsandwichöarna
Sydsudan
S:t Helena, Ascension, Tristan da Cunha
Surinam
Svalbard
Swaziland
Timor-Leste
Togo
Tokelau
Tonga
Turks- och Caicosöarna
Tuvalu
Förenta staternas mindre öar i Oceanien och Västindien
Vanuatu
Vatikanstaten
Wallis- och Futunaöarna
Jemen
`), "\n")
}
