// Runs in single files and in pages for frames: marks a page that stands in a frame which lets nothing out.
//
// In such a frame (sandbox="allow-scripts", say) printing and saving do nothing, without a word.
// So the style sheet hides both (data-closed), and a notice names the address of the page instead.
const markClosed = () => {
  document.documentElement.dataset.closed = '';
  const part = document.querySelector('.notice--closed span');
  const address = location.href.replace(/#.*/, '');
  if (!/^(http|file)/.test(address)) {
    // A page within the text of its host (srcdoc) has no address.
    part?.remove();
    return;
  }
  const link = part?.querySelector('a');
  if (!link) return;
  Object.assign(link, { href: address, target: '_blank', rel: 'noopener noreferrer' });
  // As a text too: such a frame may not open windows either, but text can be copied.
  link.firstChild.textContent = address;
};

// A frame without an origin of its own is one; a file has no origin either.
if (self.origin == 'null' && parent != self) markClosed();
