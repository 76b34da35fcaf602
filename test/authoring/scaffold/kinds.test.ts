import { join } from 'node:path';
import { createJiti } from 'jiti';
import { describe, expect, it } from 'vitest';
import { controlTestText, controlText } from '../../../src/authoring/scaffold/control-text.ts';
import { exportName } from '../../../src/authoring/scaffold/export-name.ts';
import { kindNames, kindOfId, kinds } from '../../../src/authoring/scaffold/kinds.ts';
import { ownStyle, styleOf, type TextStyle } from '../../../src/authoring/scaffold/text-style.ts';
import * as plimsoll from '../../../src/index.ts';
import * as testing from '../../../src/testing.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** Runs a file as a project's own test would be, with its test run on the spot. */
async function runTest(folder: string, name: string): Promise<readonly string[]> {
  const ran: string[] = [];
  const test = (title: string, body: () => void): void => {
    body();
    ran.push(title);
  };
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    virtualModules: { plimsoll, 'plimsoll/testing': testing, 'the-runner': { test } },
  });
  await jiti.import(join(folder, name));
  return ran;
}

const controlOf = (kind: (typeof kindNames)[number]) =>
  ({
    id: `${kind}-first-of-ours`,
    kind,
    severity: 'medium',
    title: { en: "The team's first", zh: '第一项' },
  }) as const;

const filesOf = (kind: (typeof kindNames)[number], style: TextStyle) => {
  const control = controlOf(kind);
  return {
    'control.ts': controlText(control, style),
    'control.test.ts': controlTestText(control, './control.ts', 'the-runner', style),
  };
};

/** The check that its author is shown, in the place of the one that says that there is none. */
const withExample = (text: string): string =>
  text.replace(/^\s*check: \(\) =>.*\r?\n/m, '').replace('// check:', 'check:');

describe('a control that is begun', () => {
  it('is of any built-in kind, by the name that the package exports', () => {
    const names = plimsoll.builtinKinds.map(({ kind }) => [
      kind,
      kind.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    ]);
    expect(
      Object.fromEntries(Object.entries(kinds).map(([kind, { name }]) => [kind, name])),
    ).toEqual(Object.fromEntries(names));
  });

  it.each(kindNames)('fails its test until its check is written: %s', async (kind) => {
    const files = filesOf(kind, ownStyle);
    const begun = temporaryRoot(files);
    await expect(runTest(begun, 'control.test.ts')).rejects.toThrow('The check is not written');
    const written = temporaryRoot({ ...files, 'control.ts': withExample(files['control.ts']) });
    expect(await runTest(written, 'control.test.ts')).toEqual([controlOf(kind).id]);
  });

  it('fails its test when its check is turned round', async () => {
    const files = filesOf('workload', ownStyle);
    const folder = temporaryRoot({
      ...files,
      'control.ts': withExample(files['control.ts']).replace('!w.privileged', 'w.privileged'),
    });
    await expect(runTest(folder, 'control.test.ts')).rejects.toThrow('workload-first-of-ours');
  });

  it('is laid out as the project is', async () => {
    const style: TextStyle = {
      ...ownStyle,
      quote: '"',
      indent: '\t',
      semicolons: false,
      trailingCommas: false,
      lineBreak: '\r\n',
    };
    const files = filesOf('volume', style);
    for (const text of Object.values(files)) {
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]|^ |;(?! the editor)/);
      expect(styleOf(text)).toMatchObject({ ...style, width: expect.any(Number) as number });
    }
    expect(files['control.ts']).toContain('en: "The team\'s first"');
    const folder = temporaryRoot({ ...files, 'control.ts': withExample(files['control.ts']) });
    expect(await runTest(folder, 'control.test.ts')).toEqual(['volume-first-of-ours']);
  });

  it('takes its kind from its id, the longest that fits', () => {
    expect(
      ['image-scan-fresh', 'image-signed', 'swarm-node-up', 'acme-x', 'imagery'].map(kindOfId),
    ).toEqual(['image-scan', 'image', 'swarm-node', undefined, undefined]);
  });

  it('has a name that means nothing else', () => {
    const names = ['workload-owner-named', 'image', 'swarm-node', 'define-control'].map((id) =>
      exportName(id, 'Control'),
    );
    expect(names).toEqual([
      'workloadOwnerNamed',
      'imageControl',
      'swarmNodeControl',
      'defineControlControl',
    ]);
  });
});
