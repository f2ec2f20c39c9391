// SPDX-License-Identifier: Apache-2.0
import type { FieldErrorsResponse } from '@openderm/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodySites } from '../../src/catalogue/body-sites.ts';
import { acceptsSite } from '../../src/scoring/accepts-site.ts';
import type { Item, Items, Leaf, ValueTree } from '../../src/scoring/items.ts';
import { listPlaces, type Place, withAnswer } from '../fixtures/random-answers.ts';
import { type SystemForm, systemForms } from '../fixtures/score-of.ts';
import { siteOf } from '../fixtures/site-of.ts';
import { startTinyServer, type TinyServer } from '../fixtures/tiny-server.ts';

/* Every question of every questionnaire, answered wrongly in every way there is. */

let tiny: TinyServer;
let authorization: string;
beforeAll(async () => {
  tiny = await startTinyServer();
  authorization = `Bearer ${await tiny.logIn()}`;
});
afterAll(() => tiny?.close());

type Detail = FieldErrorsResponse['detail'][number];

/** What the server finds wrong with answers; nothing where it gives a score. */
async function faultsOf({ system, form }: SystemForm, answers: unknown): Promise<readonly Detail[]> {
  const site = bodySites.find(
    ({ code, acceptedAsInput }) => acceptedAsInput && acceptsSite(system, form, siteOf(code)),
  );
  const answer = await fetch(`${tiny.baseUrl}/severity-assessment/manual`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({
      bodySite: site?.code,
      knownCondition: { conclusion: { text: 'psoriasis' } },
      scoringSystem: { [system.code]: { questionnaireResponse: { item: answers } } },
    }),
  });
  const { detail = [] } = (await answer.json()) as Partial<FieldErrorsResponse>;
  expect([answer.status, detail]).toEqual([detail.length > 0 ? 422 : 200, detail]);
  return detail;
}

/** Every question answered with the least. */
function lowestAnswers(items: Items): ValueTree {
  return Object.fromEntries(Object.entries(items).map(([code, item]) => [code, lowestAnswer(item)]));
}

function lowestAnswer(item: Item): ValueTree[string] {
  if (item.kind === 'group') return lowestAnswers(item.items);
  return item.kind === 'measure' ? item.minimum : item.options[0]?.value;
}

/** No scale has steps as fine as this. */
const finerThanAnyScale = 0.05;

/** Numbers that a question does not take. */
function outOfRange(leaf: Leaf): readonly number[] {
  const allowed = leaf.kind === 'choice' ? leaf.options.map(({ value }) => value) : [];
  const least = leaf.kind === 'measure' ? leaf.minimum : Math.min(...allowed);
  const most = leaf.kind === 'measure' ? leaf.maximum : Math.max(...allowed);
  const between = leaf.kind === 'measure' ? least + 0.1 ** (leaf.decimals + 1) : least + finerThanAnyScale;
  return [least - 1, between, 1e300, ...(most === null ? [] : [most + 1])];
}

const wrongTypes = ['1', '', null, true, [], {}, [1]];

/** The numbers that the refusal must name. */
function namesOf(leaf: Leaf): readonly string[] {
  const numbers =
    leaf.kind === 'choice' ? leaf.options.map(({ value }) => value) : [leaf.minimum, leaf.maximum ?? ''];
  return numbers.map(String);
}

const codeOf = ({ path }: Place) => path.at(-1) ?? '';
const isLeaf = (place: Place): place is Place & { readonly item: Leaf } => place.item.kind !== 'group';

const asked = systemForms.filter(({ system }) => system.input === 'questionnaire');

describe.each(asked.map((each) => [each.form.identifier, each] as const))('%s', (_identifier, each) => {
  const { system, form } = each;
  const answers = lowestAnswers(form.items);
  const places = listPlaces(form.items);
  const locOf = (path: readonly string[]) => [
    'body',
    'scoringSystem',
    system.code,
    'questionnaireResponse',
    'item',
    ...path,
  ];

  it('is scored when every question is answered', async () => {
    expect(await faultsOf(each, answers)).toEqual([]);
  });

  it.each(places.filter(isLeaf).map((place) => [place.path.join('.'), place] as const))(
    'names %s and what is allowed when the answer is not',
    async (_path, place) => {
      for (const wrong of [...wrongTypes, ...outOfRange(place.item)]) {
        const faults = await faultsOf(each, withAnswer(answers, place.path, wrong));
        const msg = expect.stringContaining(`Value error, Allowed for ${codeOf(place)}: `);
        expect([wrong, faults]).toEqual([wrong, [{ type: 'value_error', msg, loc: locOf(place.path) }]]);
        for (const name of namesOf(place.item)) expect(faults[0]?.msg).toContain(name);
      }
    },
  );

  it('names each required question that was left out, and no other', async () => {
    for (const place of places.filter(isLeaf)) {
      const isNeeded = isRequired(form.items, place.path);
      const missing = { type: 'missing', msg: 'Field required', loc: locOf(place.path) };
      const faults = await faultsOf(each, withAnswer(answers, place.path, undefined));
      expect([place.path, faults]).toEqual([place.path, isNeeded ? [missing] : []]);
    }
  });

  it('names a question that there is not, what comes near and what there is', async () => {
    for (const place of places) {
      const path = [...place.path.slice(0, -1), `${codeOf(place)}s`];
      const [fault, ...others] = await faultsOf(each, withAnswer(answers, path, 1));
      expect([fault?.type, fault?.loc, others]).toEqual(['value_error', locOf(path), []]);
      expect(fault?.msg).toContain(`there is no item "${path.at(-1)}"`);
      const siblings = places.filter((other) => isSibling(other.path, place.path)).map(codeOf);
      for (const code of siblings) expect(fault?.msg).toContain(code);
    }
  });

  it('names a part whose answers are no object', async () => {
    for (const place of places.filter((each) => !isLeaf(each))) {
      for (const wrong of [1, null, 'x', []]) {
        const faults = await faultsOf(each, withAnswer(answers, place.path, wrong));
        expect(faults.map(({ type, loc }) => [type, loc])).toEqual([['type_error', locOf(place.path)]]);
      }
    }
  });
});

function isRequired(items: Items, [code = '', ...rest]: readonly string[]): boolean {
  const item = items[code];
  if (item?.kind === 'group') return isRequired(item.items, rest);
  return item?.required === true;
}

function isSibling(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.slice(0, -1).join('.') === other.slice(0, -1).join('.');
}
