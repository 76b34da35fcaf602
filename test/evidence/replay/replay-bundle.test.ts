import { beforeAll, describe, expect, it } from 'vitest';
import { defineCatalog, extendCatalog } from '../../../src/core/controls/catalog.ts';
import { buildBundle } from '../../../src/evidence/bundle/build-bundle.ts';
import { openBundle, type OpenBundle } from '../../../src/evidence/bundle/open-bundle.ts';
import {
  replayBundle,
  type Replay,
  type ReplayOptions,
} from '../../../src/evidence/replay/replay-bundle.ts';
import { sampleBundle, sampleCatalog, workloadControl } from '../../fixtures/bundle.ts';
import { tool } from '../../support/judge.ts';

let bundle: OpenBundle;
beforeAll(async () => {
  bundle = openBundle(await buildBundle(sampleBundle));
});

const replay = (rest: Partial<ReplayOptions>): Replay =>
  replayBundle(bundle, {
    catalog: sampleCatalog,
    sources: { controls: [] },
    frameworks: [],
    tool,
    ...rest,
  });

describe('assessing what is in a bundle again', () => {
  it('with the same catalog gives the same bytes', () => {
    expect(replay({})).toMatchObject({ same: true, differences: [] });
  });

  it('with another release names the release', () => {
    const { same, differences } = replay({ tool: { ...tool, version: '9.0.0' } });
    expect(same).toBe(false);
    expect(differences).toMatchObject([{ cause: 'tool', changed: 0 }]);
  });

  it('tells a changed severity from a new control, and both from the catalog', () => {
    const reason = { reason: 'test', by: 'test' };
    const added = workloadControl('sample-added', (w) => !w.privileged);
    const catalog = extendCatalog(sampleCatalog, {
      version: '2.0.0',
      add: [added],
      tailor: { 'sample-not-privileged': { severity: 'low', ...reason } },
    });
    expect(replay({ catalog }).differences).toEqual([
      { cause: 'catalog', detail: 'sample 1.0.0 → sample 2.0.0', changed: 0 },
      { cause: 'control-added', id: 'sample-added', detail: 'added', changed: 2 },
      { cause: 'severity', id: 'sample-not-privileged', detail: 'critical → low', changed: 0 },
    ]);
  });

  it('names the period for which evidence holds', () => {
    const catalog = extendCatalog(sampleCatalog, {
      version: '2.0.0',
      tailor: { 'sample-not-privileged': { holds: 30, reason: 'test', by: 'test' } },
    });
    expect(replay({ catalog }).differences).toMatchObject([
      { cause: 'catalog' },
      { cause: 'holds', id: 'sample-not-privileged', detail: 'none → 30 d', changed: 0 },
    ]);
  });

  it('tells a check that is another one, by its source', () => {
    const stricter = workloadControl(
      'sample-not-privileged',
      (w) => w.privileged && w.readOnlyRootFilesystem,
    );
    const catalog = defineCatalog({ id: 'sample', version: '1.0.0', controls: [stricter] });
    expect(replay({ catalog }).differences).toMatchObject([
      { cause: 'check', id: 'sample-not-privileged', changed: 2 },
    ]);
  });

  it('names a check that is another one and judges alike', () => {
    const alike = workloadControl('sample-not-privileged', (w) => [w.privileged].includes(false));
    const catalog = {
      ...sampleCatalog,
      controls: sampleCatalog.controls.map((each) => (each.id === alike.id ? alike : each)),
    };
    const { same, differences } = replay({ catalog });
    expect(same).toBe(true);
    expect(differences).toMatchObject([
      { cause: 'check', id: 'sample-not-privileged', changed: 0 },
    ]);
  });

  it('tells a control that is gone', () => {
    const catalog = defineCatalog({ id: 'sample', version: '1.0.0', controls: [] });
    expect(replay({ catalog }).differences).toMatchObject([
      { cause: 'control-removed', id: 'sample-not-privileged', changed: 2 },
    ]);
  });
});
