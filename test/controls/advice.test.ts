import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import type { Text } from '../../src/core/text.ts';

interface Described {
  readonly id: string;
  readonly remediation: Text;
}

const advice = builtin.controls.flatMap(({ id, remediation: { en, zh } }: Described) => [
  [id, en] as const,
  [id, zh] as const,
]);
const those = (pattern: RegExp): readonly string[] =>
  advice.filter(([, text]) => pattern.test(text)).map(([id]) => id);

describe('advice of controls', () => {
  it('sends nobody to what another control fails', () => {
    // host-sudo-docker-narrow: docker by sudo is free use of it, but for single commands.
    expect(those(/sudo docker(?!-)/)).toEqual([]);
    // workload-mounts-read-only: a directory of the host is mounted read-only.
    const mounts = advice.flatMap(([id, text]) =>
      Array.from(text.matchAll(/--volume (\/\S+)/g), ([, mount = '']) => [id, mount] as const),
    );
    const writable = mounts.filter(([, mount]) => !/:ro\b/.test(mount));
    expect(writable.map(([id]) => id)).toEqual([
      'workload-no-engine-socket',
      'workload-no-engine-socket',
    ]);
    // workload-no-sensitive-mounts: no file of /proc goes into a container.
    expect(those(/mount [^.]*\/proc|挂载[^。]*\/proc/)).toEqual([]);
    // dockerfile-packages-pinned: packages of an image have versions.
    expect(those(/(?:apt-get install|apk add)(?: -\S+)* curl(?!=)/)).toEqual([]);
  });

  it('of audit rules takes the path that the finding names, not one that may not be there', () => {
    expect(those(/“-w \S+ -p \w+ -k docker”/).toSorted()).toEqual(
      those(/“-w (?:PATH|路径) -p \w+ -k docker”/).toSorted(),
    );
    expect(those(/once for each PATH that the finding names/).length).toBeGreaterThan(10);
  });
});
