// Run after smaller.js: beside each file named, writes `.br` and `.gz` where they are smaller; one of before that is not is taken away.
const { readFileSync, rmSync, writeFileSync } = require("node:fs");

for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  for (const [ending, smaller] of [[".br", brotli], [".gz", gzip]]) {
    const small = smaller(bytes);
    if (small.length < bytes.length) writeFileSync(file + ending, small);
    else rmSync(file + ending, { force: true });
  }
}
