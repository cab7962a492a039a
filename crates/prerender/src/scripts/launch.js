// Starts the program by the `start` of start.js or unpack.js; whatever goes wrong there or later is a failure that shows.

let hasFailed = false;

// Marks the page as one without a program: the style sheet then shows a sentence, hides what cannot work, and leaves the rest.
const showFailure = () => {
  if (hasFailed) return;
  hasFailed = true;
  const root = document.documentElement.dataset;
  root.app = 'failed';
  delete root.showing;
  // The program leaves the views that it does not show to the browser's search.
  for (const view of document.querySelectorAll('[data-view][hidden]')) {
    view.removeAttribute('hidden');
    view.removeAttribute('aria-hidden');
  }
  // Leads to the node that the address asks for. `scrollIntoView` would scroll the page of a host too.
  const [, node] = /(?:node(?:=|%3d)|outline-)([\w-]+)/i.exec(location.hash) ?? [];
  const entry = node && document.getElementById('outline-' + node.toLowerCase());
  if (entry) scrollBy(0, entry.getBoundingClientRect().top);
};

// Tells guard.js that this browser understands the scripts of the page.
document.documentElement.dataset.launched = '';
// A browser without this is older than the program is made for: it would fail later, perhaps where nobody sees it.
if (Array.prototype.at) start().catch(showFailure);
else showFailure();
// A program that panics marks the page itself; one that the engine stops (a trap) cannot, and would leave a page that looks alive.
for (const type of ['error', 'unhandledrejection']) {
  addEventListener(type, ({ error, reason }) => {
    if ((error ?? reason)?.name == 'RuntimeError') showFailure();
  });
}
