// Run by `cargo xtask size`: for each file named, one line with its bytes raw, in gzip and in brotli, then the same of the page data in it.
const { readFileSync } = require("node:fs");
const { brotliCompressSync, constants, gzipSync } = require("node:zlib");

function sizes(bytes) {
  if (bytes.length === 0) return "0 0 0";
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes, { params }).length;
  return `${bytes.length} ${gzip} ${brotli}`;
}

for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  const data = file.endsWith(".html")
    ? /<script[^>]*type="?application\/json[^>]*>([\s\S]*?)<\/script>/.exec(bytes.toString())
    : null;
  console.log(sizes(bytes), sizes(Buffer.from(data ? data[1] : "")));
}
