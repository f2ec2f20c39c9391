// SPDX-License-Identifier: Apache-2.0
import { findMistakes, type Wish, type WishField, type WishGroup, wishGroups } from './frame-wish.ts';
import { usePlaygroundText } from './playground-words.ts';
import { en } from './words/en.ts';

export interface WishFormProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
}

/** Everything that a host may say about the page. */
export function WishForm({ wish, onWish }: WishFormProps) {
  const p = usePlaygroundText();
  const mistakes = findMistakes(wish);
  const set = (name: string, value: string) => onWish({ ...wish, [name]: value });
  return (
    <form class="stack wishes" aria-label={p('settings')} onSubmit={(event) => event.preventDefault()}>
      <div class="field">
        <label for="wish-company">{p('key')}</label>
        <input
          id="wish-company"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="wish-company-help"
          value={wish['company'] ?? ''}
          onInput={(event) => set('company', event.currentTarget.value)}
        />
        <p class="small soft" id="wish-company-help">
          {p('keyHelp')}
        </p>
      </div>
      {Object.entries(wishGroups).map(([group, fields]) => (
        <fieldset key={group} class="stack">
          <legend>{p(`groups.${group as WishGroup}`)}</legend>
          {fields.map((field) => (
            <WishInput
              key={field.name}
              field={field}
              value={wish[field.name] ?? field.fallback}
              isMistaken={mistakes.has(field.name)}
              onValue={(value) => set(field.name, value)}
            />
          ))}
        </fieldset>
      ))}
    </form>
  );
}

interface WishInputProps {
  readonly field: WishField;
  readonly value: string;
  readonly isMistaken: boolean;
  readonly onValue: (value: string) => void;
}

function WishInput(props: WishInputProps) {
  const { field, value, onValue } = props;
  const p = usePlaygroundText();
  if (field.kind === 'flag')
    return (
      <label class="wish-flag">
        <input
          type="checkbox"
          checked={value === '1'}
          onChange={(event) => onValue(event.currentTarget.checked ? '1' : '0')}
        />
        <span>
          {p(`fields.${field.name}`)} <code>{field.name}</code>
        </span>
      </label>
    );
  return (
    <div class="field">
      <label for={`wish-${field.name}`}>
        {p(`fields.${field.name}`)} <code>{field.name}</code>
      </label>
      {field.choices === undefined ? (
        <WishText {...props} />
      ) : (
        <select
          id={`wish-${field.name}`}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        >
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              <ChoiceName choice={choice} isLanguage={field.name === 'locale'} />
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function WishText({ field: { name, kind }, value, isMistaken, onValue }: WishInputProps) {
  const p = usePlaygroundText();
  const lead = hasHelp(name) ? p(`help.${name}`) : '';
  const help = isMistaken ? p(kind === 'colour' ? 'mistakes.colour' : 'mistakes.json') : lead;
  return (
    <>
      <input
        id={`wish-${name}`}
        autocomplete="off"
        spellcheck={false}
        value={value}
        aria-invalid={isMistaken}
        aria-describedby={help === '' ? undefined : `wish-${name}-help`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {help !== '' && (
        <p class={`small ${isMistaken ? 'mistake' : 'soft'}`} id={`wish-${name}-help`}>
          {help}
        </p>
      )}
    </>
  );
}

function hasHelp(name: WishField['name']): name is keyof typeof en.help & WishField['name'] {
  return name in en.help;
}

interface ChoiceNameProps {
  readonly choice: string;
  readonly isLanguage: boolean;
}

/** Languages by their own names; what has no words here is a name already. */
function ChoiceName({ choice, isLanguage }: ChoiceNameProps) {
  const p = usePlaygroundText();
  if (choice === '') return <>{p('choices.unset')}</>;
  if (isLanguage) return <>{new Intl.DisplayNames([choice], { type: 'language' }).of(choice)}</>;
  return <>{isWorded(choice) ? p(`choices.${choice}`) : choice}</>;
}

function isWorded(choice: string): choice is keyof typeof en.choices {
  return choice in en.choices;
}
