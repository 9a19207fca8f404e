package terms

// unmarshalText reads text into a value by its parser, and empty text as the zero value. On an error the value stays as
// it was.
func unmarshalText[T any](text []byte, into *T, parse func(string) (T, error)) error {
	var read T
	if len(text) > 0 {
		var err error
		if read, err = parse(string(text)); err != nil {
			return err
		}
	}
	*into = read
	return nil
}
