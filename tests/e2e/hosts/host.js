// Notes in every host the messages that reach it, the events of the loader, and whatever goes wrong.
window.seen = { messages: [], events: [], wrong: [], heights: [] };
addEventListener('message', ({ data }) => {
  seen.messages.push(data?.type);
  if (data?.type == 'height') seen.heights.push([data.height, performance.now()]);
});
for (const type of ['ready', 'node'])
  addEventListener(type, ({ detail }) => seen.events.push([type, detail?.id].filter(Boolean).join(' ')));
for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
  addEventListener(type, event => seen.wrong.push(type + ' ' + (event.message ?? event.violatedDirective ?? event.reason)), true);
