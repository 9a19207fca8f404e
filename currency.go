package terms

// A Currency is one of the currencies of ISO 4217, active ones and those that were replaced
// while Microsoft billed in them. The zero Currency means "not given". Its text is
// the alphabetic code; the number behind a constant is not stable and never written.
type Currency uint16

type currencyRow struct {
	code      string
	digits    int
	name      string
	successor Currency
	replaced  Day
}

// ParseCurrency reads an ISO 4217 code in capitals, such as SEK. Anything else is
// [ErrCurrency]: other codes and other cases are never guessed at.
func ParseCurrency(code string) (Currency, error) {
	for c := Currency(1); int(c) < len(currencyTable); c++ {
		if currencyTable[c].code == code {
			return c, nil
		}
	}
	return 0, parseError(ErrCurrency, code, "an ISO 4217 code in capitals, such as USD")
}

// IsZero reports whether no currency is given.
func (c Currency) IsZero() bool { return c == 0 }

// IsValid reports whether c is one of the currencies there are. The zero Currency is not.
func (c Currency) IsValid() bool { return c != 0 && int(c) < len(currencyTable) }

// Digits gives the number of digits of the currency's minor unit: 2 for USD, 0 for JPY, 3
// for KWD. It is 0 for a Currency that is not valid.
func (c Currency) Digits() int { return c.row().digits }

// Name gives the currency's name in English, as ISO 4217 has it.
func (c Currency) Name() string { return c.row().name }

// Successor gives the currency that replaced c and the day from which it did, and whether
// there is one: Bulgaria's lev gave way to the euro on 2026-01-01.
func (c Currency) Successor() (Currency, Day, bool) {
	row := c.row()
	return row.successor, row.replaced, row.successor.IsValid()
}

// String gives the currency's code, and nothing for the zero Currency.
func (c Currency) String() string { return c.row().code }

// MarshalText gives the currency's code, and empty text for the zero Currency. A number
// that is no Currency is [ErrCurrency].
func (c Currency) MarshalText() ([]byte, error) {
	if !c.IsZero() && !c.IsValid() {
		return nil, c.check()
	}
	return []byte(c.String()), nil
}

// UnmarshalText reads what [ParseCurrency] reads, and empty text as the zero Currency.
// On an error it leaves c as it was.
func (c *Currency) UnmarshalText(text []byte) error { return unmarshalText(text, c, ParseCurrency) }

func (c Currency) row() currencyRow {
	if int(c) >= len(currencyTable) {
		return currencyRow{}
	}
	return currencyTable[c]
}

// check gives an error unless c is one of the currencies there are.
func (c Currency) check() error {
	if c.IsValid() {
		return nil
	}
	return parseError(ErrCurrency, c.String(), "an ISO 4217 currency, such as terms.USD")
}

// label gives the code for an error's text, where "nothing" has to be said in words.
func (c Currency) label() string {
	if code := c.String(); code != "" {
		return code
	}
	return "no currency"
}
