// Whether the page is in a frame with an origin of its own, from which nothing can be printed or saved. A file has no origin either.
const isClosed = self.origin == 'null' && parent != self;
document.documentElement.toggleAttribute('data-closed', isClosed);
if (isClosed) {
  const part = document.querySelector('.notice--closed span'), link = part.querySelector('a');
  // As a text too: such a frame may not open windows either, but text can be copied.
  const address = location.href.replace(/#.*/, '');
  if (/^(http|file)/.test(address)) {
    Object.assign(link, { href: address, target: '_blank', rel: 'noopener noreferrer' });
    link.firstChild.textContent = address;
  } else {
    // A page within the text of its host has no address.
    part.remove();
  }
}
