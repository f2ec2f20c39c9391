// SPDX-License-Identifier: Apache-2.0
import type { FrameMessage } from './frame-message.ts';
import { type MountedFrame, mountFrame } from './mount-frame.ts';
import { frameAttributes, type ReadAttributes, readAttributes } from './read-attributes.ts';

/** Events of an `<openderm-frame>`, each named like the message it brings. */
export type FrameEvents = {
  readonly [Told in FrameMessage as Told['message']]: CustomEvent<Pick<Told, 'id' | 'payload'>>;
};

/** The element, with its events typed. */
export interface OpenDermFrame extends HTMLElement {
  addEventListener<Name extends keyof FrameEvents>(
    type: Name,
    listener: (event: FrameEvents[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export interface DefineOptions {
  /** Where OpenDerm is, for elements that do not say so in their `server`. */
  readonly server?: string;
}

export const frameTag = 'openderm-frame';

/** Teaches the browser `<openderm-frame>`. Doing so again changes nothing. */
export function defineFrame({ server }: DefineOptions = {}): void {
  if (customElements.get(frameTag) === undefined) customElements.define(frameTag, createElementClass(server));
}

/** Made when asked for: servers that render pages have no HTMLElement. */
function createElementClass(defaultServer: string | undefined): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly observedAttributes = frameAttributes;
    readonly #root = this.attachShadow({ mode: 'open' });
    #mounted: MountedFrame | undefined;
    #shown = '';
    #isQueued = false;

    connectedCallback() {
      this.#queue();
    }

    disconnectedCallback() {
      this.#unmount();
    }

    attributeChangedCallback() {
      this.#queue();
    }

    /** Attributes come one by one: the page is asked for once, when all are there. */
    #queue() {
      if (this.#isQueued) return;
      this.#isQueued = true;
      queueMicrotask(() => {
        this.#isQueued = false;
        if (this.isConnected) this.#show(readAttributes(this));
      });
    }

    #show(wanted: ReadAttributes) {
      const { server = defaultServer ?? '', content, sizing, label } = wanted;
      const shown = JSON.stringify({ server, content, sizing, label });
      if (shown === this.#shown) return;
      this.#unmount();
      this.#shown = shown;
      layOut(this, sizing === 'fill');
      if (content === undefined) return;
      try {
        const onMessage = (message: FrameMessage) => this.#tell(message);
        const named = label === undefined ? {} : { title: label };
        this.#mounted = mountFrame(this.#root, { ...content, ...named, server, sizing, onMessage });
      } catch (trouble) {
        console.error(`OpenDerm: ${trouble instanceof Error ? trouble.message : String(trouble)}`);
        this.#tell({ message: 'openderm_error', id: null, payload: 'bad_address' });
      }
    }

    #tell({ message, id, payload }: FrameMessage) {
      this.dispatchEvent(new CustomEvent(message, { detail: { id, payload } }));
    }

    #unmount() {
      this.#mounted?.remove();
      this.#mounted = undefined;
      this.#shown = '';
    }
  };
}

/** In a sheet of its own: a host's styles win over it, and its policy against inline ones allows it. */
function layOut({ shadowRoot }: HTMLElement, isFilling: boolean): void {
  if (shadowRoot === null) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { display: block; ${isFilling ? 'block-size: 100%;' : ''} }`);
  shadowRoot.adoptedStyleSheets = [sheet];
}
