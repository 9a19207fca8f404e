package pricesheet_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cloudterms/terms"
	"github.com/cloudterms/terms/pricing/pricesheet"
)

// A packed file is one of an archive.
type packed struct{ name, text string }

func pack(tb testing.TB, files ...packed) []byte {
	tb.Helper()
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, file := range files {
		w, err := archive.Create(file.name)
		require.NoError(tb, err)
		_, err = io.WriteString(w, file.text)
		require.NoError(tb, err)
	}
	require.NoError(tb, archive.Close())
	return b.Bytes()
}

// unzip reads exchange rates from an archive.
func unzip(archive []byte) ([]pricesheet.ExchangeRate, error) {
	return pricesheet.Collect(pricesheet.Unzip(bytes.NewReader(archive), int64(len(archive)), pricesheet.ReadExchangeRates))
}

func TestUnzip(t *testing.T) {
	t.Run("one file, as the pricing API packs it", func(t *testing.T) {
		archive := pack(t, packed{"azure_plan.csv", string(testdata(t, "azure_plan.csv"))})
		rows := collect(t, pricesheet.Unzip(bytes.NewReader(archive), int64(len(archive)), pricesheet.ReadAzurePlan))
		require.Len(t, rows, 5)
	})
	t.Run("a document, with what stands beside its items", func(t *testing.T) {
		archive := pack(t, packed{"card.json", string(testdata(t, "rate_card.json"))})
		var card pricesheet.RateCard
		meters := collect(t, pricesheet.Unzip(bytes.NewReader(archive), int64(len(archive)), func(in io.Reader) iter.Seq2[pricesheet.Meter, error] {
			return pricesheet.ReadRateCard(in, &card)
		}))
		require.Len(t, meters, 2)
		assert.Equal(t, terms.USD, card.Currency)
	})
	t.Run("several files in their order, without what is no list", func(t *testing.T) {
		rows, err := unzip(pack(t,
			packed{"2019/", ""},
			packed{"2019/09.csv", ratesHeader + "AED,0.27,201909\n"},
			packed{"__MACOSX/2019/._09.csv", "\x00\x05\x16\x07"},
			packed{"2019/.hidden", "?"},
			packed{"2019/08.csv", ratesHeader + "SEK,0.1,201908\n"},
		))
		require.NoError(t, err)
		require.Len(t, rows, 2)
		assert.Equal(t, []int{2, 2}, []int{rows[0].Line, rows[1].Line})
		assert.Equal(t, terms.SEK, rows[1].CurrencyCode)
	})
	t.Run("an error names the file, and what is good in the others is read", func(t *testing.T) {
		rows, err := unzip(pack(t,
			packed{"a.csv", ratesHeader + "AED,0.27,201909\nAED,x,201909\n"},
			packed{"b.csv", "no header\n"},
			packed{"c.csv", ratesHeader + "SEK,0.1,201908\n"},
		))
		require.Len(t, rows, 2)
		var all *pricesheet.ReadError
		require.ErrorAs(t, err, &all)
		require.Len(t, all.Faults, 2)
		assert.ErrorContains(t, all.Faults[0], "pricesheet: exchangeRates, a.csv, line 3, column 5, USDPerUnit: value not accepted: terms: not a decimal number")
		assert.ErrorContains(t, all.Faults[1], "pricesheet: exchangeRates, b.csv, line 1: header not accepted")
	})
	t.Run("who has seen enough may stop", func(t *testing.T) {
		archive := pack(t, packed{"a.csv", ratesHeader + "AED,0.27,201909\n"}, packed{"b.csv", "no header\n"})
		for row, err := range pricesheet.Unzip(bytes.NewReader(archive), int64(len(archive)), pricesheet.ReadExchangeRates) {
			require.NoError(t, err)
			assert.Equal(t, terms.AED, row.CurrencyCode)
			break
		}
	})
	t.Run("another reader's errors pass as they are", func(t *testing.T) {
		archive := pack(t, packed{"a.csv", "x"})
		other := fmt.Errorf("mine: %w", io.EOF)
		for _, err := range pricesheet.Unzip(bytes.NewReader(archive), int64(len(archive)), func(io.Reader) iter.Seq2[int, error] {
			return func(yield func(int, error) bool) { yield(0, other) }
		}) {
			assert.Equal(t, other, err)
		}
	})
}

func TestArchivesThatAreRefused(t *testing.T) {
	good := pack(t, packed{"a.csv", ratesHeader + strings.Repeat("AED,0.27,201909\n", 1000)})
	changed := func(change func([]byte)) []byte {
		archive := slices.Clone(good)
		change(archive)
		return archive
	}
	tests := []struct {
		name      string
		archive   []byte
		condition error
		says      string
	}{
		{"no archive", []byte(ratesHeader), pricesheet.ErrZip, "zip: not a valid zip file"},
		{"nothing", nil, pricesheet.ErrZip, "zip: not a valid zip file"},
		{"an archive of nothing", pack(t), pricesheet.ErrZip, "there is no file in it"},
		{"a directory alone", pack(t, packed{"a/", ""}), pricesheet.ErrZip, "there is no file in it"},
		{"cut off", good[:len(good)/2], pricesheet.ErrZip, "zip: not a valid zip file"},
		{"data that was changed", changed(func(b []byte) { b[60] ^= 0xff }), pricesheet.ErrRead, "a.csv"},
		{"a method nobody knows", changed(func(b []byte) {
			at := bytes.LastIndex(b, []byte("PK\x01\x02"))
			b[at+10] = 99
		}), pricesheet.ErrZip, "unsupported compression algorithm"},
		{"an archive in an archive", pack(t, packed{"a.zip", string(good)}), pricesheet.ErrEncoding, "a.zip: not text in UTF-8: it is a zip archive"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := unzip(tt.archive)
			var fault *pricesheet.FileError
			require.ErrorAs(t, err, &fault)
			require.ErrorIs(t, err, tt.condition)
			assert.ErrorContains(t, err, tt.says)
		})
	}
}

// What unpacks to far more than a price list is stopped before it does, and nothing behind it is read.
func TestZipBombs(t *testing.T) {
	header, row := "Note,"+ratesHeader, strings.Repeat("x", 1<<14-17)+",AED,0.27,201909\n"
	for _, tt := range []struct{ name, first, more string }{
		{"of rows", header, row},
		{"of one long field", header + `"`, row},
		{"of one long line", header, strings.Repeat("x", 1<<14)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			archive := bomb(t, tt.first, tt.more)
			require.Less(t, len(archive), 1<<19)
			var last *pricesheet.FileError
			for _, err := range pricesheet.Unzip(bytes.NewReader(archive), int64(len(archive)), pricesheet.ReadExchangeRates) {
				if fault, ok := errors.AsType[*pricesheet.FileError](err); ok {
					last = fault
				}
			}
			require.NotNil(t, last)
			require.ErrorIs(t, last, pricesheet.ErrSize)
			assert.NotEqual(t, "3.csv", last.File, "the archive as a whole is what is too large")
		})
	}
}

// bomb packs four files of 8 MiB into less than half a MiB.
func bomb(t *testing.T, first, more string) []byte {
	t.Helper()
	var data bytes.Buffer
	w, err := flate.NewWriter(&data, flate.DefaultCompression)
	require.NoError(t, err)
	text := first + strings.Repeat(more, 8<<20>>14)
	_, err = io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())

	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for i := range 4 {
		w, err := archive.CreateRaw(&zip.FileHeader{
			Name: fmt.Sprintf("%d.csv", i), Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(text)),
			CompressedSize64: uint64(data.Len()), UncompressedSize64: uint64(len(text)),
		})
		require.NoError(t, err)
		_, err = w.Write(data.Bytes())
		require.NoError(t, err)
	}
	require.NoError(t, archive.Close())
	return b.Bytes()
}
