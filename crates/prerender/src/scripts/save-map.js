// Runs in every page with a map: saves what is shown of the map as a picture, made in the browser and sent nowhere.
//
// The picture is a copy of the drawing with its looks written into it as attributes, because the style sheet stays behind.
// It is no part of the program because it works before the program is there.
{
  const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-weight', 'text-anchor'];
  // What means something within the page only: links lead nowhere from a file of its own.
  const LEFT_OUT = ['class', 'href', 'tabindex'];

  const copyWithLooks = map => {
    const copy = map.cloneNode(true);
    const copies = copy.querySelectorAll('*');
    map.querySelectorAll('*').forEach((shown, index) => {
      const look = getComputedStyle(shown);
      const copied = copies[index];
      if (look.display == 'none') {
        copied.remove();
        // Where the wide form is hidden, the picture has the size of the narrow one.
        if (shown.matches('.map__wide')) copy.setAttribute('viewBox', map.dataset.narrow);
      }
      // Groups and links have no looks of their own.
      if (!/^[ag]$/.test(copied.tagName))
        for (const name of LOOKS) copied.setAttribute(name, look.getPropertyValue(name));
      for (const name of LEFT_OUT) copied.removeAttribute(name);
    });
    copy.removeAttribute('class');
    return copy;
  };

  // Text is coloured for the ground that it stands on, so the ground goes with it.
  const ground = map => {
    const rect = document.createElementNS(map.namespaceURI, 'rect');
    rect.setAttribute('width', '100%');
    rect.setAttribute('height', '100%');
    rect.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
    return rect;
  };

  const picture = map => {
    const copy = copyWithLooks(map);
    const [, , width, height] = copy.getAttribute('viewBox').split(' ');
    copy.setAttribute('width', width);
    copy.setAttribute('height', height);
    copy.setAttribute('font-family', getComputedStyle(map).fontFamily);
    copy.setAttribute('font-size', 14);
    copy.prepend(ground(map));
    return new XMLSerializer().serializeToString(copy);
  };

  document.addEventListener('click', event => {
    if (!event.target.closest('[data-action=save-map]')) return;
    const link = document.createElement('a');
    link.href = 'data:image/svg+xml,' + encodeURIComponent(picture(document.querySelector('.map__drawing')));
    link.download = 'learning-hours-map.svg';
    link.click();
  });
}
