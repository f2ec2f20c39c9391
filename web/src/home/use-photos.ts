// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks';
import { checkPhotos, type PhotoLimits, type PhotoProblem } from './check-photos.ts';

/** A photograph chosen by the person, not yet sent. */
export interface ChosenPhoto {
  readonly id: number;
  readonly file: File;
  /** For showing it here; it never leaves the browser this way. */
  readonly url: string;
}

export interface Photos {
  readonly chosen: readonly ChosenPhoto[];
  readonly problems: readonly PhotoProblem[];
  add(files: readonly File[]): void;
  remove(photo: ChosenPhoto): void;
  clear(): void;
}

/** The photographs chosen so far. Their pictures are let go of when removed, or when the page goes. */
export function usePhotos(limits: PhotoLimits | undefined): Photos {
  const [chosen, setChosen] = useState<readonly ChosenPhoto[]>([]);
  const [problems, setProblems] = useState<readonly PhotoProblem[]>([]);
  const nextId = useRef(1);
  const current = useRef(chosen);
  current.current = chosen;
  useEffect(() => () => current.current.forEach(release), []);
  return {
    chosen,
    problems,
    add: (files) => {
      const before = chosen.map(({ file }) => file);
      const check = checkPhotos(before, files, limits);
      const added = check.accepted.map((file) => ({
        id: nextId.current++,
        file,
        url: URL.createObjectURL(file),
      }));
      setChosen([...chosen, ...added]);
      setProblems(check.problems);
    },
    remove: (photo) => {
      release(photo);
      setChosen(chosen.filter(({ id }) => id !== photo.id));
      setProblems([]);
    },
    clear: () => {
      chosen.forEach(release);
      setChosen([]);
      setProblems([]);
    },
  };
}

function release(photo: ChosenPhoto): void {
  URL.revokeObjectURL(photo.url);
}
