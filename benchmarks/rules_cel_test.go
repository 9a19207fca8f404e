package benchmarks

import (
	"testing"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"

	"github.com/cloudterms/terms/rules"
)

// mayOrder is the question in the notation that CEL and Expr share. Days are numbers, the cheapest form for both; facts
// are given, for neither has a yes/no fact that is not.
const mayOrder = `!(
	!authorized ||
	role == 2 ||
	!related ||
	day < agreement && !legacy && !attested ||
	day >= agreement && (!attested || attested_on > day) ||
	day >= plan && has_azure_plan ||
	market in ["BY", "CU", "IR", "KP", "RU", "SY"] ||
	day >= phase1 && day < phase2 && partner_since >= phase1 && !gcc ||
	day >= phase1 && day < phase2 && (relationship_since >= phase1 || !active) && !gcc && !apss ||
	day >= phase2 && !gcc && !apss
)`

// activation finds the facts of an order for CEL without a map.
type activation struct {
	order *Order
	turns *Turns
}

func (a activation) Parent() cel.Activation { return nil }

func (a activation) ResolveName(name string) (any, bool) {
	o, yes := a.order, func(t rules.Truth) types.Bool { return types.Bool(t == rules.Yes) }
	switch name {
	case "day":
		return types.Int(o.Day.Date()), true
	case "market":
		return types.String(o.Market), true
	case "role":
		return types.Int(o.Role), true
	case "partner_since":
		return types.Int(o.PartnerSince.Date()), true
	case "relationship_since":
		return types.Int(o.RelationshipSince.Date()), true
	case "attested_on":
		return types.Int(o.AttestedOn.Date()), true
	case "authorized":
		return yes(o.Authorized), true
	case "related":
		return yes(o.Related), true
	case "legacy":
		return yes(o.Legacy), true
	case "attested":
		return yes(o.Attested), true
	case "has_azure_plan":
		return yes(o.HasAzurePlan), true
	case "active":
		return yes(o.Active), true
	case "gcc":
		return yes(o.GCC), true
	case "apss":
		return yes(o.APSS), true
	}
	return nil, false
}

// newCEL compiles the question, with the turns as constants.
func newCEL(tb testing.TB, t Turns) cel.Program {
	tb.Helper()
	constant := func(name string, value int64) cel.EnvOption {
		return cel.Constant(name, cel.IntType, types.Int(value))
	}
	options := []cel.EnvOption{
		constant("plan", int64(t.Plan.Date())), constant("agreement", int64(t.Agreement.Date())),
		constant("phase1", int64(t.Phase1.Date())), constant("phase2", int64(t.Phase2.Date())),
		cel.Variable("market", cel.StringType),
	}
	for _, name := range []string{"day", "role", "partner_since", "relationship_since", "attested_on"} {
		options = append(options, cel.Variable(name, cel.IntType))
	}
	for _, name := range []string{"authorized", "related", "legacy", "attested", "has_azure_plan", "active", "gcc", "apss"} {
		options = append(options, cel.Variable(name, cel.BoolType))
	}
	env, err := cel.NewEnv(options...)
	if err != nil {
		tb.Fatal(err)
	}
	compiled, issues := env.Compile(mayOrder)
	if issues.Err() != nil {
		tb.Fatal(issues.Err())
	}
	program, err := env.Program(compiled, cel.EvalOptions(cel.OptOptimize))
	if err != nil {
		tb.Fatal(err)
	}
	return program
}

func byCEL(program cel.Program, a activation) (Verdict, error) {
	value, _, err := program.Eval(a)
	if err != nil {
		return 0, err
	}
	if value == types.True {
		return Allow, nil
	}
	return Deny, nil
}
