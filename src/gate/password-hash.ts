// SPDX-License-Identifier: Apache-2.0
import { hash, verify } from '@node-rs/argon2';
import { DeviceError } from '../errors.ts';

/** Makes and checks password hashes, off the main thread, a few at a time. */
export interface PasswordHasher {
  /** Argon2id in PHC form. @throws RangeError when the password is not acceptable */
  hash(password: string): Promise<string>;
  /**
   * Whether the password belongs to the hash. Without a hash (nobody has that address) the same work is done against
   * a hash nobody knows the password of, so that an answer takes as long for strangers as for members.
   * @throws DeviceError `tooManyLogins` when too many are waiting already
   */
  verify(passwordHash: string | undefined, password: string): Promise<boolean>;
  /** True when the hash was made with other parameters than today's. */
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
/** Of 256 random bits that were thrown away. It opens nothing, whatever the password: it is there to be worked on. */
const nobodysHash = `${currentPrefix}YwZpQgAJUDTyfxUkELGWAg$Y0vwEGY6+e5i817Jm+z4DUfxMrNp5gKMhLdhFZkYszE`;
/** Four hashes hold 76 MiB: a flood of logins costs no more. @source security controls, section 2.2 */
const maxAtOnce = 4;
/** Some 15 ms of a core each: whoever comes later would wait seconds, and holds memory meanwhile. */
const defaultMaxWaiting = 200;
/** The queue above is empty again by then. */
const retryAfterS = 2;
/** @source OWASP ASVS 5.0, 6.2.1 demands 8 and recommends 15 */
export const minPasswordLength = 12;
/** Longer ones are refused before hashing, as a bound on work. @source OWASP ASVS 5.0, 6.2.9: at least 64 must be allowed */
export const maxPasswordLength = 256;
/** Keeps out a key held down; what else makes a password weak is its owner's to judge. */
const minDifferentCharacters = 5;

/**
 * What is wrong with a new password, in words, or undefined: 12 to 256 characters of any script, at least five different
 * ones. No rules of composition, as ASVS 6.2.5 advises. The same text typed on another keyboard is the same password
 * (Unicode NFKC).
 */
export function findPasswordProblem(password: string): string | undefined {
  const characters = [...toCanonical(password)];
  if (characters.length < minPasswordLength)
    return `A password needs at least ${minPasswordLength} characters.`;
  if (characters.length > maxPasswordLength)
    return `A password may have at most ${maxPasswordLength} characters.`;
  if (new Set(characters).size < minDifferentCharacters)
    return `A password needs at least ${minDifferentCharacters} different characters.`;
  return undefined;
}

/** @source NIST SP 800-63B-4, 3.1.1.2: normalise with NFKC or NFKD before hashing */
function toCanonical(password: string): string {
  return password.normalize('NFKC');
}

export interface PasswordHasherOptions {
  /** Told of every Argon2 computation, right before it starts. */
  readonly onWork?: () => void;
  /** Whoever comes when so many are waiting is turned away. */
  readonly maxWaiting?: number;
}

export function createPasswordHasher({
  onWork,
  maxWaiting = defaultMaxWaiting,
}: PasswordHasherOptions = {}): PasswordHasher {
  const takeTurn = createTurnstile(maxWaiting);
  const work = <T>(computation: () => Promise<T>) =>
    takeTurn(() => {
      onWork?.();
      return computation();
    });
  return {
    hash(password) {
      const problem = findPasswordProblem(password);
      if (problem !== undefined) return Promise.reject(new RangeError(problem));
      return work(() => hash(toCanonical(password), parameters));
    },
    async verify(passwordHash, password) {
      const against = passwordHash ?? nobodysHash;
      const isRight = await work(() => verify(against, toCanonical(password)));
      return isRight && passwordHash !== undefined;
    },
    isOutdated: (passwordHash) => !passwordHash.startsWith(currentPrefix),
  };
}

/** Runs at most `maxAtOnce` tasks at once, in the order they came, and turns away those who would wait too long. */
function createTurnstile(maxWaiting: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = maxAtOnce;
  return async (task) => {
    if (waiting.length >= maxWaiting) throw new DeviceError('tooManyLogins', { retryAfterS });
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
