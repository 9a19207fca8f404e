package licensing_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func TestMayUseKey(t *testing.T) {
	const (
		osa, benefit, software = licensing.OnlineServiceActivation, licensing.PartnerBenefit, licensing.SoftwareSubscription
		mak, kms               = licensing.MultipleActivation, licensing.KeyManagementService
		start, change          = licensing.ToStartSubscription, licensing.ToChangeSubscription
		credit, activate       = licensing.ToAddCredit, licensing.ToActivateSoftware
		none                   = rules.ID("")
	)
	tests := []struct {
		kind          licensing.KeyKind
		purpose       licensing.KeyPurpose
		csp, redeemed rules.Truth
		want          rules.Truth
		by            rules.ID
	}{
		{osa, start, rules.No, rules.No, rules.Yes, "licensing.keyuse.osa.subscription"},
		{osa, change, rules.No, rules.No, rules.Yes, "licensing.keyuse.osa.subscription"},
		{osa, credit, rules.No, rules.No, rules.Yes, "licensing.keyuse.osa.credit"},
		{osa, credit, rules.No, rules.Yes, rules.No, "licensing.keyuse.once"},
		{osa, credit, rules.No, rules.Unknown, rules.Unknown, none},
		{osa, activate, rules.No, rules.No, rules.No, none},
		{benefit, start, rules.No, rules.No, rules.Yes, "licensing.keyuse.benefit"},
		{benefit, change, rules.No, rules.No, rules.Yes, "licensing.keyuse.benefit"},
		{benefit, change, rules.No, rules.Yes, rules.No, "licensing.keyuse.once"},
		{benefit, credit, rules.No, rules.No, rules.No, none},
		{benefit, activate, rules.No, rules.No, rules.No, none},
		{software, activate, rules.Yes, rules.No, rules.Yes, "licensing.keyuse.software"},
		{software, activate, rules.Yes, rules.Yes, rules.Yes, "licensing.keyuse.software"},
		{software, activate, rules.No, rules.No, rules.No, none},
		{software, activate, rules.Unknown, rules.No, rules.Unknown, none},
		{software, start, rules.Yes, rules.No, rules.No, none},
		{mak, activate, rules.Yes, rules.No, rules.Yes, "licensing.keyuse.mak"},
		{mak, activate, rules.No, rules.Yes, rules.Yes, "licensing.keyuse.mak"},
		{mak, activate, rules.Unknown, rules.Unknown, rules.Yes, "licensing.keyuse.mak"},
		{mak, credit, rules.No, rules.No, rules.No, none},
		{kms, activate, rules.No, rules.No, rules.Yes, "licensing.keyuse.kms"},
		{kms, activate, rules.Yes, rules.No, rules.No, "licensing.keyuse.kms.csp"},
		{kms, activate, rules.Unknown, rules.No, rules.Unknown, none},
		{kms, start, rules.No, rules.No, rules.No, none},
		{0, start, rules.No, rules.No, rules.Unknown, none},
		{osa, 0, rules.No, rules.No, rules.Unknown, none},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s %s, csp %q, redeemed %q", tt.kind, tt.purpose, tt.csp, tt.redeemed), func(t *testing.T) {
			t.Parallel()
			got := licensing.MayUseKey(day("2023-05-01"), licensing.KeyUseFacts{
				Kind: tt.kind, Purpose: tt.purpose, CSP: tt.csp, Redeemed: tt.redeemed,
			})
			assert.Equal(t, tt.want, got.Outcome)
			if tt.by == none {
				assert.Empty(t, got.Findings)
				return
			}
			assert.Equal(t, tt.by, got.Findings[0].Rule)
		})
	}
}

func TestChooseAction(t *testing.T) {
	tests := []struct {
		status licensing.SubscriptionStatus
		aim    licensing.RenewalAim
		want   licensing.KeyAction
		fact   string
	}{
		{licensing.StatusActive, licensing.MoreTime, licensing.ExtendEndDate, "MPN-24"},
		{licensing.StatusActive, licensing.MoreLicences, licensing.AddLicences, "MPN-10"},
		{licensing.StatusActive, licensing.MoreOfBoth, licensing.ExtendEndDate, "MPN-24"},
		{licensing.StatusNone, licensing.MoreLicences, licensing.ActivateAsNew, "MPN-08"},
		{licensing.StatusExpired, licensing.MoreTime, licensing.ActivateAsNew, "MPN-08"},
		{licensing.StatusDisabled, 0, licensing.ActivateAsNew, "MPN-08"},
		{licensing.StatusActive, 0, 0, ""},
		{0, licensing.MoreTime, 0, ""},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s, %s", tt.status, tt.aim), func(t *testing.T) {
			t.Parallel()
			got := licensing.ChooseAction(day("2021-10-01"), licensing.ActionFacts{Status: tt.status, Aim: tt.aim})
			assert.Equal(t, tt.want, got.Outcome)
			if tt.fact == "" {
				assert.Equal(t, rules.Undetermined, got.Status)
				return
			}
			assert.Len(t, got.Findings, 1)
			assert.Equal(t, tt.fact, got.Findings[0].Sources[0].Fact)
		})
	}
}
