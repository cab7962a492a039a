// Unpacks data and program of a single file from the page itself; launch.js calls it, and `initialize` is the glue, in front of this.
//
// Both are one compressed text in the element `packed`, whose data-length says where the data ends and the program begins.
// A browser that cannot unpack throws, like one that may not run the program: either is a failure that shows.
const start = async () => {
  // A copy that was saved from a page with a running program still says `ready`.
  document.documentElement.dataset.app = 'static';
  const packed = document.getElementById('packed');
  const binary = atob(packed.textContent);
  const compressed = new Uint8Array(binary.length);
  // `Uint8Array.from` takes ten times as long: a long task on a slow phone.
  for (let n = 0; n < binary.length; n++) compressed[n] = binary.charCodeAt(n);
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const length = Number(packed.dataset.length);
  document.getElementById('page-data').textContent = new TextDecoder().decode(bytes.subarray(0, length));
  await initialize({ module_or_path: bytes.subarray(length) });
};
