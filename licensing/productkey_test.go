package licensing_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/licensing"
)

const (
	secretLongKey = "GGGGGHHHHHJJJJJKKKKKGGGGGHHLLLLL"
	maskedLongKey = "***************************LLLLL"
)

func keyKinds() []licensing.KeyKind {
	return []licensing.KeyKind{
		licensing.OnlineServiceActivation, licensing.PartnerBenefit, licensing.SoftwareSubscription,
		licensing.MultipleActivation, licensing.KeyManagementService,
	}
}

func TestParseProductKey(t *testing.T) {
	const (
		osa, benefit, software = licensing.OnlineServiceActivation, licensing.PartnerBenefit, licensing.SoftwareSubscription
		mak, kms               = licensing.MultipleActivation, licensing.KeyManagementService
	)
	tests := []struct {
		kind     licensing.KeyKind
		in, want string
	}{
		{osa, "aaaaabbbbbcccccdddddeeeee", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"},
		{benefit, " AAAA1-BBBB2-CCCC3-DDDD4-EEEE5\n", "AAAA1-BBBB2-CCCC3-DDDD4-EEEE5"},
		{mak, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"},
		{kms, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"},
		{software, "0123456789abcdef0123456789ABCDEF", "0123456789ABCDEF0123456789ABCDEF"},
		{software, "01234567-89ab-cdef-0123-456789abcdef", "0123456789ABCDEF0123456789ABCDEF"},
		{mak, "01234567-89ab-cdef-0123-456789abcdef", "0123456789ABCDEF0123456789ABCDEF"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.kind, " ", tt.in), func(t *testing.T) {
			t.Parallel()
			key, err := licensing.ParseProductKey(tt.kind, tt.in)
			require.NoError(t, err)
			assert.Equal(t, tt.want, key.Reveal())
			assert.Equal(t, tt.kind, key.Kind())
			assert.False(t, key.IsZero())
			again, err := licensing.ParseProductKey(tt.kind, key.Reveal())
			require.NoError(t, err)
			assert.True(t, key == again)
			assert.Equal(t, key.ID(), again.ID())
		})
	}
}

func TestParseProductKeyRefuses(t *testing.T) {
	const benefit, software, mak = licensing.PartnerBenefit, licensing.SoftwareSubscription, licensing.MultipleActivation
	tests := []struct {
		name     string
		kind     licensing.KeyKind
		in       string
		position int
		problem  string
		want     string
	}{
		{"no characters", benefit, "", 0, "no characters", "25 letters"},
		{"no characters of a long key", software, " ", 0, "0 letters and digits", "32 letters"},
		{"a long key for a benefit", benefit, secretLongKey, 0, "32 letters and digits", "25 letters"},
		{"a short key for software", software, secretKey, 0, "25 letters and digits", "32 letters"},
		{"31 characters", software, secretLongKey[1:], 0, "31 letters and digits", "32 letters"},
		{"33 characters", software, secretLongKey + "G", 0, "33 letters and digits", "32 letters"},
		{"neither length", mak, secretLongKey[1:], 0, "31 letters and digits", "or 32 letters"},
		{"a hyphen in front", software, "-" + secretLongKey, 1, "misplaced hyphen", "32 letters"},
		{"a hyphen at the end", software, secretLongKey + "-", 33, "misplaced hyphen", "32 letters"},
		{"two hyphens", software, secretLongKey[:8] + "--" + secretLongKey[8:], 10, "misplaced hyphen", "32 letters"},
		{"a space", software, secretLongKey[:8] + " " + secretLongKey[8:], 9, "character 9 is no letter", "32 letters"},
		{"another script", software, "Ö" + secretLongKey[1:], 1, "character 1 is no letter", "32 letters"},
		{"the masked key", benefit, maskedKey, 0, "the key is masked", "the key itself"},
		{"the masked long key", software, maskedLongKey, 0, "the key is masked", "the key itself"},
		{"the masked long key as one of both lengths", mak, maskedLongKey, 0, "the key is masked", "the key itself"},
		{"257 bytes", software, strings.Repeat("A", 257), 0, "a text of 257 bytes", "32 letters"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			key, err := licensing.ParseProductKey(tt.kind, tt.in)
			assert.True(t, key.IsZero())
			require.ErrorIs(t, err, licensing.ErrProductKey)
			require.NotErrorIs(t, err, licensing.ErrOSAKey)
			var wrong *licensing.KeyError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, tt.position, wrong.Position)
			assert.Contains(t, wrong.Problem, tt.problem)
			assert.Contains(t, wrong.Want, tt.want)
			hides(t, "the error", err.Error())
		})
	}
	_, err := licensing.ParseProductKey(0, secretKey)
	require.ErrorIs(t, err, licensing.ErrRequest)
	_, err = licensing.ParseProductKey(6, secretKey)
	require.ErrorIs(t, err, licensing.ErrRequest)
	hides(t, "the error", err.Error())
}

func TestAProductKeyDoesNotShowItself(t *testing.T) {
	for _, kind := range keyKinds() {
		for secret, masked := range map[string]string{secretKey: maskedKey, secretLongKey: maskedLongKey} {
			key, err := licensing.ParseProductKey(kind, secret)
			if err != nil {
				continue // not of that length
			}
			t.Run(fmt.Sprint(kind, " ", masked), func(t *testing.T) {
				t.Parallel()
				assert.Equal(t, masked, key.String())
				assert.Equal(t, "licensing.ProductKey(\""+masked+"\")", fmt.Sprintf("%#v", key))
				text, err := json.Marshal(map[string]any{"key": key})
				require.NoError(t, err)
				assert.JSONEq(t, `{"key": "`+masked+`"}`, string(text))
				hides(t, "the id", key.ID())
				for _, verb := range []string{"%v", "%+v", "%s", "%q", "%x", "%d", "%#v", "%60s", "%-60s|"} {
					hides(t, verb, fmt.Sprintf(verb, key))
					hides(t, verb+" of a pointer", fmt.Sprintf(verb, &key))
					hides(t, verb+" within", fmt.Sprintf(verb, struct{ key licensing.ProductKey }{key}))
				}
				var log bytes.Buffer
				slog.New(slog.NewTextHandler(&log, nil)).Info("redeeming", "key", key)
				hides(t, "the log", log.String())
				assert.Contains(t, log.String(), masked)
			})
		}
	}
}

func TestProductKeysHaveIDs(t *testing.T) {
	ids := map[string]licensing.KeyKind{}
	for _, kind := range keyKinds() {
		for _, secret := range []string{secretKey, secretLongKey} {
			if key, err := licensing.ParseProductKey(kind, secret); err == nil {
				assert.NotContains(t, ids, key.ID())
				ids[key.ID()] = kind
			}
		}
	}
	// An id is kept outside the program, so it must not change.
	assert.Equal(t, map[string]licensing.KeyKind{
		mustKey(t, secretKey).ID(): licensing.OnlineServiceActivation,
		"benefit-cacb2534ece6":     licensing.PartnerBenefit,
		"software-d7b49381c5ff":    licensing.SoftwareSubscription,
		"mak-1015b8febdc8":         licensing.MultipleActivation,
		"mak-a89930ef7223":         licensing.MultipleActivation,
		"kms-1d0541bea689":         licensing.KeyManagementService,
	}, ids)

	var none licensing.ProductKey
	assert.True(t, none.IsZero())
	assert.Empty(t, none.ID()+none.String()+none.Reveal())
	assert.Zero(t, none.Kind())
}

func TestAProductKeyIsAnOSAKey(t *testing.T) {
	for _, kind := range keyKinds() {
		key, err := licensing.ParseProductKey(kind, secretKey)
		if err != nil {
			continue
		}
		osa, ok := key.OSAKey()
		assert.Equal(t, kind == licensing.OnlineServiceActivation, ok)
		assert.Equal(t, ok, osa == mustKey(t, secretKey))
	}
}

func TestKeyKinds(t *testing.T) {
	once := map[licensing.KeyKind]bool{licensing.OnlineServiceActivation: true, licensing.PartnerBenefit: true}
	for _, kind := range keyKinds() {
		assert.True(t, kind.IsValid())
		assert.Equal(t, once[kind], kind.IsSingleUse(), kind)
	}
	assert.Equal(t, []int{25, 32}, licensing.MultipleActivation.Lengths())
	assert.Equal(t, []int{25}, licensing.KeyManagementService.Lengths())
	assert.Empty(t, licensing.KeyKind(0).Lengths())
	assert.False(t, licensing.KeyKind(0).IsValid())
	assert.False(t, licensing.KeyKind(6).IsValid())
}
