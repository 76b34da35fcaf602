import { expect, test } from 'vitest';
import { lostEngine } from '../../../../src/collectors/engine/client/lost-engine.ts';
import { connectionFailure } from '../../../../src/collectors/engine/client/failure.ts';

const away = { failure: connectionFailure('/_ping', new Error('gone')) };

/** What is said of an engine with these counts that answers, or does not, at the end. */
const saidOf = async (answered: number, unanswered: number, refused: number, isThere: boolean) =>
  (
    await lostEngine(
      {
        counts: () => ({ answered, unanswered, refused }),
        ended: () => undefined,
        stream: async (_, take) =>
          isThere ? { value: await take((async function* () {})()) } : away,
      },
      'unix:///s',
    )
  )?.message;

test('an engine that is gone at the end, or was away in between, is an error; one request without an answer is none', async () => {
  expect(await saidOf(9, 3, 0, false)).toMatch(
    'stopped answering while it was read: requests answered: 9, not answered: 3.',
  );
  expect(await saidOf(9, 3, 2, true)).toMatch('was restarted while it was read');
  expect(await saidOf(9, 1, 0, true)).toBeUndefined();
  expect(await saidOf(9, 0, 0, true)).toBeUndefined();
});
