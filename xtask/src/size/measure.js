// Run by `cargo xtask size` after smaller.js: for each file named, one line with bytes raw, in gzip and in brotli: of the file, and in a page of its
// page data, of what stands before them, and of its map and its style as what the page would be smaller by without each.
const { readFileSync } = require("node:fs");

function sizes(text) {
  const bytes = Buffer.from(text);
  if (bytes.length === 0) return [0, 0, 0];
  return [bytes.length, gzip(bytes).length, brotli(bytes).length];
}

const nothing = [0, 0, 0];
for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  const whole = sizes(bytes);
  let parts = [nothing, nothing, nothing, nothing];
  if (file.endsWith(".html")) {
    const page = bytes.toString();
    const data = /<script[^>]*id="?page-data[^>]*>([\s\S]*?)<\/script>/.exec(page);
    const less = (what) => {
      const without = sizes(page.replace(what, ""));
      return whole.map((size, n) => Math.max(0, size - without[n]));
    };
    parts = [
      sizes(data ? data[1] : ""),
      sizes(data ? page.slice(0, data.index) : page),
      less(/<section[^>]*data-view="?map[\s\S]*?<\/section>/),
      less(/<style[\s\S]*?<\/style>/g),
    ];
  }
  console.log(whole.concat(...parts).join(" "));
}
