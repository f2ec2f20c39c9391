// SPDX-License-Identifier: Apache-2.0

/** What we use of a library that has no types of its own. */
declare module 'dcmjs' {
  export const data: {
    readonly DicomDict: new (
      meta: object,
    ) => {
      dict: object;
      write(options: { readonly allowInvalidVRLength: boolean }): ArrayBuffer;
    };
    readonly DicomMetaDictionary: {
      /** Attributes by keyword in, by tag out. */
      denaturalizeDataset(dataset: object): object;
    };
  };
}
