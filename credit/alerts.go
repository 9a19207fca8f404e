package credit

import (
	"time"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/rules"
)

// A Notice says which alert fired: [TokenLow], [TokenExpiring], [SubscriptionLow] or [Configured]. TokenLow and
// TokenExpiring are about tokens only: a top-up or a benefit runs low and lapses without one.
type Notice uint8

const (
	_ Notice = iota
	// TokenLow is a token's remaining balance at 30 % of its original balance (OPEN-21). Uses and returns make it fire;
	// a token that lapses or is forfeited does so without.
	TokenLow
	// TokenExpiring is 30 days to the expiry of a token that has credit left (OPEN-22).
	TokenExpiring
	// SubscriptionLow is all remaining credit at 30 % of what the lots whose time runs held
	// originally, those used up among them (OPEN-19). A lot that a return has reopened counts with what it holds,
	// and no longer with what it held. It fires instead of TokenLow under [LowCreditOfSubscription].
	SubscriptionLow
	// Configured is all remaining credit at the amount of one of the policy's alerts (OPEN-20,
	// OPEN-23).
	Configured
)

// A FiredAlert is one alert at the instant it fired.
type FiredAlert struct {
	At     time.Time `json:"at"`
	Notice Notice    `json:"notice"`
	// Lot is the token of TokenLow and TokenExpiring.
	Lot LotID `json:"lot,omitempty"`
	// Name and Recipients are those of the policy's alert that fired, for Configured.
	Name       string   `json:"name,omitempty"`
	Recipients []string `json:"recipients,omitempty"`
	// Left is the credit that was left: the token's, or all there was.
	Left terms.Money `json:"left"`
	// Threshold is the amount it was measured against, cut to 18 decimal places; TokenExpiring has none.
	Threshold terms.Money `json:"threshold,omitzero"`
	// Origin says who changed the figure by which it fired, if it is not the published one.
	Origin rules.Origin `json:"origin,omitzero"`
}

// firesAt gives the largest balance at which an alert fires whose amount is limit, or a
// little more where the limit is not exact.
func firesAt(limit units, exact bool, operator Operator) units {
	if operator == AtOrBelow || !exact || limit.isZero() {
		return limit
	}
	return limit.sub(units{lo: 1})
}

// alertRun is one alert on all remaining credit during a replay.
type alertRun struct {
	amount  units // what it is set at
	firesAt units
	index   int32 // among the policy's alerts; noIndex for SubscriptionLow
	fired   bool
	spent   bool // has fired, and may only once
}

// firing is an alert that fired, as a replay records it.
type firing struct {
	at        int64
	left      units
	threshold units
	lot       int32
	alert     int32
	notice    Notice
}

func (r *replayer) prepareAlerts() {
	for i, a := range r.book.policy.Alerts {
		amount, err := unitsOf(a.Amount.Amount())
		if err != nil {
			continue // New has refused it
		}
		limit := firesAt(amount, true, r.book.policy.AlertOperator)
		r.alerts = append(r.alerts, alertRun{amount: amount, firesAt: limit, index: int32(i)}) //nolint:gosec // at most five
	}
	if r.book.policy.LowCredit == LowCreditOfSubscription {
		r.alerts = append(r.alerts, alertRun{index: noIndex})
	}
}

// watchToken fires or re-arms the alert of low credit of a token whose balance has changed.
func (r *replayer) watchToken(lot int32, at int64) {
	b := r.book
	if b.policy.LowCredit != LowCreditOfToken || b.lots[lot].Kind != Token {
		return
	}
	state := &r.lots[lot]
	if b.runs[lot].lowAt.less(state.left) {
		state.lowFired = state.lowFired && b.policy.Rearm == FireOnce
		return
	}
	if state.lowFired {
		return
	}
	state.lowFired = true
	amount, _ := b.runs[lot].low.floor()
	r.firings = append(r.firings, firing{at: at, left: state.left, threshold: amount, lot: lot, notice: TokenLow})
}

// watchTotal fires or re-arms the alerts on all remaining credit, once credit has ever been
// granted.
func (r *replayer) watchTotal(at int64) {
	if !r.begun {
		return
	}
	for i := range r.alerts {
		a := &r.alerts[i]
		if r.total.above(a.firesAt) {
			a.fired = false
			continue
		}
		if a.fired || a.spent {
			continue
		}
		a.fired, a.spent = true, r.book.policy.Rearm == FireOnce
		notice := Configured
		if a.index == noIndex {
			notice = SubscriptionLow
		}
		r.firings = append(r.firings, firing{at: at, left: r.total, threshold: a.amount, lot: noIndex, alert: a.index, notice: notice})
	}
}

// setBase moves the alert of low credit of the subscription along with what the lots whose time runs held
// originally.
func (r *replayer) setBase() {
	for i := range r.alerts {
		if a := &r.alerts[i]; a.index == noIndex {
			limit, exact := r.low.floor()
			a.amount, a.firesAt = limit, firesAt(limit, exact, r.book.policy.LowCreditOperator)
		}
	}
}
