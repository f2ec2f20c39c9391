// SPDX-License-Identifier: Apache-2.0
import { type FrameContent, toFrameAddress } from './frame-address.ts';
import type { FrameMessage } from './frame-message.ts';
import type { FrameLocale } from './frame-parameters.ts';
import { listenToFrame } from './listen-to-frame.ts';

export type MountOptions = FrameContent & {
  /** Where OpenDerm is, e.g. `https://derm.example.org`. */
  readonly server: string;
  readonly onMessage?: (message: FrameMessage) => void;
  /** `content`: as tall as what it shows; `fill`: as tall as what it stands in. Default: `content`. */
  readonly sizing?: FrameSizing;
  /** What people who do not see the page are told that the frame holds. */
  readonly title?: string;
  /** How long the page may stay silent before `openderm_error` says so. */
  readonly patienceMs?: number;
};

export type FrameSizing = 'content' | 'fill';

export interface MountedFrame {
  readonly frame: HTMLIFrameElement;
  readonly href: string;
  remove(): void;
}

/** A step of the flow with its button fits a small phone at this height. @source our own convention */
const leastHeightPx = 480;
/** What says that it is taller is mistaken. @source our own convention */
const mostHeightPx = 20_000;
/** A slow line brings the page within this time. @source our own convention */
const patienceMs = 20_000;

/** @source HTML Living Standard, the iframe element: with its own origin, and without the right to leave the frame */
const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';

const titles: Readonly<Record<FrameLocale, string>> = {
  en: 'Skin photographs',
  es: 'Fotografías de la piel',
  fr: 'Photographies de la peau',
  de: 'Hautfotos',
  pt: 'Fotografias da pele',
};

/**
 * Shows the page in a frame at the end of `container`, and tells what it says.
 * @throws TypeError when there is no such page
 */
export function mountFrame(container: ParentNode & Node, options: MountOptions): MountedFrame {
  const { href, origin } = toFrameAddress(options.server, options);
  const tell = options.onMessage ?? (() => undefined);
  const frame = createFrame(options);
  const silence = setTimeout(
    () => tell({ message: 'openderm_error', id: null, payload: 'no_answer' }),
    options.patienceMs ?? patienceMs,
  );
  const stop = listenToFrame({
    frame,
    origin,
    onMessage(message) {
      clearTimeout(silence);
      if (message.message === 'openderm_height' && options.sizing !== 'fill')
        setHeight(frame, message.payload);
      if (message.message === 'openderm_step') showBeginning(frame);
      tell(message);
    },
  });
  // Heard before it speaks: the page is asked for only now.
  frame.src = href;
  container.append(frame);
  const remove = () => {
    clearTimeout(silence);
    stop();
    frame.remove();
  };
  return { frame, href, remove };
}

function createFrame({ title, sizing = 'content', parameters }: MountOptions): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title ?? titles[parameters?.locale ?? 'en'] ?? titles.en;
  frame.allow = 'camera';
  frame.setAttribute('sandbox', sandbox);
  frame.referrerPolicy = 'no-referrer';
  // Set through the object model: a host's policy against inline styles allows it.
  Object.assign(frame.style, { display: 'block', width: '100%', border: '0', colorScheme: 'normal' });
  if (sizing === 'fill') frame.style.height = '100%';
  else setHeight(frame, leastHeightPx);
  return frame;
}

/** A frame as tall as its page cannot scroll: whoever pressed a button at its end would see the end of the next step. */
function showBeginning(frame: HTMLIFrameElement): void {
  const root = frame.getRootNode();
  const isWithin = (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === frame;
  if (isWithin && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
}

function setHeight(frame: HTMLIFrameElement, wantedPx: number): void {
  frame.style.height = `${Math.ceil(Math.min(mostHeightPx, Math.max(leastHeightPx, wantedPx)))}px`;
}
