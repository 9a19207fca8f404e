package catalogue

import "io/fs"

// A Catalogue is what [Catalogue.Audit] holds against each other.
type Catalogue struct {
	Register Register
	Packages []Package
	Module   fs.FS // the files of the module
}

// Of gives the catalogue of this module, whose files are the tree.
func Of(module fs.FS) (Catalogue, error) {
	register, err := ParseRegister(registerText)
	return Catalogue{register, Packages(), module}, err
}
