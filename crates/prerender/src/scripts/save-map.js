// Saves what is shown of the map as a picture: a copy with its looks written into it, made in the browser.
// A script of its own and not part of the program: it is a quarter of the size here, and works before the program is there.
document.addEventListener('click', e => {
  if (!e.target.closest('[data-action=save-map]')) return;
  const map = document.querySelector('.map__drawing');
  const copy = map.cloneNode(true);
  const copies = copy.querySelectorAll('*');
  map.querySelectorAll('*').forEach((shown, n) => {
    const look = getComputedStyle(shown), it = copies[n];
    if (look.display == 'none') {
      it.remove();
      if (shown.matches('.map__wide')) copy.setAttribute('viewBox', map.dataset.narrow);
    }
    // Groups have no looks of their own.
    if (!/^[ag]$/.test(it.tagName))
      for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-weight', 'text-anchor'])
        it.setAttribute(name, look.getPropertyValue(name));
    // Links into the page lead nowhere from a file of its own.
    for (const name of ['class', 'href', 'tabindex']) it.removeAttribute(name);
  });
  copy.removeAttribute('class');
  const [,, width, height] = copy.getAttribute('viewBox').split(' ');
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  copy.setAttribute('font-family', getComputedStyle(map).fontFamily);
  copy.setAttribute('font-size', 14);
  // Letters are made for the ground they stand on, so it goes with them.
  const ground = document.createElementNS(map.namespaceURI, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  const link = document.createElement('a');
  link.href = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  link.download = 'learning-hours-map.svg';
  link.click();
});
