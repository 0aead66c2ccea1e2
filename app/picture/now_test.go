package picture

import "time"

// now is the moment that the tests' embargoes are judged by.
var now = time.Date(2025, 7, 5, 12, 0, 0, 0, time.UTC)
