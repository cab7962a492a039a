// In a frame that lets nothing out, nothing can be printed or saved: then the page does not offer it and names its address.
const close = () => {
  document.documentElement.dataset.closed = '';
  const part = document.querySelector('.notice--closed span'), link = part?.querySelector('a');
  // As a text too: such a frame may not open windows either, but text can be copied.
  const address = location.href.replace(/#.*/, '');
  if (/^(http|file)/.test(address)) {
    Object.assign(link, { href: address, target: '_blank', rel: 'noopener noreferrer' });
    link.firstChild.textContent = address;
  } else {
    // A page within the text of its host has no address.
    part?.remove();
  }
};
// A frame without an origin of its own is one; a file has no origin either.
if (self.origin == 'null' && parent != self) close();
