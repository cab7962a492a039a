// Run by `cargo xtask size`: for each file named, one line with bytes raw, in gzip and in brotli: of the file, and in a page of its
// page data, of what stands before them, and of its map as what the page would be smaller by without it.
const { readFileSync } = require("node:fs");
const { brotliCompressSync, constants, gzipSync } = require("node:zlib");

function sizes(text) {
  const bytes = Buffer.from(text);
  if (bytes.length === 0) return [0, 0, 0];
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes, { params }).length;
  return [bytes.length, gzip, brotli];
}

const nothing = [0, 0, 0];
for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  const whole = sizes(bytes);
  let parts = [nothing, nothing, nothing];
  if (file.endsWith(".html")) {
    const page = bytes.toString();
    const data = /<script[^>]*type="?application\/json[^>]*>([\s\S]*?)<\/script>/.exec(page);
    const map = page.replace(/<section[^>]*data-view="?map[\s\S]*?<\/section>/, "");
    const less = sizes(map);
    parts = [
      sizes(data ? data[1] : ""),
      sizes(data ? page.slice(0, data.index) : page),
      whole.map((size, n) => Math.max(0, size - less[n])),
    ];
  }
  console.log(whole.concat(...parts).join(" "));
}
