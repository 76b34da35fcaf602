import { describe, expect, it } from 'vitest';
import { rawHistory, rawImage } from '../../../../src/collectors/image/raw-image.ts';
import { imageFacts } from '../../../../src/collectors/image/image-facts.ts';
import { missing } from '../../../../src/collectors/gathering/partial-facts.ts';
import { createRedactor } from '../../../../src/collectors/redaction/create-redactor.ts';

/** What is kept of the history of an image, oldest first. */
function historyOf(Config: object, newestFirst: readonly string[]) {
  const { history, committed } = imageFacts(
    rawImage.parse({ Id: `sha256:${'ab'.repeat(32)}`, Config }),
    {
      history: rawHistory.parse(newestFirst.map((CreatedBy) => ({ CreatedBy, Comment: '' }))),
      usedBy: [],
      tellsCommits: true,
      builtOn: [],
      files: missing({ reason: 'unsupported', detail: 'no container shows them' }),
      redactor: createRedactor(Buffer.alloc(32)),
    },
  );
  if (!Array.isArray(history)) throw new Error('The history was not read.');
  return { committed, instructions: history.map(({ instruction }) => instruction) };
}

const steps = ['CMD ["sh"]', 'ENV A=b', 'RUN /bin/sh -c make # buildkit', 'ADD rootfs.tar /'];
const oldestFirst = ['ADD', 'RUN', 'ENV', 'CMD'];

describe('the history of an image', () => {
  it('that was built has the instruction of each step', () => {
    expect(historyOf({ Hostname: '', Image: '' }, steps)).toEqual({
      committed: false,
      instructions: oldestFirst,
    });
  });

  it.each(['sleep 9', 'RUN make', '/bin/sh -c true'])(
    'that was committed has all but the newest, which is no instruction: %s',
    (command) => {
      const config = { Hostname: 'c0ffee', Image: 'busybox' };
      expect(historyOf(config, [command, ...steps])).toEqual({
        committed: true,
        instructions: [...oldestFirst, ''],
      });
    },
  );
});
