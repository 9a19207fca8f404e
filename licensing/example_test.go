package licensing_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

// A key bought on a leap day is activated in time, and then a day too late.
func Example() {
	key, err := licensing.ParseOSAKey("aaaaa-bbbbb-ccccc-ddddd-eeeee")
	if err != nil {
		fmt.Println(err)
		return
	}
	purchase, err := licensing.NewOSAPurchase(key, terms.MustParseDay("2016-02-29"),
		licensing.OSAToken{Units: 50, Currency: terms.SEK})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(purchase.CheckActivation(terms.MustParseDay("2021-02-28")))
	fmt.Println(purchase.CheckActivation(terms.MustParseDay("2021-03-01")))
	// Output:
	// <nil>
	// licensing: OSA key activated too late: key osa-7b7c7d680df4, on 2021-03-01; want a day from its purchase on 2016-02-29 to 2021-02-28
}

func ExampleParseOSAKey() {
	for _, text := range []string{
		"AAAAA-BBBBB-CCCCC-DDDDD-EEEEE",
		" aaaaabbbbbcccccdddddeeeee\n",
		"AAAAA-BBBBB-CCCCC-DDDDD-EEEE",
		"AAAAA-BBBB-BCCCCC-DDDDD-EEEEE",
		"AAAAA–BBBBB–CCCCC–DDDDD–EEEEE",
	} {
		key, err := licensing.ParseOSAKey(text)
		if wrong, ok := errors.AsType[*licensing.KeyError](err); ok {
			fmt.Println(wrong.Problem)
			continue
		}
		fmt.Println(key)
	}
	// Output:
	// *****-*****-*****-*****-EEEEE
	// *****-*****-*****-*****-EEEEE
	// 24 letters and digits
	// misplaced hyphen at character 11
	// character 6 is no letter A to Z, digit or hyphen
}

// Two spellings of a key are one key, also as the key of a map.
func ExampleOSAKey() {
	seen := map[licensing.OSAKey]bool{}
	for _, text := range []string{"AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", "aaaaabbbbbcccccdddddeeeee"} {
		key, err := licensing.ParseOSAKey(text)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(key.ID(), "seen before:", seen[key])
		seen[key] = true
	}
	fmt.Println(licensing.OSAKey{}.IsZero(), seen[licensing.OSAKey{}])
	// Output:
	// osa-7b7c7d680df4 seen before: false
	// osa-7b7c7d680df4 seen before: true
	// true false
}

func ExampleOSAKey_Format() {
	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	fmt.Printf("%v\n%q\n%#v\n", key, key, key)
	fmt.Println(key.String() == fmt.Sprint(key))
	// Output:
	// *****-*****-*****-*****-EEEEE
	// "*****-*****-*****-*****-EEEEE"
	// licensing.OSAKey("*****-*****-*****-*****-EEEEE")
	// true
}

func ExampleOSAKey_LogValue() {
	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
	log.Info("activating", "key", key, "id", key.ID())
	// Output:
	// level=INFO msg=activating key=*****-*****-*****-*****-EEEEE id=osa-7b7c7d680df4
}

// Reveal is for the activation itself.
func ExampleOSAKey_Reveal() {
	key, _ := licensing.ParseOSAKey("aaaaabbbbbcccccdddddeeeee")
	fmt.Println(key.Reveal())
	// Output:
	// AAAAA-BBBBB-CCCCC-DDDDD-EEEEE
}

func ExampleOSAKey_ID() {
	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	fmt.Println(key.ID())
	// Output:
	// osa-7b7c7d680df4
}

func ExampleOSAKey_MarshalText() {
	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	text, err := json.Marshal(map[string]any{"key": key, "none": licensing.OSAKey{}})
	fmt.Println(string(text), err)
	// Output:
	// {"key":"*****-*****-*****-*****-EEEEE","none":""} <nil>
}

func ExampleOSAKey_UnmarshalText() {
	var order struct {
		Key licensing.OSAKey `json:"key"`
	}
	for _, text := range []string{
		`{"key":"AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"}`,
		`{"key":"*****-*****-*****-*****-EEEEE"}`,
	} {
		err := terms.Decode(strings.NewReader(text), &order)
		if wrong, ok := errors.AsType[*licensing.KeyError](err); ok {
			fmt.Println(wrong)
			continue
		}
		fmt.Println(order.Key, err)
	}
	// Output:
	// *****-*****-*****-*****-EEEEE <nil>
	// licensing: not an OSA key: the key is masked; want the key itself, which cannot be had from its masked text
}

func ExampleNewOSAPurchase() {
	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	purchased := terms.MustParseDay("2023-01-02")

	purchase, err := licensing.NewOSAPurchase(key, purchased, licensing.OSAToken{Units: 50, Currency: terms.USD})
	fmt.Println(purchase, err)
	fmt.Println(purchase.Key(), purchase.Purchased(), purchase.Tokens()[0].Units)

	_, err = licensing.NewOSAPurchase(key, purchased, licensing.OSAToken{Units: 0, Currency: terms.USD})
	fmt.Println(err)
	// Output:
	// osa-7b7c7d680df4, purchased 2023-01-02: 50 × USD <nil>
	// *****-*****-*****-*****-EEEEE 2023-01-02 50
	// licensing: not a purchase of an OSA key: tokens/0/units is 0; want a whole number from 1 to 1000000
}

func ExampleOSAPurchase_LastActivationDay() {
	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	for _, purchased := range []string{"2016-02-28", "2016-02-29", "2016-03-01"} {
		purchase, err := licensing.NewOSAPurchase(key, terms.MustParseDay(purchased),
			licensing.OSAToken{Units: 1, Currency: terms.USD})
		fmt.Println(purchased, purchase.LastActivationDay(), err)
	}
	// Output:
	// 2016-02-28 2021-02-28 <nil>
	// 2016-02-29 2021-02-28 <nil>
	// 2016-03-01 2021-03-01 <nil>
}

func ExampleOSAPurchase_CheckActivation() {
	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	purchase, _ := licensing.NewOSAPurchase(key, terms.MustParseDay("2023-01-02"),
		licensing.OSAToken{Units: 1, Currency: terms.USD})
	for _, day := range []string{"2023-01-01", "2023-01-02", "2028-01-02", "2028-01-03"} {
		err := purchase.CheckActivation(terms.MustParseDay(day))
		switch {
		case errors.Is(err, licensing.ErrActivatedTooLate):
			fmt.Println(day, "too late")
		case errors.Is(err, licensing.ErrActivatedBeforePurchase):
			fmt.Println(day, "too early")
		default:
			fmt.Println(day, err)
		}
	}
	fmt.Println(licensing.OSAPurchase{}.CheckActivation(terms.MustParseDay("2023-01-02")))
	// Output:
	// 2023-01-01 too early
	// 2023-01-02 <nil>
	// 2028-01-02 <nil>
	// 2028-01-03 too late
	// licensing: not given: the purchase; want one from NewOSAPurchase
}

func ExampleOSAPurchase_MarshalJSON() {
	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	purchase, _ := licensing.NewOSAPurchase(key, terms.MustParseDay("2023-01-02"),
		licensing.OSAToken{Units: 50, Currency: terms.USD})
	text, err := json.MarshalIndent(purchase, "", "  ")
	fmt.Println(string(text), err)
	// Output:
	// {
	//   "key": "*****-*****-*****-*****-EEEEE",
	//   "keyId": "osa-7b7c7d680df4",
	//   "purchased": "2023-01-02",
	//   "tokens": [
	//     {
	//       "units": 50,
	//       "currency": "USD"
	//     }
	//   ]
	// } <nil>
}

func ExampleOSAPurchase_UnmarshalJSON() {
	const text = `{
		"key": "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE",
		"purchased": "2023-01-02",
		"tokens": [{"units": 50, "currency": "USD"}]
	}`
	var purchase, again licensing.OSAPurchase
	fmt.Println(terms.Decode(strings.NewReader(text), &purchase))
	fmt.Println(terms.Decode(strings.NewReader(text), &again))
	fmt.Println(purchase.String(), purchase.IsZero(), purchase.Equal(again))

	impossible := strings.Replace(text, "2023-01-02", "2023-02-29", 1)
	err := terms.Decode(strings.NewReader(impossible), &purchase)
	if wrong, ok := errors.AsType[*terms.DecodeError](err); ok {
		fmt.Println(wrong.Path, errors.Is(err, terms.ErrDay))
	}
	// Output:
	// <nil>
	// <nil>
	// osa-7b7c7d680df4, purchased 2023-01-02: 50 × USD false true
	// /purchased true
}

func ExampleParseRedemption() {
	redemption, err := licensing.ParseRedemption("addsCredit")
	fmt.Println(redemption == licensing.AddsCredit, err)

	_, err = licensing.ParseRedemption("renews")
	fmt.Println(err)
	// Output:
	// true <nil>
	// terms: not one of the names: "renews"; want redemption: one of activatesSubscription, addsCredit
}

func ExampleRedemption() {
	for _, redemption := range []licensing.Redemption{licensing.ActivatesSubscription, licensing.AddsCredit, 0} {
		text, err := json.Marshal(redemption)
		fmt.Println(string(text), redemption.String(), redemption.IsValid(), err)
	}
	var read licensing.Redemption
	fmt.Println(read.UnmarshalText([]byte("activatesSubscription")), read)
	// Output:
	// "activatesSubscription" activatesSubscription true <nil>
	// "addsCredit" addsCredit true <nil>
	// ""  false <nil>
	// <nil> activatesSubscription
}

func ExampleMayActivate() {
	purchased := terms.MustParseDay("2018-06-15")
	answer := licensing.MayActivate(purchased, licensing.OSAActivation{
		Activated: terms.MustParseDay("2023-06-16"), Redeemed: rules.No,
	})
	fmt.Println(answer.Decision.Outcome, answer.Last, answer.Within.Value)
	for _, finding := range answer.Decision.Findings {
		fmt.Println(finding.Rule, finding.Sources[0].Fact)
	}

	answer = licensing.MayActivate(purchased, licensing.OSAActivation{Activated: purchased})
	fmt.Println(answer.Decision.Err())
	// Output:
	// no 2023-06-15 P60M
	// licensing.osa.activation.late OPEN-08
	// rules: a fact that matters is not given: licensing/osa.activation on 2018-06-15: give redeemed
}

// A team whose agreement gives keys more time.
func ExampleRules_With() {
	const file = `{"owner": "Fabrikam licensing", "reason": "framework agreement, section 2",
		"figures": [{"timeline": "licensing.osa.activation.time", "span": "2018-01-01/..", "value": "P72M"}]}`
	var overlay rules.Overlay
	fmt.Println(terms.Decode(strings.NewReader(file), &overlay))
	house, err := licensing.Published().With(overlay)
	fmt.Println(err)

	key, _ := licensing.ParseOSAKey("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	purchase, _ := licensing.NewOSAPurchase(key, terms.MustParseDay("2018-06-15"), licensing.OSAToken{Units: 50, Currency: terms.USD})
	fmt.Println(house.LastActivationDay(purchase))
	fmt.Println(house.CheckActivation(purchase, terms.MustParseDay("2024-06-16")))
	fmt.Println(purchase.LastActivationDay())
	// Output:
	// <nil>
	// <nil>
	// 2024-06-15 <nil>
	// licensing: OSA key activated too late: key osa-7b7c7d680df4, on 2024-06-16; want a day from its purchase on 2018-06-15 to 2024-06-15 (as Fabrikam licensing has it: framework agreement, section 2)
	// 2023-06-15
}

// What the rules are, for a list or a catalogue.
func ExampleRules_About() {
	for _, about := range licensing.Published().About() {
		fmt.Println(about.Kind, about.ID, about.Question)
	}
	known, err := licensing.Published().AsKnown(terms.MustParseDay("2020-01-01"))
	fmt.Println(known.OSAActivationSet().KnownOn(), err)
	reading, err := known.OSAActivationTime().On(terms.MustParseDay("2018-06-15"))
	fmt.Println(reading.Value, reading.Sources[0].Document, err)
	// Output:
	// set licensing/osa.activation May the OSA key be activated?
	// timeline licensing.osa.activation.time The months from its purchase within which an OSA key can be activated.
	// set licensing/keyuse May the key be used for this?
	// set licensing/redemption May the key be redeemed for this?
	// set licensing/action Which action is to be chosen for a key?
	// timeline licensing.key.months The months of service that a product key gives its users from the day it is redeemed.
	// timeline licensing.extension.factor How many times the active licences a key that extends the end date may have.
	// timeline licensing.extension.limit The months by which an end date can be extended at most.
	// timeline licensing.kms.grace The days for which a device usually stays active that a key management service activated.
	// set licensing/cotermination May the end of the subscription be aligned?
	// set licensing/autorenewal Does the software subscription renew itself at the end of its term?
	// set licensing/visibility Is the software subscription shown there?
	// set licensing/softwarebilling Can the software subscription be billed by this cycle?
	// set licensing/softwareneed What does the product need before it can be used?
	// set licensing/task May somebody in this role do this?
	// set licensing/acquisition Does a partner acquire this for the customer through Partner Center and the Azure portal?
	// set licensing/order Do the agreements permit a new order for the customer?
	// set licensing/attestation May the customer's acceptance of the Microsoft Customer Agreement be attested?
	// set licensing/benefit Does the member have the benefit by this offer?
	// set licensing/benefit.activation How is the benefit activated?
	// set licensing/benefit.assignment May the Azure credit be assigned to this user?
	// set licensing/benefit.user May the users of the Azure credit be changed so?
	// timeline licensing.benefit.reassignments How many times the user of a monthly credit can be replaced.
	// 2020-01-01 <nil>
	// P60M Get started with Azure in Open Licensing (sv-se) <nil>
}

// A rule in Go, for a team with a store of its own for keys that were handed back.
func ExampleRules_EditOSAActivation() {
	house, err := licensing.Published().EditOSAActivation(rules.Edit[licensing.OSAActivationFacts, rules.Truth]{
		Owner: "Fabrikam licensing", Reason: "keys handed back within a month are issued again",
		SwitchOff: []rules.ID{"licensing.osa.activation.early"},
	})
	fmt.Println(err)
	for rule := range house.OSAActivationSet().Rules() {
		fmt.Println(rule.ID, rule.IsOff())
	}
	// Output:
	// <nil>
	// licensing.osa.activation.inTime false
	// licensing.osa.activation.late false
	// licensing.osa.activation.early true
	// licensing.osa.activation.redeemed false
}
