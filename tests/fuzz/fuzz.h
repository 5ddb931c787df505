/* What the targets share: a fault is a crash, and memory that goes with each input. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include "base/arena.h"
#include "base/text.h"

#include <stdint.h>

#define MUST(true_always) ((true_always) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#endif
