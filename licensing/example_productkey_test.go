package licensing_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func ExampleParseProductKey() {
	benefit, err := licensing.ParseProductKey(licensing.PartnerBenefit, "aaaa1-bbbb2-cccc3-dddd4-eeee5")
	fmt.Println(benefit, benefit.Kind(), benefit.ID(), err)
	software, err := licensing.ParseProductKey(licensing.SoftwareSubscription, "0123456789ABCDEF0123456789ABCDEF")
	fmt.Println(software, software.Kind(), software.ID(), err)
	_, err = licensing.ParseProductKey(licensing.PartnerBenefit, "0123456789ABCDEF0123456789ABCDEF")
	fmt.Println(err)
	// Output:
	// *****-*****-*****-*****-EEEE5 partnerBenefit benefit-afec32decc8c <nil>
	// ***************************BCDEF softwareSubscription software-13c5f3ea2f5e <nil>
	// licensing: not a product key: 32 letters and digits; want 25 letters A to Z and digits, in five groups of five joined by hyphens or not grouped
}

// A key goes into the texts of a program masked, and comes out by one method.
func ExampleProductKey() {
	key, _ := licensing.ParseProductKey(licensing.OnlineServiceActivation, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")
	text, err := json.Marshal(key)
	fmt.Println(string(text), err)
	fmt.Printf("%v %q %#v %t\n", key, key.String(), key, key.IsZero())
	slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})).Info("redeeming", "key", key)
	osa, ok := key.OSAKey()
	fmt.Println(osa.ID() == key.ID(), ok)
	fmt.Println(key.Reveal())
	// Output:
	// "*****-*****-*****-*****-EEEEE" <nil>
	// *****-*****-*****-*****-EEEEE "*****-*****-*****-*****-EEEEE" licensing.ProductKey("*****-*****-*****-*****-EEEEE") false
	// level=INFO msg=redeeming key=*****-*****-*****-*****-EEEEE
	// true true
	// AAAAA-BBBBB-CCCCC-DDDDD-EEEEE
}

// A parsed key, as it is redeemed on a subscription: one of a partner benefit extends it, one that activates software does not.
func ExampleProductKey_LicenceKey() {
	on := terms.MustParseDay("2021-10-01")
	for _, kind := range []licensing.KeyKind{licensing.PartnerBenefit, licensing.MultipleActivation} {
		parsed, err := licensing.ParseProductKey(kind, "AAAA1-BBBB2-CCCC3-DDDD4-EEEE5")
		if err != nil {
			fmt.Println(err)
			continue
		}
		key := parsed.LicenceKey("microsoft 365 e3", 25)
		key.Redeemed = rules.No
		result, err := licensing.Extend(hundred(), licensing.DefaultReckoning(), licensing.KeyRedemption{Key: key, Action: licensing.ExtendEndDate, Day: on})
		fmt.Println(kind, result.After.End, errors.Is(err, licensing.ErrRefused))
	}
	// Output:
	// partnerBenefit 2022-03-31 false
	// multipleActivation  true
}

// A key of a key management service is not for what was purchased through CSP.
func ExampleMayUseKey() {
	on := terms.MustParseDay("2023-05-01")
	for _, kind := range []licensing.KeyKind{licensing.MultipleActivation, licensing.KeyManagementService} {
		decision := licensing.MayUseKey(on, licensing.KeyUseFacts{Kind: kind, Purpose: licensing.ToActivateSoftware, CSP: rules.Yes})
		fmt.Println(kind, decision.Outcome, decision.Findings[0].Sources[0].Fact)
	}
	fmt.Println(licensing.PartnerBenefit.IsSingleUse(), licensing.PartnerBenefit.Lengths(), licensing.PartnerBenefit.IsValid())
	fmt.Println(licensing.MultipleActivation.IsSingleUse(), licensing.MultipleActivation.Lengths(), licensing.KeyKind(0).IsValid())
	fmt.Println(licensing.Published().KeyUseSet().ID())
	// Output:
	// multipleActivation yes SW-07
	// keyManagementService no SW-07
	// true [25] true
	// false [25 32] false
	// licensing/keyuse
}

// The last day to activate a device anew that volume licensing activated, so that its move to CSP brings no downtime.
func ExampleLastKMSDay() {
	for _, activated := range []string{"2023-01-01", "2024-01-01"} {
		last, err := licensing.LastKMSDay(terms.MustParseDay(activated), licensing.GraceFromActivationDay)
		fmt.Println(activated, last, err)
	}
	// Output:
	// 2023-01-01 2023-06-29 <nil>
	// 2024-01-01 2024-06-28 <nil>
}
