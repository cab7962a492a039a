// Starts the program of the single file: data and program stand in the page as one compressed text, which the browser unpacks.
// A browser that cannot throws, like one that may not run the program: either is a failure that shows.
const start = async (init, length) => {
  // A copy that was saved from a living page says of itself that it lives.
  document.documentElement.dataset.app = 'static';
  const signs = atob(document.getElementById('packed').textContent), packed = new Uint8Array(signs.length);
  // `Uint8Array.from` takes ten times as long: a long task on a slow phone.
  for (let n = 0; n < signs.length; n++) packed[n] = signs.charCodeAt(n);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  document.getElementById('page-data').textContent = new TextDecoder().decode(bytes.subarray(0, length));
  adopt(document.getElementById('app'));
  await init({ module_or_path: bytes.subarray(length) });
};
