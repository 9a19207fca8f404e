package licensing_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/cloudterms/terms/licensing"
	"github.com/cloudterms/terms/rules"
)

func TestRenewsItself(t *testing.T) {
	tests := []struct {
		name      string
		purchased string
		setting   licensing.RenewalSwitch
		want      rules.Truth
		by        rules.ID
	}{
		{"the day before", "2021-10-13", licensing.RenewalUntouched, rules.No, "licensing.autorenewal.before"},
		{"the day", "2021-10-14", licensing.RenewalUntouched, rules.Yes, "licensing.autorenewal.default"},
		{"the day after", "2021-10-15", licensing.RenewalUntouched, rules.Yes, "licensing.autorenewal.default"},
		{"the day before, whatever was switched", "2021-10-13", 0, rules.No, "licensing.autorenewal.before"},
		{"the day, and nobody says", "2021-10-14", 0, rules.Unknown, ""},
		{"switched on", "2021-10-14", licensing.RenewalOn, rules.Yes, "licensing.autorenewal.on"},
		{"switched off", "2021-10-14", licensing.RenewalOff, rules.No, "licensing.autorenewal.off"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := licensing.RenewsItself(day(tt.purchased), licensing.AutoRenewalFacts{Switch: tt.setting})
			assert.Equal(t, tt.want, got.Outcome)
			if tt.by != "" {
				assert.Equal(t, tt.by, got.Findings[0].Rule)
			}
		})
	}
}
