// SPDX-License-Identifier: Apache-2.0

export interface ShareBarProps {
  /** 0-100. */
  readonly percent: number;
  /** Hatched instead of solid: a number the picture does not speak for. */
  readonly isFaint: boolean;
}

/** A bar beside a number that says the same; hidden from screen readers for that reason. */
export function ShareBar({ percent, isFaint }: ShareBarProps) {
  return (
    <span class="bar" aria-hidden="true">
      <span class={isFaint ? 'bar-fill faint' : 'bar-fill'} style={{ width: `${percent}%` }} />
    </span>
  );
}
