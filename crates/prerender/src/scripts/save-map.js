// Runs in every page with a map: saves what is shown of the map as a picture, made in the browser and sent nowhere.
//
// The picture is a copy of the drawing with its looks written into it as attributes, because the style sheet stays behind.
// It is no part of the program because it works before the program is there.
{
  const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-weight', 'text-anchor'];
  // Attributes that mean something within the page only: links lead nowhere from a file of its own.
  const LEFT_OUT = ['class', 'href', 'tabindex', 'aria-current'];
  // Above the drawing: its title, and below that the address and the date.
  const HEAD = 56;

  const copyWithLooks = map => {
    const copy = map.cloneNode(true);
    const copies = copy.querySelectorAll('*');
    map.querySelectorAll('*').forEach((shown, index) => {
      const look = getComputedStyle(shown);
      const copied = copies[index];
      if (look.display == 'none' || look.visibility == 'hidden') copied.remove();
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
    rect.setAttribute('y', -HEAD);
    rect.setAttribute('width', '100%');
    rect.setAttribute('height', '100%');
    rect.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
    return rect;
  };

  const line = (map, y, words, weight) => {
    const text = document.createElementNS(map.namespaceURI, 'text');
    text.setAttribute('x', 8);
    text.setAttribute('y', y - HEAD);
    text.setAttribute('fill', getComputedStyle(document.body).color);
    text.setAttribute('font-weight', weight);
    text.textContent = words;
    return text;
  };

  const picture = map => {
    const copy = copyWithLooks(map);
    const { width, height } = map.getBoundingClientRect();
    const view = [0, -HEAD, Math.ceil(width), Math.ceil(height) + HEAD];
    copy.setAttribute('viewBox', view.join(' '));
    copy.setAttribute('width', view[2]);
    copy.setAttribute('height', view[3]);
    copy.setAttribute('font-family', getComputedStyle(map).fontFamily);
    copy.setAttribute('font-size', 14);
    const day = new Date().toLocaleDateString(document.documentElement.lang);
    copy.prepend(
      ground(map),
      line(map, 20, document.title, 700),
      line(map, 40, location.href.split(/[?#]/)[0] + ' · ' + day, 400),
    );
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
