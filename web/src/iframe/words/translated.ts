// SPDX-License-Identifier: Apache-2.0

/** The same keys with texts of another language. */
export type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
};
