// Command table reads the output of go test -bench from standard input and prints the tables of README.md: medians over
// the repetitions, in nanoseconds per event, and ratios within the run.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(1)
	}
}

// figures are the measurements of one benchmark and unit, by the name of its case.
type figures map[string]map[string][]float64

var lineForm = regexp.MustCompile(`^Benchmark(\w+)/(\S+?)-\d+\s+\d+\s+(.*)$`)

func run(in io.Reader, out io.Writer) error {
	measured, cases, err := read(in)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(cases, func(c string) bool { return strings.HasPrefix(c, "places=") }) {
		credit(measured, cases, out)
	}
	if slices.Contains(cases, "hand") {
		rules(measured, cases, out)
	}
	if slices.ContainsFunc(cases, isSheet) {
		sheets(measured, cases, out)
	}
	if slices.Contains(cases, "codes=all") {
		markets(measured, cases, out)
	}
	for _, p := range []string{"Pricing", "Licensing", "Cancellation"} {
		works(measured, cases, p, out)
	}
	return nil
}

// markets prints what it costs to look up a market by a code or a name, beside maps by hand.
func markets(measured figures, cases []string, out io.Writer) {
	fmt.Fprintln(out, "| look-up | map by hand, ns | `markets`, ns | folding alone, ns | `markets` ÷ folding | allocations |")
	fmt.Fprintln(out, "| --- | --- | --- | --- | --- | --- |")
	const codes = "codes=all"
	fmt.Fprintf(out, "| a code | %.1f | **%.1f** | | | %.0f |\n", measured.median("MarketCode map-ns/code", codes),
		measured.median("MarketCode ns/code", codes), measured.median("MarketCode allocs/codes", codes))
	for _, c := range cases {
		if tag, ok := strings.CutPrefix(c, "names="); ok {
			fmt.Fprintf(out, "| a name, %s | %.0f | %.0f | %.0f | **%.2f** | %.0f |\n", tag, measured.median("MarketName hand-ns/name", c),
				measured.median("MarketName ns/name", c), measured.median("MarketName fold-ns/name", c),
				measured.median("MarketName of-fold", c), measured.median("MarketName allocs/names", c))
		}
	}
	fmt.Fprintln(out)
}

// works prints what the works of a package cost beside the same by hand, if there are any.
func works(measured figures, cases []string, benchmark string, out io.Writer) {
	prefix := strings.ToLower(benchmark) + "="
	ofPackage := slices.DeleteFunc(slices.Clone(cases), func(c string) bool { return !strings.HasPrefix(c, prefix) })
	if len(ofPackage) == 0 {
		return
	}
	fmt.Fprintln(out, "| work | by hand, ns | `terms`, ns | × hand |")
	fmt.Fprintln(out, "| --- | --- | --- | --- |")
	for _, c := range ofPackage {
		fmt.Fprintf(out, "| %s | %.0f | **%.0f** | **%.1f** |\n", strings.TrimPrefix(c, prefix), measured.median(benchmark+" hand-ns/unit", c),
			measured.median(benchmark+" terms-ns/unit", c), measured.median(benchmark+" of-hand-time", c))
	}
	fmt.Fprintln(out)
}

func isSheet(c string) bool { return strings.HasPrefix(c, "sheet=") }

// sheets prints what rows cost that are read into values, beside rows that are only cut into fields.
func sheets(measured figures, cases []string, out io.Writer) {
	fmt.Fprintln(out, "| file | bytes per row | `encoding/csv`, ns per row | `pricesheet`, ns per row | MB/s | of the speed of `encoding/csv` |")
	fmt.Fprintln(out, "| --- | --- | --- | --- | --- | --- |")
	for _, c := range cases {
		if !isSheet(c) {
			continue
		}
		size, typed := measured.median("Sheet bytes/row", c), measured.median("Sheet sheet-ns/row", c)
		fmt.Fprintf(out, "| %s | %.0f | %.0f | **%.0f** | %.0f | **%.2f** |\n", strings.TrimPrefix(c, "sheet="), size,
			measured.median("Sheet csv-ns/row", c), typed, size/typed*1e3, measured.median("Sheet of-csv-speed", c))
	}
	fmt.Fprintln(out)
}

// credit prints what ledgers cost beside loops by hand.
func credit(measured figures, cases []string, out io.Writer) {
	fmt.Fprintln(out, "| case | int64 loop | shopspring loop | `Replay` | ÷ int64 | shopspring ÷ `Replay` | `New` | ÷ shopspring | allocations per event of `Replay` |")
	fmt.Fprintln(out, "| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, c := range cases {
		if !strings.HasPrefix(c, "places=") {
			continue
		}
		byInt, byDecimal := measured.median("CreditByInt64 ns/event", c), measured.median("CreditByShopspring ns/event", c)
		replay, made := measured.median("CreditReplay ns/event", c), measured.median("CreditNew ns/event", c)
		fmt.Fprintf(out, "| %s | %.1f | %.0f | **%.1f** | %.1f | %.1f | %.0f | **%.2f** | %.5f |\n", words(c), byInt, byDecimal, replay,
			replay/byInt, byDecimal/replay, made, made/byDecimal, measured.median("CreditReplay allocs/op", c)/events(c))
	}
	fmt.Fprintln(out)
	fmt.Fprintln(out, "| staggered lots | ms per replay | ns per event |")
	fmt.Fprintln(out, "| --- | --- | --- |")
	for _, c := range cases {
		if strings.HasPrefix(c, "lots=") {
			fmt.Fprintf(out, "| %s | **%.2f** | %.1f |\n", words(c), measured.median("CreditStaggered ns/op", c)/1e6,
				measured.median("CreditStaggered ns/event", c))
		}
	}
	fmt.Fprintln(out)
}

// rules prints what one question costs in each engine, beside the form by hand and beside Decide by pointer.
func rules(measured figures, cases []string, out io.Writer) {
	hand, decide := measured.median("Order ns/op", "hand"), measured.median("Order ns/op", "pointer")
	fmt.Fprintln(out, "| form | ns | × hand | × `Decide` | allocations |")
	fmt.Fprintln(out, "| --- | --- | --- | --- | --- |")
	for _, c := range cases {
		for _, benchmark := range []string{"Order", "OrderReasons", "OrderUnknown"} {
			if ns := measured.median(benchmark+" ns/op", c); ns > 0 {
				fmt.Fprintf(out, "| %s | %.0f | %.1f | %.1f | %.0f |\n", c, ns, ns/hand, ns/decide, measured.median(benchmark+" allocs/op", c))
			}
		}
	}
	fmt.Fprintln(out)
	if value, cel := measured.median("Order ns/op", "value"), measured.median("Order ns/op", "cel"); value > 0 && cel > 0 {
		fmt.Fprintln(out, "| ratio | target | found |")
		fmt.Fprintln(out, "| --- | --- | --- |")
		fmt.Fprintf(out, "| `Decide` by pointer ÷ hand | at most 8 | **%.1f** |\n", decide/hand)
		fmt.Fprintf(out, "| `Decide` by value ÷ hand | at most 12 | **%.1f** |\n", value/hand)
		fmt.Fprintf(out, "| CEL ÷ `Decide` by pointer | at least 20 | **%.0f** |\n", cel/decide)
		fmt.Fprintf(out, "| allocations of `Decide` | 0 | **%.0f** |\n",
			measured.median("Order allocs/op", "pointer")+measured.median("Order allocs/op", "value"))
	}
}

// read gives the figures and the names of the cases, in order.
func read(in io.Reader) (figures, []string, error) {
	measured, lines := figures{}, bufio.NewScanner(in)
	var cases []string
	for lines.Scan() {
		m := lineForm.FindStringSubmatch(lines.Text())
		if m == nil {
			continue
		}
		if !slices.Contains(cases, m[2]) {
			cases = append(cases, m[2])
		}
		fields := strings.Fields(m[3])
		for i := 0; i+1 < len(fields); i += 2 {
			value, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				return nil, nil, fmt.Errorf("%q: %w", lines.Text(), err)
			}
			measured.add(m[1]+" "+fields[i+1], m[2], value)
		}
	}
	return measured, cases, lines.Err()
}

func (f figures) add(what, c string, value float64) {
	if f[what] == nil {
		f[what] = map[string][]float64{}
	}
	f[what][c] = append(f[what][c], value)
}

func (f figures) median(what, c string) float64 {
	values := slices.Sorted(slices.Values(f[what][c]))
	if len(values) == 0 {
		return 0
	}
	return values[len(values)/2]
}

// words turns places=2/lots=10/events=1000 into 2 places, 10 lots, 1000 events.
func words(c string) string {
	var parts []string
	for _, part := range strings.Split(c, "/") {
		name, value, _ := strings.Cut(part, "=")
		parts = append(parts, value+" "+name)
	}
	return strings.Join(parts, ", ")
}

func events(c string) float64 {
	_, n, _ := strings.Cut(c, "events=")
	count, err := strconv.ParseFloat(n, 64)
	if err != nil {
		return 1
	}
	return count
}
