// How everything here is compressed, as small as it gets: what the build writes is what `cargo xtask size` counts.
const { brotliCompressSync, constants, gzipSync } = require("node:zlib");

function brotli(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}

function gzip(bytes) {
  return gzipSync(bytes, { level: 9 });
}
