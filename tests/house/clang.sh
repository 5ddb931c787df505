#!/usr/bin/env bash
# clang has nothing to say about what make builds: another compiler sees other things, and the next gcc often the same.
set -uo pipefail
files=$(find "$PWD/lib" "$PWD/cgi-bin" "$PWD/bin" "$PWD/tests/demo" -name '*.c' | sort | paste -sd' ')
if said=$(make -s -k -j"$(nproc)" -C "$BUILD" -f - clang "files=$files" 2>&1 <<'END'
include Makefile
clang: $(files:=.clang)
.PHONY: clang $(files:=.clang)
$(files:=.clang): %.clang:
	clang -fsyntax-only -Werror $(DEFS) $(AM_CPPFLAGS) $(GD_CFLAGS) -std=gnu11 $(WARN_CFLAGS) $*
END
); then
	echo "ok - clang warns of nothing"
else
	echo "not ok - clang warns" && sed 's/^/# /' <<<"$said"
	exit 1
fi
