// Starts the program by the `start` of start.js or unpack.js; whatever goes wrong there is a failure that shows.

// Marks the page as one without a program: the style sheet then shows a sentence, hides what cannot work, and leaves the rest.
const showFailure = () => {
  const root = document.documentElement.dataset;
  root.app = 'failed';
  delete root.showing;
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
