// Service answers over HTTP whether purchases can be cancelled and whether credit may be added by card, by the published rules
// and what an operator changes of them in a file.
//
//	go run ./examples/service -overlay examples/service/overlay.json
//
//	curl -H 'Accept-Language: sv' -d '{"day": "2024-03-01", "wish": {"market": "NO", "runningOut": "yes"}}' localhost:8080/credit/topup
//
// Every answer has the decisions as they are, for the record, and their reasons in the caller's language, each with whose rule
// spoke. The operator edits the file and says so, without a restart:
//
//	curl -X POST localhost:8080/reload
//
// A file that is wrong changes nothing: the reply says what is wrong, and the service goes on by the overlay it has.
package main

import (
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"time"
)

func main() {
	address := flag.String("address", "localhost:8080", "the address to listen on")
	overlay := flag.String("overlay", "", "the file with the overlay; none for the published rules")
	flag.Parse()
	if err := serve(*address, *overlay); err != nil {
		fmt.Fprintln(os.Stderr, "service:", err)
		os.Exit(1)
	}
}

func serve(address, overlay string) error {
	handler, err := newService(func() ([]byte, error) { return readOverlay(overlay) })
	if err != nil {
		return err
	}
	const patience = 10 * time.Second
	server := http.Server{Addr: address, Handler: handler, ReadTimeout: patience, WriteTimeout: patience}
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// readOverlay reads the operator's file. Without one the overlay changes nothing.
func readOverlay(name string) ([]byte, error) {
	if name == "" {
		return nil, nil
	}
	return os.ReadFile(name)
}
