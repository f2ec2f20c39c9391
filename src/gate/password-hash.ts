// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Makes and checks password hashes, off the main thread, a few at a time. */
export interface PasswordHasher {
  /** Argon2id in PHC form. @throws RangeError when the password is not acceptable */
  hash(password: string): Promise<string>;
  /**
   * Whether the password belongs to the hash. Without a hash (nobody has that address) the same work is done against
   * a hash nobody knows the password of, so that an answer takes as long for strangers as for members.
   */
  verify(passwordHash: string | undefined, password: string): Promise<boolean>;
  /** True when the hash was made with weaker parameters than today's. */
  isOutdated(passwordHash: string): boolean;
}

/** The library numbers Argon2id 2, in an enum that cannot be imported one file at a time. */
const argon2id = 2;
/** @source OWASP Password Storage Cheat Sheet: Argon2id with m = 19456 KiB, t = 2, p = 1 at least */
const parameters = {
  algorithm: argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;
/** As every current hash begins; anything else is rehashed at the next login. */
const currentPrefix = '$argon2id$v=19$m=19456,t=2,p=1$';
/** Four hashes hold 76 MiB: a flood of logins costs no more. @source security controls, section 2.2 */
const maxAtOnce = 4;
/** @source OWASP ASVS 5.0, 6.2.1 demands 8 and recommends 15 */
export const minPasswordLength = 12;
/** Longer ones are refused before hashing, as a bound on work. @source OWASP ASVS 5.0, 6.2.9: at least 64 must be allowed */
export const maxPasswordLength = 256;

/** What is wrong with a new password, in words, or undefined. No rules of composition, as ASVS 6.2.5 advises. */
export function findPasswordProblem(password: string): string | undefined {
  const length = [...password].length;
  if (length < minPasswordLength) return `A password needs at least ${minPasswordLength} characters.`;
  if (length > maxPasswordLength) return `A password may have at most ${maxPasswordLength} characters.`;
  if (new Set(password).size < 5) return 'A password needs at least five different characters.';
  return undefined;
}

export function createPasswordHasher(): PasswordHasher {
  const limit = createLimiter(maxAtOnce);
  let nobody: Promise<string> | undefined;
  const hashNow = (password: string) => limit(() => hash(password, parameters));
  return {
    hash(password) {
      const problem = findPasswordProblem(password);
      return problem === undefined ? hashNow(password) : Promise.reject(new RangeError(problem));
    },
    async verify(passwordHash, password) {
      nobody ??= hashNow(randomBytes(32).toString('base64'));
      const against = passwordHash ?? (await nobody);
      const tried = password.slice(0, maxPasswordLength + 1);
      return (await limit(() => verify(against, tried))) && passwordHash !== undefined;
    },
    isOutdated: (passwordHash) => !passwordHash.startsWith(currentPrefix),
  };
}

/** Runs at most `places` tasks at once, in the order they came. */
function createLimiter(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
