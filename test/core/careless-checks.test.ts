import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../src/core/controls/faults.ts';
import { failOnValues } from '../../src/core/controls/verdict.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import type { Check } from '../../src/core/controls/check.ts';
import { judge, snapshotOf, subjectOf, tool } from '../support/judge.ts';
import { thingControl, thingFacts, type Thing } from './tiny.ts';

type ThingCheck = Check<Thing, Record<never, never>>;

/** What JavaScript lets a check be. */
type Careless = (t: Thing) => unknown;

const findingOf = (check: Careless) =>
  // What the types would refuse is the point.
  judge(thingControl(check as never), thingFacts);

const text = { en: 'x', zh: 'x' };
const loop = (t: Thing): boolean => t.nested.deep.value > 0 && loop(t);
const hostile = (): never => {
  throw new Error('no');
};

// oxlint-disable no-thenable -- what is awaited by mistake is the point
const errors: Readonly<Record<string, Careless>> = {
  'returns a promise': async () => true,
  'returns a promise that is rejected': async (t) => {
    await Promise.resolve();
    throw new Error(String(t.on));
  },
  'returns what has a then': () => ({
    then: (_: unknown, reject: (why: Error) => void) => reject(new Error('no')),
  }),
  'returns what has a then that throws': () => ({ then: hostile }),
  'returns what has a getter for then that throws': () =>
    Object.defineProperty({}, 'then', { get: hostile }),
  'returns nothing': () => undefined,
  'returns null': () => null,
  'returns a number': () => 1,
  'returns a text': () => 'pass',
  'returns a list': () => [true],
  'returns a function': () => () => true,
  'returns an object': () => ({ passed: true }),
  'returns a symbol': () => Symbol('pass'),
  'returns another status': () => ({ status: 'passed' }),
  'returns a status that is an object': () => ({ status: { toString: () => 'pass' } }),
  'returns a getter that throws': () => Object.defineProperty({}, 'status', { get: hostile }),
  'returns a message that is a text': () => ({ status: 'pass', message: 'fine' }),
  'returns a message of one language': () => ({ status: 'fail', message: { en: 'x' } }),
  'returns a message of numbers': () => ({ status: 'fail', message: { en: 1, zh: 2 } }),
  'returns a message whose getter throws': () => ({
    status: 'fail',
    message: Object.defineProperty({ zh: 'x' }, 'en', { get: hostile }),
  }),
  'returns places that are no list': () => ({ status: 'fail', message: text, places: 'x' }),
  'returns places without paths': () => ({ status: 'fail', message: text, places: [{}] }),
  'returns a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  throws: hostile,
  'throws null': () => {
    throw null as unknown as Error;
  },
  'throws a text': () => {
    throw 'no' as unknown as Error;
  },
  'throws a symbol': () => {
    throw Symbol('no') as unknown as Error;
  },
  'throws what cannot be shown': () => {
    throw Object.create(null) as Error;
  },
  'throws what throws when it is shown': () => {
    throw Object.defineProperty(new Error('no'), 'message', { get: hostile });
  },
  'calls itself without end': loop,
  'changes a fact': (t) => Reflect.set(t, 'on', false) || Object.assign(t, { on: true }),
  'changes a part': (t) => Object.assign(t.nested.deep, { value: 1 }),
  'freezes the facts': (t) => Object.freeze(t),
};

describe('a check that', () => {
  for (const [what, check] of Object.entries(errors)) {
    it(`${what} is an error with a message`, () => {
      const { status, message } = findingOf(check);
      expect([status, message.en.startsWith('The check '), message.zh.length > 5]).toEqual([
        'error',
        true,
        true,
      ]);
      expect(message.en.length).toBeLessThan(600);
    });
  }

  it('rejects later does so unheard', async () => {
    const heard: unknown[] = [];
    const hear = (why: unknown): void => void heard.push(why);
    process.on('unhandledRejection', hear);
    findingOf(async () => {
      await Promise.resolve();
      throw new Error('later');
    });
    await new Promise((done) => setTimeout(done, 20));
    process.off('unhandledRejection', hear);
    expect(heard).toEqual([]);
  });

  it('uses up the stack in the midst of reading leaves the facts as they are to the next', () => {
    const deep = (t: Thing): unknown => t.parts.map(() => deep(t));
    const fine: ThingCheck = (t) => t.parts.every(({ safe }) => safe) && t.nested.deep.value === 7;
    for (let depth = 0; depth < 40; depth += 1) {
      const pad = (left: number): unknown => (left > 0 ? pad(left - 1) : undefined);
      const careless: ThingCheck = (t) => {
        pad(depth);
        return deep(t) !== undefined;
      };
      const controls = [thingControl(careless, 'a-careless'), thingControl(fine, 'b-fine')];
      const catalog = defineCatalog({ id: 'test', version: '0', controls });
      const { findings } = assess(snapshotOf([subjectOf('thing', thingFacts)]), { catalog, tool });
      expect(findings.map(({ status }) => status)).toEqual(['error', 'pass']);
    }
  });

  it('returns a verdict of its own making is read once', () => {
    let asked = 0;
    const { status, message } = findingOf(() => ({
      get status() {
        asked += 1;
        return asked === 1 ? 'fail' : 'pass';
      },
      message: { en: 'wrong', zh: '错误' },
      places: [{ path: '/parts/0' }],
    }));
    expect([status, message, asked]).toEqual(['fail', { en: 'wrong', zh: '错误' }, 1]);
  });

  it('fails on values says each of its faults, and where that throws what it says of all', () => {
    const values = ['a', 'b'];
    const say = (of: readonly string[]) => ({ en: of.join('+'), zh: of.join('+') });
    expect(faultsOf(findingOf(() => failOnValues(values, say)).message)).toEqual(['a', 'b']);
    const once = (of: readonly string[]) => (of.length === 1 ? hostile() : say(of));
    expect(faultsOf(findingOf(() => failOnValues(values, once)).message)).toEqual(['a+b']);
  });
});
