// SPDX-License-Identifier: Apache-2.0
import { StepFrame } from './step-frame.tsx';

export function PhotosStep() {
  return <StepFrame heading="photos" />;
}
