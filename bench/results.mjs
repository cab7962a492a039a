// Writes the measurements as Markdown: ratios with their spread and their limits, then the figures themselves.

const sorted = (values) => [...values].sort((a, b) => a - b);

// The median; of two middle values the mean.
export function median(values) {
  const at = (values.length - 1) / 2;
  const all = sorted(values);
  return (all[Math.floor(at)] + all[Math.ceil(at)]) / 2;
}

// Whether the rounds keep to a limit: all of them, none, or some.
export function verdict(values, limit) {
  if (limit === undefined) return "";
  const over = values.filter((value) => value > limit).length;
  return over === 0 ? "within" : over === values.length ? "over" : "unsure";
}

// Three digits, or all of those before the point.
function digits(value) {
  return value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

const bytes = (value) =>
  value >= 1e6 ? `${digits(value / 1e6)} MB` : value >= 1e3 ? `${digits(value / 1e3)} kB` : `${Math.round(value)} B`;
// From milliseconds.
const time = (value) =>
  value >= 1e4
    ? `${digits(value / 1e3)} s`
    : value >= 1 || value === 0
      ? `${digits(value)} ms`
      : `${digits(value * 1e3)} µs`;
const count = (value) => String(Math.round(value));

// In the order of a visit: name in a sample, name for a reader, how it is written.
export const FIGURES = [
  ["bytes", "bytes over the wire", bytes],
  ["requests", "requests", count],
  ["first", "first paint", time],
  ["early", "an early click has its effect", time],
  ["ready", "ready", time],
  ["tasks", "tasks over 50 ms after the first paint", count],
  ["longest", "longest of them", time],
  ["blocking", "blocking time", time],
  ["shift", "layout shift", digits],
  ["memory", "memory after load", bytes],
  ["presses", "presses of the walk", count],
  ["press-p50", "press to paint, median", time],
  ["press-p95", "press to paint, 95th percentile", time],
  ["revisit", "bytes of files at the second visit", bytes],
];

// `512 ms (498 ms – 530 ms)`: the median, and the ends where they differ.
export function spread(values, written) {
  const all = sorted(values);
  const [middle, least, most] = [median(all), all[0], all.at(-1)].map(written);
  return least === most ? middle : `${middle} (${least} – ${most})`;
}

export const times = (values) => spread(values, time);

// Rows `{ what, values, limit }` of ratios; a round that divides by nothing says nothing.
export function ratios(rows) {
  const body = rows.map(({ what, values, limit }) => {
    const known = values.filter(Number.isFinite);
    const measured = known.length ? [spread(known, digits), verdict(known, limit)] : ["–", ""];
    return [what, measured[0], limit ? `at most ${digits(limit)}` : "", measured[1]];
  });
  return table(["Ratio", "Measured", "Limit", ""], body);
}

// A row for each figure that a page has, a column for each page of `samples`, which are lists of rounds by name.
export function figures(samples, pages = Object.keys(samples)) {
  const rows = FIGURES.map(([key, name, written]) => [
    name,
    ...pages.map((page) => {
      const values = samples[page].map((round) => round[key]).filter((value) => value !== undefined);
      return values.length ? spread(values, written) : "";
    }),
  ]);
  return table(
    ["", ...pages],
    rows.filter((row) => row.slice(1).some(Boolean)),
  );
}

export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |\n`;
  return [heads, heads.map(() => "---"), ...rows].map(line).join("");
}
