// SPDX-License-Identifier: Apache-2.0
export * from './body-sites.ts';
export * from './clinical-indicator.ts';
export * from './concept.ts';
export * from './conclusion.ts';
export * from './conditions.ts';
export * from './content-attachment.ts';
export * from './device-information.ts';
export * from './diagnosis-support.ts';
export * from './discovery.ts';
export * from './error.ts';
export * from './health.ts';
export * from './image-quality.ts';
export * from './limits.ts';
export * from './login.ts';
export * from './media-validity.ts';
export * from './model.ts';
