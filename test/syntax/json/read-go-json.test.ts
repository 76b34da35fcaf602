import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readGoJson, type GoShape } from '../../../src/syntax/json/read-go-json.ts';
import { SyntaxProblem } from '../../../src/syntax/problem.ts';

const shape: GoShape = {
  members: {
    Image: {},
    HostConfig: { members: { Privileged: {}, Sysctls: {}, Binds: {}, Links: {} } },
    Labels: { each: {} },
    Mounts: { each: { members: { Type: {} } } },
  },
};

const read = (text: string) => readGoJson(Buffer.from(text), shape);
const codes = (text: string) => read(text).problems.map(({ code }) => code);

it('reads any JSON as JSON.parse does, with nothing to say of it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const { tree, problems } = readGoJson(Buffer.from(text), {});
      expect(tree).toEqual(JSON.parse(text));
      expect(problems).toEqual([]);
    }),
  );
});

it.each([
  ['{"hostconfig":{"Privileged":true}}', 'key-case', ''],
  ['{"Ho\u017ftConfig":{"Privileged":true}}', 'key-case', ''],
  ['{"Ho\\u017ftConfig":{"Privileged":true}}', 'key-case', ''],
  ['{"HostConfig":{"PRIVILEGED":true}}', 'key-case', '/HostConfig'],
  ['{"HostConfig":{"Privileged":false},"HostConfig":{"Privileged":true}}', 'key-twice', ''],
  ['{"HostConfig":{"Privileged":false,"Privileged":true}}', 'key-twice', '/HostConfig'],
  ['{"HostConfig":{"Privileged":true,"Privileged":null}}', 'key-twice', '/HostConfig'],
  ['{"HostConfig":{"Privileged":true}} {}', 'trailing', ''],
])('takes %s as Go does, and says why others may not', (text, code, pointer) => {
  const { tree, problems } = read(text);
  expect(tree).toMatchObject({ HostConfig: { Privileged: true } });
  expect(problems).toMatchObject([{ code, pointer }]);
});

it('knows the Kelvin sign for a k, and keys within lists', () => {
  expect(codes('{"HostConfig":{"Lin\u212as":[]}}')).toEqual(['key-case']);
  expect(read('{"Mounts":[{"Type":"bind"},{"type":"bind"}]}')).toMatchObject({
    tree: { Mounts: [{ Type: 'bind' }, { Type: 'bind' }] },
    problems: [{ code: 'key-case', pointer: '/Mounts/1', key: 'type' }],
  });
});

it('leaves the keys of a map as they are', () => {
  expect(codes('{"Labels":{"a":"1","A":"2","image":"3","__proto__":"4"}}')).toEqual([]);
  expect(codes('{"Labels":{"a":"1","a":"2"}}')).toEqual(['key-twice']);
  expect(codes('{"unheard":1,"Of":{"image":1}}')).toEqual([]);
});

it('joins structures that stand twice, of which JSON.parse sees the last alone', () => {
  const text = '{"HostConfig":{"Privileged":true},"HostConfig":{"Binds":["/:/h"]}}';
  expect(read(text).tree).toEqual({ HostConfig: { Privileged: true, Binds: ['/:/h'] } });
});

it.each(['null', '[]', '1', '"a"'])('says that %s is no object', (text) => {
  expect(codes(text)).toEqual(['not-object']);
});

it('says that bytes are no UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('{"Image":"'), Buffer.from([0xff]), Buffer.from('"}')]);
  const { tree, problems } = readGoJson(bytes, shape);
  expect(tree).toEqual({ Image: '\ufffd' });
  expect(problems).toEqual([{ code: 'utf8', pointer: '' }]);
});

it.each([
  '',
  '{',
  '{"a"}',
  '{"a":}',
  '{a:1}',
  '[1,]',
  '{"a":1,}',
  '\ufeff{}',
  "{'a':1}",
  '{"a":01}',
])('refuses %j, as Go does', (text) => {
  expect(() => read(text)).toThrow(SyntaxProblem);
});

it('refuses what is too long or too deep', () => {
  expect(() => read(`"${'a'.repeat(4 * 1024 * 1024)}"`)).toThrow('larger than 4 MiB');
  expect(() => read('['.repeat(300) + ']'.repeat(300))).toThrow('deeper than 200');
});
