// Beside each file named, writes `.br` and `.gz` as small as they get; one that is no smaller is not written, and of a build before it is taken away.
const { readFileSync, rmSync, writeFileSync } = require("node:fs");
const { brotliCompressSync, constants, gzipSync } = require("node:zlib");

for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  for (const [ending, small] of [
    [".br", brotliCompressSync(bytes, { params })],
    [".gz", gzipSync(bytes, { level: 9 })],
  ]) {
    if (small.length < bytes.length) writeFileSync(file + ending, small);
    else rmSync(file + ending, { force: true });
  }
}
