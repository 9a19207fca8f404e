package exports

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// List gives a line for everything exported by a package that a program can depend on, sorted.
func List(p *types.Package) []string {
	l := lister{func(other *types.Package) string {
		if other == p {
			return ""
		}
		return other.Path()
	}, nil}
	scope := p.Scope()
	for _, name := range scope.Names() {
		if o := scope.Lookup(name); o.Exported() {
			l.object(o)
		}
	}
	slices.Sort(l.lines)
	return l.lines
}

type lister struct {
	qualify types.Qualifier
	lines   []string
}

func (l *lister) add(format string, args ...any) {
	l.lines = append(l.lines, fmt.Sprintf(format, args...))
}

func (l *lister) object(o types.Object) {
	switch o := o.(type) {
	case *types.Const:
		l.add("const %s %s = %s", o.Name(), l.typ(o.Type()), o.Val().ExactString())
	case *types.Var:
		l.add("var %s %s", o.Name(), l.typ(o.Type()))
	case *types.Func:
		l.add("func %s%s", o.Name(), l.signature(o.Signature()))
	case *types.TypeName:
		l.typeName(o)
	}
}

func (l *lister) typeName(o *types.TypeName) {
	named, ok := o.Type().(*types.Named)
	if o.IsAlias() || !ok {
		l.add("type %s = %s", o.Name(), l.typ(types.Unalias(o.Type())))
		return
	}
	name := o.Name() + l.typeParams(named.TypeParams())
	for m := range named.Methods() {
		if m.Exported() {
			l.add("method (%s) %s%s", l.receiver(m, o.Name()), m.Name(), l.signature(m.Signature()))
		}
	}
	compared := ""
	if types.Comparable(named) {
		compared = ", comparable"
	}
	switch under := named.Underlying().(type) {
	case *types.Struct:
		l.add("type %s struct%s", name, compared)
		l.fields(name, under)
	case *types.Interface:
		l.add("type %s %s", name, l.typ(under))
	default:
		l.add("type %s %s%s", name, l.typ(under), compared)
	}
}

func (l *lister) receiver(m *types.Func, name string) string {
	if _, ok := m.Signature().Recv().Type().(*types.Pointer); ok {
		return "*" + name
	}
	return name
}

func (l *lister) fields(name string, s *types.Struct) {
	for i := range s.NumFields() {
		f := s.Field(i)
		if !f.Exported() {
			continue
		}
		how := "field"
		if f.Embedded() {
			how = "embedded"
		}
		l.add("%s %s.%s %s %s", how, name, f.Name(), l.typ(f.Type()), s.Tag(i))
	}
}

// signature writes a function's type without the names of its parameters and results.
func (l *lister) signature(s *types.Signature) string {
	nameless := func(t *types.Tuple) *types.Tuple {
		var vars []*types.Var
		for v := range t.Variables() {
			vars = append(vars, types.NewParam(v.Pos(), nil, "", v.Type()))
		}
		return types.NewTuple(vars...)
	}
	plain := types.NewSignatureType(nil, nil, nil, nameless(s.Params()), nameless(s.Results()), s.Variadic())
	return l.typeParams(s.TypeParams()) + strings.TrimPrefix(l.typ(plain), "func")
}

func (l *lister) typeParams(params *types.TypeParamList) string {
	if params.Len() == 0 {
		return ""
	}
	var written []string
	for p := range params.TypeParams() {
		written = append(written, p.Obj().Name()+" "+l.typ(p.Constraint()))
	}
	return "[" + strings.Join(written, ", ") + "]"
}

func (l *lister) typ(t types.Type) string { return types.TypeString(t, l.qualify) }
