package licensing

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog" //nolint:depguard // no log is written: a key says how it is to appear in the caller's
	"slices"
	"strconv"
	"strings"
	"unique"
)

// A KeyKind says what kind of key a [ProductKey] is: [OnlineServiceActivation], [PartnerBenefit], [SoftwareSubscription],
// [MultipleActivation] or [KeyManagementService]. What each may be used for [Rules.MayUseKey] says. The zero KeyKind means
// "not given". Its texts, in JSON too, are onlineServiceActivation, partnerBenefit, softwareSubscription,
// multipleActivation and keyManagementService.
type KeyKind uint8

const (
	_ KeyKind = iota
	// OnlineServiceActivation is an OSA key of volume licensing, as an [OSAKey] is: 25 characters, redeemed once.
	OnlineServiceActivation
	// PartnerBenefit is the key of a partner benefit: 25 characters (MPN-08), redeemed once (MPN-07).
	PartnerBenefit
	// SoftwareSubscription is the key that Partner Center shows for software purchased through the Cloud Solution Provider
	// programme: 32 characters (SW-06). For some products it shows it without a choice of language, file type or operating
	// system.
	SoftwareSubscription
	// MultipleActivation is a multiple activation key (MAK), which activates a number of devices: 25 characters, or 32 as
	// Partner Center shows it (SW-06, SW-07).
	MultipleActivation
	// KeyManagementService is the key of a key management service (KMS), by which an organisation activates devices
	// itself: 25 characters. It is not permitted in the Cloud Solution Provider programme (SW-07).
	KeyManagementService
)

// IsValid reports whether k is one of the kinds. The zero KeyKind is not.
func (k KeyKind) IsValid() bool { return keyKindNames.Valid(k) }

// IsSingleUse reports whether a key of the kind is redeemed once only: OSA keys and those of partner benefits (MPN-07) are.
func (k KeyKind) IsSingleUse() bool { return k == OnlineServiceActivation || k == PartnerBenefit }

// Lengths gives the numbers of characters that a key of the kind can have: the one that Partner Center shows for software
// has 32 (SW-06), all others have 25, and a multiple activation key has either. A KeyKind that is not valid has none.
func (k KeyKind) Lengths() []int {
	switch k {
	case OnlineServiceActivation, PartnerBenefit, KeyManagementService:
		return []int{osaKeyLength}
	case SoftwareSubscription:
		return []int{longKeyLength}
	case MultipleActivation:
		return []int{osaKeyLength, longKeyLength}
	default:
		return nil
	}
}

// A ProductKey is a key of one of the kinds. As an [OSAKey] does, it does not show itself: every text it has is masked, but
// for the last five characters that people tell keys apart by. [ProductKey.Reveal] alone gives the key, and
// [ProductKey.ID] a name for it that is no secret, such as a [LicenceKey] has.
//
// A ProductKey is a comparable value; == and map keys work. The zero ProductKey means "not given".
type ProductKey struct {
	kind   KeyKind
	secret unique.Handle[string] // see OSAKey
}

const (
	longKeyLength = 32
	shownAtEnd    = groupLength
	maskedLong    = "***************************" // all but the end

	productKeyIDPrefix = "github.com/cloudterms/terms/licensing ProductKey id v1\n"
	wantLongKey        = "32 letters A to Z and digits, with or without single hyphens between them"
)

// ParseProductKey reads a key of a kind: 25 characters as [ParseOSAKey] reads them, or 32 letters and digits with or
// without single hyphens between them, for the record has no grouping of those. Capital and small letters are the same,
// and white space around the key is left out. Anything else is a [KeyError] wrapping [ErrProductKey], which never
// repeats the text, and so is masked text. A kind that is not given is [ErrRequest].
//
// Nothing is checked against Microsoft's service: a text of 25 characters can be a key of several kinds, and the caller
// knows where it is from.
func ParseProductKey(kind KeyKind, s string) (ProductKey, error) {
	if !kind.IsValid() {
		return ProductKey{}, requestError("kind", kind.String(), "one of "+keyKindNames.List())
	}
	if len(s) > maxKeyText {
		return ProductKey{}, productKeyError(fmt.Sprintf("a text of %d bytes", len(s)), 0, kind.wantKey())
	}
	text := strings.TrimSpace(s)
	if err := checkProductKey(kind, text); err != nil {
		return ProductKey{}, err
	}
	return ProductKey{kind, unique.Make(strings.ToUpper(strings.ReplaceAll(text, "-", "")))}, nil
}

func checkProductKey(kind KeyKind, text string) error {
	isLong := len(strings.ReplaceAll(text, "-", "")) == longKeyLength
	if lengths := kind.Lengths(); slices.Contains(lengths, longKeyLength) && (isLong || len(lengths) == 1) {
		return checkLongKey(text)
	}
	wrong, ok := errors.AsType[*KeyError](checkOSAKey(text))
	switch {
	case !ok:
		return nil
	case wrong.Want == wantOSAKey:
		return productKeyError(wrong.Problem, wrong.Position, kind.wantKey())
	default:
		return productKeyError(wrong.Problem, wrong.Position, wrong.Want)
	}
}

// wantKey says what a key of the kind looks like.
func (k KeyKind) wantKey() string {
	want := map[int]string{osaKeyLength: wantOSAKey, longKeyLength: wantLongKey}
	var wanted []string
	for _, length := range k.Lengths() {
		wanted = append(wanted, want[length])
	}
	return strings.Join(wanted, ", or ")
}

func checkLongKey(text string) error {
	if strings.HasPrefix(text, maskedLong) {
		return productKeyError("the key is masked", 0, "the key itself, which cannot be had from its masked text")
	}
	count, afterHyphen := 0, true // a key does not begin with one
	for i, r := range text {
		switch {
		case isLetterOrDigit(r):
			count++
		case r != '-':
			return productKeyError(fmt.Sprintf("character %d is no letter A to Z, digit or hyphen", i+1), i+1, wantLongKey)
		case afterHyphen || i == len(text)-1:
			return productKeyError(fmt.Sprintf("misplaced hyphen at character %d", i+1), i+1, wantLongKey)
		}
		afterHyphen = r == '-'
	}
	if count != longKeyLength {
		return productKeyError(fmt.Sprintf("%d letters and digits", count), 0, wantLongKey)
	}
	return nil
}

func productKeyError(problem string, position int, want string) error {
	return &KeyError{problem, position, want, ErrProductKey}
}

// Kind gives the kind, and the zero KeyKind for the zero ProductKey.
func (k ProductKey) Kind() KeyKind { return k.kind }

// IsZero reports whether no key is given.
func (k ProductKey) IsZero() bool { return k == ProductKey{} }

// OSAKey gives the key as an [OSAKey], and whether it is one.
func (k ProductKey) OSAKey() (OSAKey, bool) {
	if k.kind != OnlineServiceActivation {
		return OSAKey{}, false
	}
	return OSAKey{k.secret}, true
}

// LicenceKey gives the key as [Rules.Extend] and [Rules.PlanRenewal] take it: by its id and kind, for a product, with the
// licences it carries. Whether it was redeemed before and when its benefit expires are for the caller to add.
func (k ProductKey) LicenceKey(product string, licences int) LicenceKey {
	return LicenceKey{ID: k.ID(), Kind: k.kind, Product: product, Licences: licences}
}

// Reveal gives the key itself, in capitals: 25 characters in five groups, 32 without groups. It is the one method that
// does; what it gives belongs into the redemption and into a secret store, and nowhere else. The zero ProductKey gives
// empty text.
func (k ProductKey) Reveal() string {
	if k.isLong() {
		return k.secret.Value()
	}
	return OSAKey{k.secret}.Reveal()
}

func (k ProductKey) isLong() bool { return !k.IsZero() && len(k.secret.Value()) == longKeyLength }

// ID gives a name for the key that neither holds nor reveals any of it, the same in every run and release: for an OSA
// key what [OSAKey.ID] gives, for others their kind and 12 hexadecimal digits, as in benefit-0a1b2c3d4e5f. The zero
// ProductKey gives empty text.
func (k ProductKey) ID() string {
	if osa, ok := k.OSAKey(); ok {
		return osa.ID()
	}
	if k.IsZero() {
		return ""
	}
	sum := sha256.Sum256([]byte(productKeyIDPrefix + k.idPrefix() + k.secret.Value()))
	return k.idPrefix() + hex.EncodeToString(sum[:])[:keyIDDigits]
}

func (k ProductKey) idPrefix() string {
	switch k.kind {
	case PartnerBenefit:
		return "benefit-"
	case SoftwareSubscription:
		return "software-"
	case MultipleActivation:
		return "mak-"
	default:
		return "kms-"
	}
}

// String gives the masked key, with its last five characters to be seen, and nothing for the zero ProductKey.
func (k ProductKey) String() string {
	if k.isLong() {
		return maskedLong + k.secret.Value()[longKeyLength-shownAtEnd:]
	}
	return OSAKey{k.secret}.String()
}

// Format prints the masked key under every verb of fmt, with the width and flags a string would have. The verb %#v gives
// licensing.ProductKey("*****-*****-*****-*****-EEEEE").
func (k ProductKey) Format(f fmt.State, verb rune) {
	if verb == 'v' && f.Flag('#') {
		_, _ = fmt.Fprint(f, "licensing.ProductKey("+strconv.Quote(k.String())+")")
		return
	}
	_, _ = fmt.Fprintf(f, fmt.FormatString(f, verb), k.String())
}

// LogValue gives the masked key, for log/slog.
func (k ProductKey) LogValue() slog.Value { return slog.StringValue(k.String()) }

// MarshalText gives the masked key, and so does JSON. It never fails, and it does not read back: read a key with
// [ParseProductKey], which is told its kind.
func (k ProductKey) MarshalText() ([]byte, error) { return []byte(k.String()), nil }
