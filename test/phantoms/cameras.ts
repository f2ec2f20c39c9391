// SPDX-License-Identifier: Apache-2.0

/** How a phantom is photographed. */
export interface Camera {
  readonly gain: number;
  /** Standard deviation of the sensor's noise, share of full scale of linear light. */
  readonly readNoise: number;
  /** Noise that grows with the root of the light. */
  readonly shotNoise: number;
  /** Passes of a blur over three pixels. */
  readonly blurPasses: number;
  /** 1 keeps colours; more makes them stronger as phones do. */
  readonly saturation: number;
}

/** Our own convention. */
export const cameras = {
  good: { gain: 1, readNoise: 0.0008, shotNoise: 0.006, blurPasses: 1, saturation: 1 },
  phone: { gain: 1.05, readNoise: 0.0015, shotNoise: 0.012, blurPasses: 1, saturation: 1.12 },
  old: { gain: 0.9, readNoise: 0.003, shotNoise: 0.02, blurPasses: 3, saturation: 0.95 },
} as const satisfies Record<string, Camera>;

export type CameraName = keyof typeof cameras;

export const cameraNames = Object.keys(cameras) as [CameraName, ...CameraName[]];
