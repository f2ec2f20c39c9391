// SPDX-License-Identifier: Apache-2.0
import { defineFrame, type MountedFrame, type MountOptions, mountFrame as mount } from '@openderm/sdk/embed';

export { toFrameAddress } from '@openderm/sdk/embed';

/** Whoever serves this file serves the page. */
const server = new URL(import.meta.url).origin;

defineFrame({ server });

export type LoaderOptions = Omit<MountOptions, 'server'> & Pick<Partial<MountOptions>, 'server'>;

/** Shows the page in a frame at the end of `container`, for hosts without custom elements. */
export function mountFrame(container: ParentNode & Node, options: LoaderOptions): MountedFrame {
  return mount(container, { server, ...options } as MountOptions);
}
