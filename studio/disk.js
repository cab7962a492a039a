// Runs in the head of the studio: opened from a disk it cannot load its parts, and the sentence for that is shown.
if (location.protocol == 'file:') document.documentElement.dataset.from = 'disk';
