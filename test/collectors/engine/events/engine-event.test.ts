import { expect, test } from 'vitest';
import { readEvent } from '../../../../src/collectors/engine/events/engine-event.ts';

const raw = {
  Type: 'container',
  Action: 'exec_create: sh -c "curl -u root:s3cr3t http://x"',
  Actor: {
    ID: 'f00',
    Attributes: { name: 'web', image: 'web:1', execID: 'e1', 'com.example.token': 's3cr3t' },
  },
  time: 1_796_000_000,
  timeNano: 1_796_000_000_123_456_768,
};
const read = (of: unknown) => readEvent(JSON.stringify(of), (text) => text);

test('of an event nothing is kept but what it is about', () => {
  const event = read(raw);
  expect(event).toEqual({
    at: new Date(1_796_000_000_123).toISOString(),
    type: 'container',
    action: 'exec_create',
    id: 'f00',
    name: 'web',
    image: 'web:1',
    exec: 'e1',
  });
  expect(JSON.stringify(event)).not.toContain('s3cr3t');
});

test('names are cleaned', () => {
  const event = readEvent(JSON.stringify(raw), (text) => text.replace('web', '***'));
  expect(event).toMatchObject({ name: '***', image: '***:1' });
});

test.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['nothing about it', '{"Type":"container"}'],
  ['a number as its action', '{"Type":"container","Action":1,"Actor":{"ID":"a"}}'],
])('%s is no event', (_, line) => {
  expect(readEvent(line, (text) => text)).toBeUndefined();
});

test('a time that no clock gives is the beginning of time', () => {
  const { timeNano: _, ...timeless } = raw;
  expect(read({ ...timeless, time: 1e300 })?.at).toBe('1970-01-01T00:00:00.000Z');
});
