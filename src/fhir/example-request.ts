// SPDX-License-Identifier: Apache-2.0
import type { Item, Items, ValueTree } from '../scoring/items.ts';
import type { Form, ScoringSystem } from '../scoring/scoring-system.ts';

interface Surroundings {
  /** Text of a condition that the system was made for; of a common one where it was made for any. */
  readonly condition: string;
  /** Body sites the form can be scored on; null for any. */
  readonly sites: readonly string[] | null;
}

/** A request body that answers a form as it stands; for a photograph there is a place to put it. */
export function toExampleRequest(
  system: ScoringSystem,
  form: Form,
  { condition, sites }: Surroundings,
): Record<string, unknown> {
  const { code, input, example } = system;
  const isOwn = example.form === form.identifier;
  const answers = isOwn ? askedAnswers(form.items, example.answers) : lowestAnswers(form.items);
  const photograph = { payload: { contentAttachment: { data: '<base64 of the photograph>' } } };
  return {
    ...(input === 'photograph' && photograph),
    bodySite: chooseSite(isOwn ? example.site : undefined, sites),
    knownCondition: { conclusion: { text: condition } },
    scoringSystem: { [code]: { questionnaireResponse: { item: answers } } },
  };
}

/** Where any site will do. */
const usualSite = 'armLeft';

function chooseSite(wanted: string | undefined, sites: Surroundings['sites']): string {
  if (wanted !== undefined) return wanted;
  return sites === null || sites.includes(usualSite) ? usualSite : (sites[0] ?? usualSite);
}

/** Without what the photograph answers. */
function askedAnswers(items: Items, answers: ValueTree): ValueTree {
  const asked = Object.entries(items).flatMap(([code, item]): readonly [string, ValueTree[string]][] => {
    const answer = answers[code];
    if (answer === undefined) return [];
    if (item.kind !== 'group') return item.by === 'asked' ? [[code, answer]] : [];
    return isAsked(item) && typeof answer === 'object' ? [[code, askedAnswers(item.items, answer)]] : [];
  });
  return Object.fromEntries(asked);
}

/** What has to be answered, with the least; where all may be left out, the first question. */
function lowestAnswers(items: Items): ValueTree {
  const asked = Object.entries(items).filter(([, item]) => isAsked(item));
  const wanted = asked.filter(([, { required }]) => required);
  const chosen = wanted.length > 0 ? wanted : asked.slice(0, 1);
  return Object.fromEntries(chosen.map(([code, item]) => [code, lowestAnswer(item)]));
}

function lowestAnswer(item: Item): ValueTree[string] {
  if (item.kind === 'group') return lowestAnswers(item.items);
  return item.kind === 'measure' ? item.minimum : item.options[0]?.value;
}

function isAsked(item: Item): boolean {
  return item.kind === 'group' ? Object.values(item.items).some(isAsked) : item.by === 'asked';
}
