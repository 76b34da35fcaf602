import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conform } from '../../../src/collectors/files/conform.ts';
import { text } from '../../../src/core/text.ts';
import { readYaml } from '../../../src/collectors/files/read-yaml.ts';
import { parseYaml } from '../../../src/syntax/yaml/yaml-document.ts';
import { refusalOf } from '../../support/refusal.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const code = 'waiver-invalid';
const read = (source: string, numbers = true) => parseYaml(source, 'a.yaml', { numbers });

describe('what a plain word is', () => {
  it('keeps what looks like a number and is an id as it was written', async () => {
    const { value } = await read('[1.10, 2.2, 007, 1e3, 2026-01-01, 0x1F, 1_000, .5]');
    expect(value).toEqual(['1.10', '2.2', '007', '1e3', '2026-01-01', '0x1F', '1_000', '.5']);
  });
  it('reads whole and octal numbers where they are wanted, and nowhere else', async () => {
    expect((await read('[1024, -1, 0, 0o644]')).value).toEqual([1024, -1, 0, 0o644]);
    expect((await read('[1024, -1, 0, 0o644]', false)).value).toEqual(['1024', '-1', '0', '0o644']);
  });
  it('reads true, false and null, and quotes nothing of that', async () => {
    const { value } = await read('[true, false, null, "true", "null", no, yes]');
    expect(value).toEqual([true, false, null, 'true', 'null', 'no', 'yes']);
  });
  it('reads JSON', async () => {
    expect((await read('{"a": [1, "1.10", {"b": null}]}')).value).toEqual({
      a: [1, '1.10', { b: null }],
    });
  });
});

describe('what is refused, with its place', () => {
  const cases: readonly [string, string, RegExp][] = [
    ['a line that does not parse', 'a: 1\nb: [\n', /^a\.yaml:3:1: /],
    ['a key that stands twice', 'a: 1\na: 2\n', /^a\.yaml:2:1: Map keys must be unique/],
    ['an alias', 'a: &x 1\nb: *x\n', /^a\.yaml:2:4: aliases are not read/],
    ['a tag that nobody knows', 'a: !!js/function "x"\n', /^a\.yaml:1:4: /],
    ['two documents', 'a: 1\n---\nb: 2\n', /^a\.yaml:2:1: /],
  ];
  it.each(cases)('%s', async (_, source, message) => {
    const error = await refusalOf(() => read(source));
    expect(error.code).toBe('invalid');
    expect(error.message).toMatch(message);
  });
  it('a file that nests without end', async () => {
    const error = await refusalOf(() => read('['.repeat(5000) + ']'.repeat(5000)));
    expect(error.message).toMatch(/nested too deeply/);
  });
  // A key or a dash with nothing behind it holds `null`, which is one level more.
  it.each([
    ['lists', 100, (depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    ['maps', 99, (depth: number) => '{a: '.repeat(depth) + '}'.repeat(depth)],
    ['lines', 99, (depth: number) => '- '.repeat(depth)],
  ])('%s that nest deeper than %i, and none that nest as deep', async (_, most, nested) => {
    for (const depth of [1, most - 1, most]) {
      expect(await read(nested(depth))).toHaveProperty('name', 'a.yaml');
    }
    for (const depth of [most + 1, most + 2, 2 * most]) {
      expect((await refusalOf(() => read(nested(depth)))).message).toMatch(/nested too deeply/);
    }
  });
  it('does not set the prototype of anything', async () => {
    const { value } = await read('__proto__: { polluted: true }');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('what does not fit a schema', () => {
  const schema = z.strictObject({
    name: z.string(),
    list: z.array(z.strictObject({ to: z.iso.date() })),
  });
  it('is told at once, each with line, column and field', async () => {
    const document = await read(
      'name: x\nlist:\n  - to: soon\n  - till: 2026-01-01\ncolour: red\n',
    );
    const error = await refusalOf(() =>
      conform(document, schema, code, text('See the fields.', '见各字段。')),
    );
    expect(error.message.split('\n')).toEqual([
      'a.yaml:3:9: list[0].to: must be a day such as 2026-01-31',
      'a.yaml:4:5: list[1].to: is missing',
      'a.yaml:4:5: list[1].till: there is no such field',
      'a.yaml:5:1: colour: there is no such field',
    ]);
    expect(error.hint).toBe('See the fields.');
  });
  it('is told of one entry of a list, at its own place', async () => {
    const document = await read('- name: x\n  list: []\n- nom: y\n');
    const error = await refusalOf(() => conform(document, schema, code, text('', ''), [1]));
    expect(error.message).toMatch(/^a\.yaml:3:3: name: /);
  });
  it('is told of a file that is empty', async () => {
    const document = await read('');
    const error = await refusalOf(() => conform(document, schema, code, text('', '')));
    expect(error.message).toMatch(/^a\.yaml:1:1: /);
  });
});

describe('a file', () => {
  it('is called by its path from the working folder, and in full outside of it', async () => {
    const root = temporaryRoot({ '/in/a.yaml': 'a: [' });
    const inside = await refusalOf(() => readYaml('in/a.yaml', root, { code, numbers: true }));
    expect(inside.message).toMatch(/^in\/a\.yaml:1:/);
    const outside = await refusalOf(() =>
      readYaml(`${root}/in/a.yaml`, '/usr', { code, numbers: true }),
    );
    expect(outside.message.startsWith(`${root}/in/a.yaml:1:`)).toBe(true);
  });
  it('may be large where it is JSON, and is then pointed into', async () => {
    const items = Array.from({ length: 60_000 }, (_, at) => ({ id: `item-${at}`, n: '1.10' }));
    const root = temporaryRoot({
      '/big.json': JSON.stringify({ items }),
      '/big.yaml': `a: ${'x'.repeat(2 << 20)}`,
    });
    const document = await readYaml('big.json', root, { code, numbers: true });
    expect(document.placeOf(['items', 3], 'n')).toBe('big.json#/items/3/n');
    const error = await refusalOf(() => readYaml('big.yaml', root, { code, numbers: true }));
    expect(error.message).toMatch(/longer than/);
  });
});
