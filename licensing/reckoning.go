package licensing

// A Reckoning names every choice that the record leaves open, or contradicts itself on, about what a key does to a
// subscription. A field that is not given is [ErrRequest], which names the default; start from [DefaultReckoning].
type Reckoning struct {
	Unit     TimeUnit       `json:"unit"`     // what time is counted in
	Rounding Rounding       `json:"rounding"` // how an end date is made of a time that is not whole days
	Limit    ExtensionLimit `json:"limit"`    // what the limit of three years is held against
	Expiry   ExpiryDay      `json:"expiry"`   // whether a key can be redeemed on the day its benefit expires
}

// DefaultReckoning gives the reckoning that the pages on partner benefits support best. The constant each field is set to
// says what it stands on.
func DefaultReckoning() Reckoning {
	return Reckoning{Unit: CalendarMonths, Rounding: RoundDown, Limit: LimitAddedTime, Expiry: ExpiryDayCounts}
}

// A TimeUnit is what licence-time is counted in, [CalendarMonths] or [CalendarDays]. The record says neither. Its texts,
// in JSON too, are calendarMonths and calendarDays.
type TimeUnit uint8

const (
	_ TimeUnit = iota
	// CalendarMonths counts calendar months. The time left when licences are added is the whole months from the day of
	// redemption, and of the month begun then the share of its days; an end date that is extended moves by months from where
	// it is (MPN-21). It is the default: the formula has "12 months" in it, and all scenarios are in whole months (MPN-13,
	// MPN-14, MPN-15), which days would miss by one or two. Where the month reached has no such day its last is taken, and
	// the next key counts from there: one month twice from 31 January ends on 28 March, two months at once on 31 March.
	CalendarMonths
	// CalendarDays counts days, as resellers do. The 12 months of a key are the days from its redemption to the same day a
	// year later, 365 or 366.
	CalendarDays
)

// A Rounding says how a time that is not whole days makes an end date: [RoundDown], [RoundNearest] or [RoundUp]. The
// record says nothing; that no time is lost (MPN-11) can be held in whole days only by chance, so what rounding leaves
// over is told in every [RedemptionResult]. Its texts, in JSON too, are down, nearest and up.
type Rounding uint8

const (
	_ Rounding = iota
	// RoundDown leaves out the last day if it is not whole. It is the default: nobody is promised a day that was not
	// purchased.
	RoundDown
	// RoundNearest rounds to the nearest day, and half a day up.
	RoundNearest
	// RoundUp makes a day that is begun a whole one.
	RoundUp
)

// An ExtensionLimit says what the limit of three years is held against when an end date is extended (MPN-16):
// [LimitAddedTime] or [LimitResultingEnd]. Its texts, in JSON too, are addedTime and resultingEnd.
type ExtensionLimit uint8

const (
	_ ExtensionLimit = iota
	// LimitAddedTime holds it against the time one key adds. It is the default: the page says that the end date can be
	// extended by three years at most, and gives that as the reason why a key of more than three times the licences is
	// refused.
	LimitAddedTime
	// LimitResultingEnd holds it against the new end date, which then lies three years after the redemption at most. The
	// picture of the error message says that the end date would pass a limit.
	LimitResultingEnd
)

// An ExpiryDay says whether a key can still be redeemed on the expiry date of its benefit: [ExpiryDayCounts] or
// [ExpiryDayIsOver]. Its texts, in JSON too, are counts and isOver.
type ExpiryDay uint8

const (
	_ ExpiryDay = iota
	// ExpiryDayCounts lets it be redeemed on that date. It is the default: the date is the last on which the right may be
	// used (MPN-17).
	ExpiryDayCounts
	// ExpiryDayIsOver lets it be redeemed before that date only, as the example in the questions and answers on benefits of
	// 2020-12-15 words it.
	ExpiryDayIsOver
)

// each gives what the time of one licence is counted in.
func (r Reckoning) each() TimeMeasure {
	if r.Unit == CalendarDays {
		return DaysEach
	}
	return MonthsEach
}

// all gives what the time of many licences is counted in.
func (r Reckoning) all() TimeMeasure {
	if r.Unit == CalendarDays {
		return LicenceDays
	}
	return LicenceMonths
}

func (r Reckoning) check() error {
	byDefault := DefaultReckoning()
	switch {
	case !timeUnitNames.Valid(r.Unit):
		return choiceError("unit", timeUnitNames, r.Unit, byDefault.Unit)
	case !roundingNames.Valid(r.Rounding):
		return choiceError("rounding", roundingNames, r.Rounding, byDefault.Rounding)
	case !extensionLimitNames.Valid(r.Limit):
		return choiceError("limit", extensionLimitNames, r.Limit, byDefault.Limit)
	case !expiryDayNames.Valid(r.Expiry):
		return choiceError("expiry", expiryDayNames, r.Expiry, byDefault.Expiry)
	}
	return nil
}
