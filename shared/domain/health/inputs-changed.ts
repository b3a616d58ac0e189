import { currentFacts, type Fact, FactType } from '../facts/fact.ts';
import type { HealthEvidence } from './assess-health.ts';
import { type Digest, digestOfFact, digestsIn, type HealthInputs, inputsOf } from './inputs.ts';
import { sayCount, sayDate } from './wording.ts';

/** One thing a score rests on that is not what it was when the score was made. */
export interface InputChange {
  /** A type of fact, `client`, `contract`, `previous`, `seasons` or `model`. */
  readonly input: string;
  readonly says: string;
  /** The facts that count now and did not count then. */
  readonly factIds?: readonly string[];
}

/** What differs between the inputs a score was made from and the same evidence, loaded now. Empty when nothing does. */
export function inputsChanged(then: HealthInputs, evidence: HealthEvidence, digest: Digest): InputChange[] {
  const now = inputsOf(evidence, then.from, digest);
  const counted = currentFacts(evidence.facts).filter(({ detail }) => detail.date <= evidence.asOf);
  return [
    ...FactType.options.flatMap((type) => {
      const ofType = (facts: readonly Fact[]) => facts.filter((fact) => fact.type === type);
      return factsChanged(type, digestsIn(then, type), ofType(counted), ofType(evidence.facts), digest);
    }),
    ...fieldsChanged('client', then.client, now.client),
    ...fieldsChanged('contract', then.contract, now.contract),
    ...otherChanged('previous', 'the assessment before it', then.previous, now.previous),
    ...otherChanged('seasons', 'the seasons learned from all clients', then.seasons, now.seasons),
    ...(then.model === now.model ? [] : [{ input: 'model', says: 'the trained model is another one' }]),
  ];
}

function factsChanged(
  type: FactType,
  then: readonly string[],
  counted: readonly Fact[],
  recorded: readonly Fact[],
  digest: Digest,
): InputChange[] {
  const known = new Set(then);
  const now = new Set(counted.map((fact) => digestOfFact(fact, digest)));
  const all = new Set(recorded.map((fact) => digestOfFact(fact, digest)));
  const added = counted.filter((fact) => !known.has(digestOfFact(fact, digest)));
  const replaced = then.filter((one) => !now.has(one) && all.has(one)).length;
  const missing = then.filter((one) => !all.has(one)).length;
  const says = [
    ...(added.length > 0 ? [`${sayCount(added.length, 'fact')} recorded since`] : []),
    ...(replaced > 0 ? [`${sayCount(replaced, 'fact')} of then replaced by a later record`] : []),
    ...(missing > 0 ? [`${sayCount(missing, 'fact')} of then altered or removed`] : []),
  ];
  return says.length === 0 ? [] : [{ input: type, says: says.join('; '), factIds: added.map(({ factId }) => factId) }];
}

function fieldsChanged(input: string, then: object | undefined, now: object | undefined): InputChange[] {
  if (!then || !now) return then === now ? [] : [{ input, says: then ? 'there is none any more' : 'there was none' }];
  const [before, after] = [new Map(Object.entries(then)), new Map(Object.entries(now))];
  const says = [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [was, is] = [before.get(field), after.get(field)].map(sayValue);
    return was === is ? [] : [`${field} was ${was}, is ${is}`];
  });
  return says.length === 0 ? [] : [{ input, says: says.join('; ') }];
}

const sayValue = (value: unknown) => (value === undefined ? 'absent' : JSON.stringify(value));

function otherChanged(
  input: string,
  what: string,
  then: HealthInputs['previous'],
  now: HealthInputs['previous'],
): InputChange[] {
  if (then?.digest === now?.digest) return [];
  const say = (one: typeof then) => (one ? sayDate(one.on) : 'none');
  const says =
    then && now && then.on === now.on
      ? `${what}, of ${sayDate(now.on)}: altered`
      : `${what}: ${say(then)} then, ${say(now)} now`;
  return [{ input, says }];
}
