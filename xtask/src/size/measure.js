// Run by `cargo xtask size` after smaller.js: for each file named, one line with its bytes raw, in gzip and in brotli.
const { readFileSync } = require("node:fs");

for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  console.log(bytes.length, gzip(bytes).length, brotli(bytes).length);
}
