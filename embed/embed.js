// Puts the guide into a host's page: `<learning-hours-guide lang theme view node>` or an element with `data-learning-hours-guide`.
// It makes a frame, keeps it as high as its content, and tells the page what the frame says. See docs/embedding.md and embed/protocol.md.
(() => {
  const name = 'learning-hours-guide', marked = '[data-learning-hours-guide]';
  // Loaded twice.
  if (customElements.get(name)) return;
  // The address of this script, where it has one of its own: a module, a bundle of the host and a script within a page have none.
  const own = document.currentScript?.src.match(/^.*\/(?=embed\.js(?:[?#]|$))/)?.[0];
  // The milliseconds in which a frame has to answer before a link is put beside it.
  const patience = 5000;
  const known = {
    lang: ['zh-Hant', 'en'],
    theme: ['auto', 'light', 'dark'],
    view: ['guided', 'map', 'outline', 'hours'],
  };
  const isNode = text => /^[\w-]{1,99}$/.test(text);

  // The folder of the guide: that of this script, else that of the page which the host's link in the element leads to.
  const folderOf = element => {
    const link = element.querySelector('a[href]')?.href.replace(/[?#].*/, '');
    return own ?? link?.match(/^(https?:.*?\/)(?:en\/)?(?:index\.html|embed\.html)?$/)?.[1];
  };

  customElements.define(name, class extends HTMLElement {
    static observedAttributes = ['lang', 'theme', 'view', 'node'];

    // The value that an attribute asks for, if the guide knows it.
    asked(name) {
      const text = (this.getAttribute(name) ?? '').trim();
      if (name == 'node') return isNode(text) ? text : undefined;
      // As pages write it: en-US, zh-TW.
      if (name == 'lang') return known.lang.find(it => it.slice(0, 2) == text.slice(0, 2).toLowerCase());
      return known[name].find(it => it.toLowerCase() == text.toLowerCase());
    }

    address(page) {
      const address = new URL((this.asked('lang') == 'en' ? 'en/' : '') + page, this.folder);
      const theme = this.asked('theme'), view = this.asked('view'), node = this.asked('node');
      if (theme) address.searchParams.set('theme', theme);
      if (view) address.searchParams.set('view', view);
      if (node) address.hash = 'node=' + node;
      return address.href;
    }

    connectedCallback() {
      if (this.frame) return;
      // The children that the host wrote into the element may not have been read yet.
      if (document.readyState == 'loading' && !this.firstChild)
        return addEventListener('DOMContentLoaded', () => this.isConnected && this.connectedCallback(), { once: true });
      this.folder ??= folderOf(this);
      // No address of the guide is known: the host's children stay.
      if (!this.folder) return;
      const isEnglish = this.asked('lang') == 'en';
      const frame = this.frame = document.createElement('iframe');
      frame.title = isEnglish ? 'Guide to lifelong learning hours' : '終身學習時數查詢';
      frame.loading = 'lazy';
      // Others let a frame copy anyway, or never, and complain of a word that they do not know.
      if (document.featurePolicy?.features().includes('clipboard-write')) frame.allow = 'clipboard-write';
      frame.src = this.address('embed.html');
      this.style.display = 'block';
      Object.assign(frame.style, { display: 'block', boxSizing: 'border-box', width: '100%', height: '40rem', border: '0' });
      const link = this.link = document.createElement('a');
      link.href = this.address('index.html');
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = isEnglish ? 'Open the guide in a new tab' : '在新分頁開啟「終身學習時數查詢」';
      link.hidden = true;
      // The frame loads when it comes near the window, so it is waited for from then on.
      frame.onload = () => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => link.hidden = this.hasAnswered, patience);
      };
      addEventListener('message', this);
      // The host's children were for pages without scripts.
      this.replaceChildren(frame, link);
    }

    disconnectedCallback() {
      removeEventListener('message', this);
      clearTimeout(this.timer);
      if (this.frame) this.replaceChildren();
      this.frame = this.hasAnswered = this.isLate = undefined;
    }

    // An element that is moved as a whole keeps its frame.
    connectedMoveCallback() {}

    attributeChangedCallback(name) {
      if (!this.frame) return;
      if (this.hasAnswered) this.ask(name);
      else this.isLate = true;
    }

    // Asks the frame to follow these attributes.
    ask(...names) {
      const wishes = Object.fromEntries(names.map(name => [name, this.asked(name)]));
      if (names.includes('theme')) wishes.theme ??= 'auto';
      const { origin } = new URL(this.folder);
      this.frame.contentWindow?.postMessage({ app: name, v: 1, type: 'set', ...wishes }, origin == 'null' ? '*' : origin);
    }

    handleEvent({ source, origin, data }) {
      if (source != this.frame.contentWindow || origin != new URL(this.folder).origin || data?.app != name || data.v !== 1) return;
      const { type, height, id } = data;
      if (type == 'height' && Number.isInteger(height) && height > 0 && height < 1e5) this.frame.style.height = height + 'px';
      else if (type == 'ready') this.tell(type);
      else if (type == 'node' && isNode(id)) this.tell(type, { id });
      else return;
      this.hasAnswered = this.link.hidden = true;
      if (this.isLate) {
        this.isLate = false;
        this.ask('lang', 'theme', 'view', 'node');
      }
    }

    tell(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
    }
  });

  // Where a content system keeps no unknown elements, `data-` attributes of any element say the same.
  const fill = () => {
    for (const place of document.querySelectorAll(marked)) {
      if (place.querySelector(name) || !folderOf(place)) continue;
      const guide = document.createElement(name);
      guide.folder = folderOf(place);
      for (const name of ['lang', 'theme', 'view', 'node'])
        if (place.dataset[name]) guide.setAttribute(name, place.dataset[name]);
      place.replaceChildren(guide);
    }
  };
  if (document.readyState == 'loading') addEventListener('DOMContentLoaded', fill);
  else fill();
  // Those that a script of the host puts in later, or completes.
  new MutationObserver(changes => {
    const isOfPlace = node => node.matches?.(`${marked}, ${marked} *`) || node.querySelector?.(marked);
    if (document.readyState != 'loading' && changes.some(({ addedNodes }) => [...addedNodes].some(isOfPlace))) fill();
  }).observe(document, { childList: true, subtree: true });
})();
