# Sitmap. `make` lists what can be made; `make run` and `make test` need nothing
# but git, make and Go: they install the system packages that are missing.

GO       ?= go
BIN      := bin
PURE     := CGO_ENABLED=0
# The packages whose code runs on several goroutines against one another.
RACE     := ./store/... ./mapdata/...
# Benchmarks: how often each is run, and which.
COUNT    ?= 1
BENCH    ?= .
DB       ?=

# Where tests need no screen, cgo is off: that is also the build for servers.
export FYNE_LANG ?= en

.DEFAULT_GOAL := help
.PHONY: help run build headless test unit race e2e lint fmt bench assets clean deps-build deps-screen deps-pictures

help: ## list what can be made
	@echo "Sitmap, a desktop situation map"
	@echo
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## build and open the window (DB=FILE opens that store)
	$(BIN)/sitmap $(if $(DB),--db "$(DB)")

build: deps-build ## build the program with its window: bin/sitmap
	CGO_ENABLED=1 $(GO) build -trimpath -o $(BIN)/sitmap .

headless: ## build the program without a window: bin/sitmap-headless
	$(PURE) $(GO) build -trimpath -o $(BIN)/sitmap-headless .

test: lint unit race e2e ## everything: format, vet, staticcheck, unit tests, race detector, the real window
	@echo "all tests passed"

lint: ## formatting, go vet, staticcheck
	@sh .ci/format
	$(PURE) $(GO) vet ./...
	$(PURE) $(GO) tool staticcheck ./...

fmt: ## format all Go files
	$(GO) tool gofumpt -w $$(git ls-files --cached --others --exclude-standard '*.go')

unit: deps-pictures ## unit tests, without cgo and without a screen
	$(PURE) $(GO) test ./...

race: deps-build deps-pictures ## the race detector over store and mapdata
	CGO_ENABLED=1 $(GO) test -race -short $(RACE)

e2e: build deps-screen ## end-to-end tests on the real window under Xvfb
	SITMAP_BIN="$(CURDIR)/$(BIN)/sitmap" $(PURE) $(GO) test -tags e2e -count=1 -timeout 20m ./app/e2e/...

bench: build headless deps-screen ## benchmarks (BENCH=regexp, COUNT=n), summed up by benchstat and set beside the goals
	@sh .ci/bench "$(BENCH)" "$(COUNT)"

assets: ## make base map, gazetteer, icons and fonts anew from their pinned packages
	$(PURE) $(GO) run ./assets/gen

clean: ## remove what was built
	rm -rf $(BIN) .build coverage.out bench-*.txt

deps-build:
	@sh .ci/packages build

deps-screen:
	@sh .ci/packages screen

deps-pictures:
	@sh .ci/packages pictures
