// Runs in pages for frames: tells the host how high the page is, where the reader is and when it is ready, and does what the host asks.
//
// Messages of version 1 (embed/protocol.md); anything else is ignored. No message carries hours or typed text.
{
  const app = 'learning-hours-guide';
  const host = parent;
  const root = document.documentElement;
  const isFramed = host != self;
  const say = (type, more) => host.postMessage({ app, v: 1, type, ...more }, '*');

  let toldHeight;
  const tellHeight = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // A frame that is hidden has no height.
    if (!height || height == toldHeight) return;
    toldHeight = height;
    say('height', { height });
  };

  let toldNode;
  const tellNode = () => {
    const id = document.querySelector('#app [aria-current=step]')?.dataset.node;
    if (!id || id == toldNode) return;
    toldNode = id;
    say('node', { id });
  };

  const tellReady = (_, observer) => {
    if (root.dataset.app != 'ready') return;
    observer.disconnect();
    say('ready');
    tellNode();
    tellHeight();
    new MutationObserver(tellNode).observe(document.getElementById('app'), { childList: true, subtree: true });
  };

  // Shows what a host asks for by the fragment, which boot.js follows before the program is there, and the program afterwards.
  const show = (view, node) => {
    const fragment = [];
    if (typeof node == 'string' && /^[\w-]{1,99}$/.test(node)) fragment.push('node=' + node);
    if (['guided', 'map', 'outline', 'hours'].includes(view)) {
      fragment.push('view=' + view);
      if (root.dataset.app == 'static') root.dataset.showing = view;
    }
    if (fragment.length) location.replace('#' + fragment.join('&'));
  };

  const hear = ({ source, data }) => {
    if (source != host || data?.app != app || data.v !== 1 || data.type != 'set') return;
    const { theme, lang, view, node } = data;
    if (theme == 'auto') delete root.dataset.theme;
    if (theme == 'light' || theme == 'dark') root.dataset.theme = theme;
    show(view, node);
    // The link to the page in the other language, which the program follows in place.
    const language = document.getElementById('language');
    if (lang == language.lang) {
      if (root.dataset.app == 'ready') language.click();
      else location.replace(language.href + location.search + location.hash);
    }
  };

  if (isFramed) {
    new ResizeObserver(tellHeight).observe(document.body);
    // A frame far from the window draws nothing, and so observes nothing: it is asked when it is loaded and when it is ready.
    addEventListener('load', tellHeight);
    new MutationObserver(tellReady).observe(root, { attributeFilter: ['data-app'] });
    addEventListener('message', hear);
    // The notice of closed.js comes anew with the sentences of another language.
    const markAgain = () => 'closed' in root.dataset && markClosed();
    new MutationObserver(markAgain).observe(root, { attributeFilter: ['lang'] });
  }

  // A link within the page leaves no entry in the history, which is the host's.
  addEventListener('click', event => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.replace(link.getAttribute('href'));
  });

  // A frame that may not print does not say so: no `beforeprint` came although the button was pressed.
  let isPrinted = false;
  addEventListener('beforeprint', () => isPrinted = true);
  addEventListener('click', event => {
    if (event.target.closest?.('[data-action=print]') && !isPrinted) markClosed();
  });
}
