// SPDX-License-Identifier: Apache-2.0
import { DeviceError } from '../../errors.ts';

/** What one request holds of the memory that all bodies share. */
export interface ByteLease {
  /** Holds at least so many bytes. @throws DeviceError `queueFull` when others hold the rest */
  grow(totalBytes: number): void;
  release(): void;
}

/** Bounds the bodies in memory: many large ones at once are told to come back, not let in to be killed together. */
export interface ByteBudget {
  open(): ByteLease;
}

/** A large body is read in about as long on a usual line. */
const retryAfterS = 5;

export function createByteBudget(capacityBytes: number): ByteBudget {
  let usedBytes = 0;
  return {
    open() {
      let heldBytes = 0;
      return {
        grow(totalBytes) {
          const more = totalBytes - heldBytes;
          if (more <= 0) return;
          if (usedBytes + more > capacityBytes) throw new DeviceError('queueFull', { retryAfterS });
          usedBytes += more;
          heldBytes = totalBytes;
        },
        release() {
          usedBytes -= heldBytes;
          heldBytes = 0;
        },
      };
    },
  };
}
