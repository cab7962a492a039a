// The page in a frame: tells its host how high it is, where the reader is and when it is ready, and does what the host asks.
// Messages of version 1 (embed/protocol.md); whatever is not one is ignored. None carries hours or typed text.
{
  const app = 'learning-hours-guide', host = parent, root = document.documentElement;
  const say = (type, more) => host.postMessage({ app, v: 1, type, ...more }, '*');
  // What a frame does by itself must not move the host's focus or scroll its page; what its reader does may.
  const onlyForTheReader = (prototype, name) => {
    const act = prototype[name];
    prototype[name] = function (how) {
      if (document.hasFocus()) act.call(this, how);
    };
  };
  if (host != self) {
    onlyForTheReader(HTMLElement.prototype, 'focus');
    onlyForTheReader(SVGElement.prototype, 'focus');
    onlyForTheReader(Element.prototype, 'scrollIntoView');
    let height, node;
    const tellHeight = () => {
      const now = Math.ceil(document.body.getBoundingClientRect().height);
      // A frame that is hidden has no height.
      if (now && now != height) say('height', { height: height = now });
    };
    new ResizeObserver(tellHeight).observe(document.body);
    // A frame far from the window draws nothing, and so observes nothing: it is asked when it is loaded and when it is ready.
    addEventListener('load', tellHeight);
    const tellNode = () => {
      const now = document.querySelector('#app [aria-current=step]')?.dataset.node;
      if (now && now != node) say('node', { id: node = now });
    };
    new MutationObserver((_, observer) => {
      if (root.dataset.app != 'ready') return;
      observer.disconnect();
      say('ready');
      tellNode();
      tellHeight();
      new MutationObserver(tellNode).observe(document.getElementById('app'), { childList: true, subtree: true });
    }).observe(root, { attributeFilter: ['data-app'] });

    // The other language brings its own sentence.
    new MutationObserver(() => 'closed' in root.dataset && close()).observe(root, { attributeFilter: ['lang'] });

    addEventListener('message', ({ source, data }) => {
      if (source != host || data?.app != app || data.v !== 1 || data.type != 'set') return;
      const { theme, lang, view, node } = data, isReady = root.dataset.app == 'ready';
      if (theme == 'auto') delete root.dataset.theme;
      if (theme == 'light' || theme == 'dark') root.dataset.theme = theme;
      const place = [];
      if (typeof node == 'string' && /^[\w-]{1,99}$/.test(node)) place.push('node=' + node);
      if (['guided', 'map', 'outline', 'hours'].includes(view)) {
        place.push('view=' + view);
        if (root.dataset.app == 'static') root.dataset.showing = view;
      }
      if (place.length) location.replace('#' + place.join('&'));
      const language = document.getElementById('language');
      if (lang == language.lang) {
        if (isReady) language.click();
        else location.replace(language.href + location.search + location.hash);
      }
    });
  }
  // A link within the page leaves no entry in the history, which is the host's.
  addEventListener('click', event => {
    const target = event.target, link = target.closest?.('a[href^="#"]');
    if (link && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      location.replace(link.getAttribute('href'));
    }
    // A frame that may not print does not say so.
    if (target.closest?.('[data-action=print]') && !isPrinted) close();
  });
  let isPrinted;
  addEventListener('beforeprint', () => isPrinted = true);
}
