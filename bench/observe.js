// Runs in every page before anything else: notes what the browser says of loading, and times presses up to the next paint.

function observe(ready, { target, effect }) {
  const seen = { shift: 0, tasks: [], ready: null, effect: null, paints: [], waiting: 0, programs: [] };
  window.bench = seen;
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("layout-shift", (it) => it.hadRecentInput || (seen.shift += it.value));
  watch("longtask", (it) => seen.tasks.push(it));
  const painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;

  // The memory of a WebAssembly program does not count as the heap of a script.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await start.apply(WebAssembly, given);
      seen.programs.push(result.instance ?? result);
      return result;
    };
  }
  const memories = () =>
    seen.programs
      .flatMap((program) => Object.values(program.exports))
      .filter((it) => it instanceof WebAssembly.Memory)
      .reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  // A message that is sent in a frame arrives when the frame has been drawn.
  const channel = new MessageChannel();
  const drawn = [];
  channel.port1.onmessage = () => drawn.shift()(performance.now());
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      drawn.push(then);
      channel.port2.postMessage(0);
    });

  const look = () => {
    if (document.documentElement && ready()) {
      afterPaint((now) => (seen.ready = now));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);

  // Someone impatient: clicks as soon as there is something to click, in every frame until it helps.
  if (target) {
    const press = () => {
      if (document.querySelector(effect)) {
        return afterPaint((now) => (seen.effect = now));
      }
      const element = painted() && document.querySelector(target);
      const box = element?.getBoundingClientRect();
      if (box?.width > 0 && getComputedStyle(element).visibility === "visible") {
        const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
        for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
          const Kind = type.startsWith("pointer") ? PointerEvent : MouseEvent;
          element.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, view: window, ...place }));
        }
      }
      requestAnimationFrame(press);
    };
    requestAnimationFrame(press);
  }

  // From the moment of a press, as the browser names it, to the end of the next frame.
  const time = (event) => {
    if (!event.isTrusted) return;
    seen.waiting += 1;
    afterPaint((now) => {
      seen.paints.push(now - event.timeStamp);
      seen.waiting -= 1;
    });
  };
  addEventListener("click", time, true);

  seen.report = () => {
    const tasks = seen.tasks.filter(({ startTime }) => startTime >= painted()).map(({ duration }) => duration);
    return {
      first: painted(),
      ready: seen.ready,
      tasks: tasks.length,
      longest: Math.max(0, ...tasks),
      blocking: tasks.reduce((sum, duration) => sum + duration - 50, 0),
      shift: seen.shift,
      programs: memories(),
    };
  };
}
