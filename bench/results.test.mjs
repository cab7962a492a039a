// The tests of the medians, ratios, times and verdicts that a result shows; `node --test` runs them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { median, ratios, times, verdict } from "./results.mjs";

test("rounds on both sides of a limit are unsure, and a figure without a limit has no verdict", () => {
  const check = (values, limit, expected) => assert.equal(verdict(values, limit), expected);
  check([0.4, 0.5, 0.65], 0.65, "within");
  check([0.7, 0.8], 0.65, "over");
  check([0.6, 0.7], 0.65, "unsure");
  check([9], undefined, "");
});

test("the median of an even number of rounds lies between the middle ones", () => {
  assert.equal(median([4, 1, 2, 9]), 3);
  assert.equal(median([10, 9, 100]), 10);
});

test("a time has three digits, its unit, and its ends where they differ", () => {
  const check = (values, expected) => assert.equal(times(values), expected);
  check([0], "0.00 ms");
  check([0.512], "512 µs");
  check([2342.8, 61_270, 19.7], "2343 ms (19.7 ms – 61.3 s)");
});

test("a round that divides by nothing says nothing", () => {
  const rows = (values) => ratios([{ what: "blocking", values, limit: 0.35 }]).split("\n")[2];
  assert.equal(rows([0.2, Infinity, NaN]), "| blocking | 0.20 | at most 0.35 | within |");
  assert.equal(rows([NaN]), "| blocking | – | at most 0.35 |  |");
});
