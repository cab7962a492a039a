// The types of `embed.js`, for hosts that check theirs; the messages are those of embed/protocol.md.

export type Lang = 'zh-Hant' | 'en';
export type Theme = 'auto' | 'light' | 'dark';
export type View = 'guided' | 'map' | 'outline' | 'hours';

/** What every message between frame and host carries. */
interface Envelope {
  app: 'learning-hours-guide';
  v: 1;
}

/** Frame to host. */
export type FrameMessage = Envelope &
  (
    | { type: 'ready' }
    /** CSS pixels, an integer. */
    | { type: 'height'; height: number }
    /** The id of the node where the reader is. */
    | { type: 'node'; id: string }
  );

/** Host to frame; what it does not name stays as it is. */
export type HostMessage = Envelope & {
  type: 'set';
  theme?: Theme;
  lang?: Lang;
  view?: View;
  node?: string;
};

/** `<learning-hours-guide lang theme view node>`: its attributes may change at any time. */
export interface LearningHoursGuideElement extends HTMLElement {
  addEventListener(type: 'ready', listener: (event: CustomEvent<null>) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: 'node', listener: (event: CustomEvent<{ id: string }>) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'learning-hours-guide': LearningHoursGuideElement;
  }
}
