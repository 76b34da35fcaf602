import { describe, expect, it } from 'vitest';
import { rawHistory, rawImage } from '../../../src/collectors/image/raw-image.ts';
import { instructionOf, wasCommitted } from '../../../src/collectors/image/image-history.ts';

const id = `sha256:${'ab'.repeat(32)}`;

/** What is said of an image by its configuration and its history, newest first. */
const committed = (
  Config: object,
  createdBy: readonly string[],
  { comment = '', tells = true } = {},
): boolean | undefined =>
  wasCommitted(
    rawImage.parse({ Id: id, Config }),
    rawHistory.parse(createdBy.map((CreatedBy) => ({ CreatedBy, Comment: comment }))),
    tells,
  );

const built = { Hostname: '', Image: '' };
const base = 'ADD rootfs.tar / # buildkit';

// What a real engine writes is in ../images.test.ts; these are what others and newer engines write.
describe('an image', () => {
  it.each([
    ['of BuildKit', built, ['RUN /bin/sh -c make # buildkit', base]],
    [
      'of the older builder, upon a commit',
      { Hostname: 'c0ffee', Image: id },
      ['/bin/sh -c #(nop)  CMD ["x"]', base],
    ],
    [
      'of the older builder, with RUN last',
      { Hostname: '', Image: id },
      ['|1 A=b /bin/sh -c make', base],
    ],
    ['of debuerreotype', built, ["# debian.sh --arch 'amd64' out/ 'trixie'"]],
    ['of Bazel', built, ['bazel build ...', '']],
    ['without a history', built, []],
  ])('%s was built', (_, config, history) => {
    expect(committed(config, history)).toBe(false);
  });

  it.each([
    ['with the name of its parent', { Hostname: 'c0ffee', Image: 'busybox' }, ['sleep 9', base]],
    [
      'whose container was given another command',
      { Hostname: 'c0ffee', Image: 'busybox', Cmd: ['x'] },
      ['sleep 9', base],
    ],
    [
      'of a container that was run by an id',
      { Hostname: 'c0ffee', Image: id, Cmd: ['x'] },
      ['sleep 9', base],
    ],
    [
      'whose command pretends to be an instruction',
      { Hostname: 'c0ffee', Image: 'busybox' },
      ['RUN make', base],
    ],
    ['of a newer engine, by its command', { Cmd: ['sleep', '9'] }, ['sleep 9', base]],
  ])('%s was committed', (_, config, history) => {
    expect(committed(config, history)).toBe(true);
  });

  it('of an engine that does not tell is not known', () => {
    expect(committed({}, ['sleep 9', base])).toBeUndefined();
    expect(committed(built, ['sleep 9', base], { tells: false })).toBeUndefined();
    expect(committed(built, ['RUN make # buildkit', base], { tells: false })).toBe(false);
  });

  it('cannot hide behind the comment of an import', () => {
    const comment = 'Imported from -';
    expect(committed(built, [''], { comment })).toBe(false);
    expect(committed({}, ['', base], { comment })).toBeUndefined();
  });
});

it.each([
  ['/bin/sh -c #(nop)  CMD ["sh"]', 'CMD'],
  ['/bin/bash -o pipefail -c #(nop) COPY file:ab in /', 'COPY'],
  ['/bin/sh -c apt-get update', 'RUN'],
  ['|2 A=b C=d /bin/sh -c make', 'RUN'],
  ['RUN |1 A=b /bin/sh -c make # buildkit', 'RUN'],
  ['ENV A=b', 'ENV'],
  ['HEALTHCHECK &{["CMD-SHELL" "x"]}', 'HEALTHCHECK'],
  ['', ''],
  ['sleep 9', ''],
  ['RUNAWAY', ''],
])('%j was made by %j', (createdBy, instruction) => {
  expect(instructionOf(createdBy)).toBe(instruction);
});
