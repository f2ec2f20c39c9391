// SPDX-License-Identifier: Apache-2.0
import type { FirstAccount } from '../device/ensure-first-account.ts';

/** How somebody can log in after this start. */
export interface WelcomeAccount {
  readonly email: string;
  /** What to say of the password. */
  readonly password:
    | { readonly kind: 'generated'; readonly text: string }
    | { readonly kind: 'configured' }
    | { readonly kind: 'earlier' };
}

/** The account to show: the one just made, or the oldest there is. */
export function toWelcomeAccount(account: FirstAccount): WelcomeAccount | undefined {
  if (account.kind === 'made') {
    const { email, generatedPassword: text } = account;
    return { email, password: text === null ? { kind: 'configured' } : { kind: 'generated', text } };
  }
  const [email] = account.emails;
  return email === undefined ? undefined : { email, password: { kind: 'earlier' } };
}

export interface WelcomeOptions {
  readonly softwareVersion: string;
  /** As a browser on this machine reaches it, without a trailing slash. */
  readonly origin: string;
  readonly account: WelcomeAccount | undefined;
  readonly workers: number;
  readonly models: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: { readonly note: string; readonly commercialUse: boolean };
  }[];
  /** A photograph to try, relative to the project's folder; undefined where the samples are not installed. */
  readonly samplePhoto: string | undefined;
}

/** What a person reads in the terminal once the server answers. */
export function writeWelcome(options: WelcomeOptions): string {
  const { softwareVersion, origin, account } = options;
  const sections = [
    `OpenDerm ${softwareVersion} is ready. Decision support only: every result is preliminary.`,
    writeRows([
      ['Page', `${origin}/`],
      ['API', `${origin}/v1    documentation: ${origin}/docs`],
      ...writeAccount(account),
      ['Workers', String(options.workers)],
      ...writeModels(options.models),
    ]),
    ...writeTrial(options),
    'Stop with Ctrl-C.',
  ];
  return `\n${sections.join('\n\n')}\n`;
}

const labelColumns = 12;

function writeRows(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([label, text]) => `  ${label.padEnd(labelColumns)}${text}`).join('\n');
}

function writeAccount(account: WelcomeAccount | undefined): (readonly [string, string])[] {
  if (account === undefined) return [['Login', 'there is no account: npx openderm user add <e-mail>']];
  const { email, password } = account;
  const words = {
    generated: password.kind === 'generated' ? `${password.text}    (printed this once: note it)` : '',
    configured: 'the one in OPENDERM_ADMIN_PASSWORD',
    earlier: `as set earlier    (forgotten? npx openderm user password ${email})`,
  };
  return [
    ['Login', email],
    ['Password', words[password.kind]],
  ];
}

function writeModels(models: WelcomeOptions['models']): (readonly [string, string])[] {
  const names = models.map(({ name, version }) => `${name} ${version}`).join(', ');
  const notes = models.filter(({ licence }) => !licence.commercialUse).map(({ licence }) => licence.note);
  const licence = notes.length === 0 ? 'all uses' : [...new Set(notes)].join(' ');
  const hint = notes.length === 0 ? '' : '    (a set for all uses: OPENDERM_MODEL_SET=free)';
  return [
    ['Models', names],
    ['Licence', `${licence}${hint}`],
  ];
}

/** Enough of the answer to see the first conclusions. */
const shownBytes = 2000;

function writeTrial({ origin, account, samplePhoto }: WelcomeOptions): readonly string[] {
  if (account === undefined || samplePhoto === undefined) return [];
  const { email, password } = account;
  const secret = {
    generated: password.kind === 'generated' ? password.text : '',
    configured: '',
    earlier: '',
  };
  const typed = secret[password.kind] || '<password>';
  return [
    'Try it, in another terminal, from this folder:',
    [
      `  TOKEN=$(curl -s ${origin}/v1/login --data-urlencode 'username=${email}' --data-urlencode 'password=${typed}' \\`,
      `    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
      `  { printf '{"payload":[{"contentAttachment":{"data":"'; base64 < ${samplePhoto} | tr -d '\\n'; printf '"}}]}'; } \\`,
      `    | curl -s ${origin}/v1/diagnosis-support -H "Authorization: Bearer $TOKEN" \\`,
      `      -H 'Content-Type: application/json' --data-binary @- | head -c ${shownBytes}`,
    ].join('\n'),
  ];
}
