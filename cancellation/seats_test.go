package cancellation_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms/cancellation"
	"github.com/cloudterms/terms/rules"
)

func batch(n int, o cancellation.Opening, opened string) cancellation.SeatBatch {
	b := cancellation.SeatBatch{Seats: n, Opening: o}
	if opened != "" {
		b.Opened = at(opened)
	}
	return b
}

func TestCheckSeats(t *testing.T) {
	t.Parallel()
	const byPurchase, byRenewal, added = cancellation.ByPurchase, cancellation.ByRenewal, cancellation.ByAddedSeats
	may := cancellation.Asker{AdminAgent: rules.Yes}
	grown := []cancellation.SeatBatch{
		batch(10, byPurchase, "2024-03-01T09:00:00Z"), batch(5, added, "2024-03-05T09:00:00Z"), batch(2, added, "2024-03-20T09:00:00Z"),
	}
	tests := []struct {
		name      string
		product   cancellation.Product
		asker     cancellation.Asker
		batches   []cancellation.SeatBatch
		at        string
		reducible int
		next      string
		missing   []string
		verdicts  []cancellation.Verdict
	}{
		{"one batch", seats, may, grown[:1], "2024-03-06", 10, "2024-03-08T09:00:00Z", nil, []cancellation.Verdict{isOpen}},
		{"two open batches, the third is not there yet: 10 + 5", seats, may, grown, "2024-03-06", 15, "2024-03-08T09:00:00Z", nil, []cancellation.Verdict{isOpen, isOpen, notYet}},
		{"at the end of the first, the second is left", seats, may, grown, "2024-03-08T09:00:00Z", 5, "2024-03-12T09:00:00Z", nil, []cancellation.Verdict{isClosed, isOpen, notYet}},
		{"between them none", seats, may, grown, "2024-03-15", 0, "", nil, []cancellation.Verdict{isClosed, isClosed, notYet}},
		{"then the third", seats, may, grown, "2024-03-21", 2, "2024-03-27T09:00:00Z", nil, []cancellation.Verdict{isClosed, isClosed, isOpen}},
		{"a renewal opens it for all", seats, may, []cancellation.SeatBatch{batch(17, byRenewal, "2025-03-02T03:00:00Z")}, "2025-03-03", 17, "2025-03-09T03:00:00Z", nil, []cancellation.Verdict{isOpen}},
		{"seats that came by an upgrade stay", seats, may, []cancellation.SeatBatch{batch(17, cancellation.ByUpgrade, "2025-03-02T03:00:00Z")}, "2025-03-03", 0, "", nil, []cancellation.Verdict{never}},
		{"not an admin agent", seats, cancellation.Asker{AdminAgent: rules.No}, grown[:1], "2024-03-06", 0, "", nil, []cancellation.Verdict{refused}},
		{"perhaps an admin agent", seats, cancellation.Asker{}, grown, "2024-03-06", 0, "", []string{"adminAgent"}, []cancellation.Verdict{undetermined, undetermined, notYet}},
		{
			"some that are known and some that are not", seats, may,
			[]cancellation.SeatBatch{batch(10, byPurchase, "2024-03-01T09:00:00Z"), batch(5, 0, "2024-03-05"), batch(1, added, "")},
			"2024-03-06",
			10, "2024-03-08T09:00:00Z",
			[]string{"opening", "opened"},
			[]cancellation.Verdict{isOpen, undetermined, undetermined},
		},
		{
			"what Partner Center gives in refundableQuantity prevails", seats, may,
			[]cancellation.SeatBatch{{Seats: 10, AllowedUntil: cancellation.Allowed(at("2021-01-24T20:39:17Z"))}, {Seats: 3, AllowedUntil: cancellation.NotAllowed()}},
			"2021-01-24T20:39:16Z", 10, "2021-01-24T20:39:17Z", nil,
			[]cancellation.Verdict{isOpen, never},
		},
		{"software is not reduced", software, may, grown, "2024-03-06", 0, "", nil, nil},
		{"perpetual software neither", perpetual, may, grown, "2024-03-06", 0, "", nil, nil},
		{"nobody knows what", 0, may, grown, "2024-03-06", 0, "", []string{"product"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := cancellation.CheckSeats(cancellation.SeatRequest{Product: tt.product, Asker: tt.asker, Batches: tt.batches}, at(tt.at))
			require.NoError(t, err)
			assert.Equal(t, tt.reducible, got.Reducible)
			assert.Equal(t, tt.next, text(got.Next))
			assert.Equal(t, tt.missing, got.Missing)
			var verdicts []cancellation.Verdict
			for i, b := range got.Batches {
				verdicts = append(verdicts, b.Answer.Verdict)
				assert.Equal(t, tt.batches[i].Seats, b.Seats)
			}
			assert.Equal(t, tt.verdicts, verdicts)
			requireRoundTrip(t, got)
		})
	}
}

func TestCheckSeatsRefuses(t *testing.T) {
	t.Parallel()
	may := cancellation.Asker{AdminAgent: rules.Yes}
	ask := func(p cancellation.Product, batches ...cancellation.SeatBatch) error {
		_, err := cancellation.CheckSeats(cancellation.SeatRequest{Product: p, Asker: may, Batches: batches}, at("2024-03-06"))
		return err
	}
	good := batch(1, cancellation.ByPurchase, "2024-03-01")
	for _, n := range []int{0, -1, 1_000_000_001} {
		err := ask(seats, good, batch(n, cancellation.ByPurchase, "2024-03-01"))
		require.ErrorIs(t, err, cancellation.ErrRequest)
		wrong, ok := errors.AsType[*cancellation.RequestError](err)
		require.True(t, ok)
		assert.Equal(t, "batches/1/seats", wrong.Field)
	}
	err := ask(seats, good, batch(1, 99, "2024-03-01"))
	require.ErrorContains(t, err, "batches/1/opening is opening 99")
	err = ask(seats, good, batch(1, cancellation.ByPurchase, "2021-03-01"))
	require.ErrorIs(t, err, rules.ErrNoFigure)
	require.ErrorContains(t, err, "cancellation: batches/1: ")
	err = ask(azure, good)
	require.ErrorIs(t, err, cancellation.ErrNotSaid)
	require.ErrorIs(t, err, rules.ErrNoRule)
	require.EqualError(t, err, "cancellation: the record does not say: product is azurePlan; want one of perpetualSoftware, softwareSubscription, licenseBased, of which there are rules on 2024-03-06")
	require.ErrorContains(t, ask(seats), "batches is not given; want the seats")
	early := batch(1, cancellation.ByPurchase, "2024-03-01")
	early.AllowedUntil = cancellation.Allowed(at("2024-02-29"))
	require.ErrorContains(t, ask(seats, good, early), "batches/1/allowedUntilDateTime is 2024-02-29T00:00:00Z; want an instant that is not before opened")
	err = ask(99, batch(0, cancellation.ByPurchase, "1800-01-01"))
	for _, field := range []string{"product is product 99", "batches/0/seats is 0", "batches/0/opened is 1800"} {
		require.ErrorContains(t, err, field, "everything at once")
	}
	_, err = cancellation.CheckSeats(cancellation.SeatRequest{}, at("1800-01-01"))
	require.ErrorIs(t, err, cancellation.ErrRequest)
}
