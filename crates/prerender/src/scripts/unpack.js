// Starts the program of the single file: data and program stand in the page as one compressed text, which the browser unpacks.
// A browser that cannot throws, like one that may not run the program: either is a failure that shows.
const start = async (init, length) => {
  const packed = Uint8Array.from(atob(document.getElementById('packed').textContent), sign => sign.charCodeAt());
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  document.getElementById('page-data').textContent = new TextDecoder().decode(bytes.subarray(0, length));
  adopt(document.getElementById('app'));
  await init({ module_or_path: bytes.subarray(length) });
};
