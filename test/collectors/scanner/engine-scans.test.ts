import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { parseTarget } from '../../../src/collectors/gathering/parse-target.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { reports } from '../../fixtures/scans.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

const now = new Date('2026-11-24T12:00:00Z');
const tool = { name: 'plimsoll-test', version: '0.0.0' };

describeWithRoot('a scan of an image that an engine has', ['dockerd', 'busybox'], () => {
  let engine: TestEngine;
  let id = '';
  beforeAll(async () => {
    engine = await startEngine();
    id = await engine.docker('image', 'inspect', '--format', '{{.Id}}', engine.image);
  }, 60_000);
  afterAll(() => engine.stop());

  /** A report of Trivy for that image, on the disk. */
  async function write(change: object, imageId = id): Promise<string> {
    const path = join(engine.folder, 'scan.json');
    const Metadata = { ImageID: imageId, RepoTags: [engine.image], RepoDigests: [] };
    await writeFile(path, JSON.stringify({ ...reports.trivy, Metadata, ...change }));
    return path;
  }

  async function judged(...files: readonly string[]) {
    const targets = [`unix://${engine.socket}`, ...files].map(parseTarget);
    const { snapshot, failures } = await collect({ targets, now, env: {}, home: '/nonexistent' });
    const { findings } = assess(snapshot, { catalog: builtin, tool });
    const of = (control: string) => findings.filter(({ controlId }) => controlId === control);
    return {
      snapshot,
      failures,
      scanned: of('image-scanned'),
      alone: of('image-scan-vulnerabilities'),
    };
  }

  it('fails it by what was found, and is not judged a second time', async () => {
    const { scanned, alone } = await judged(await write({}));
    expect(scanned).toMatchObject([
      {
        status: 'fail',
        subject: { id },
      },
    ]);
    expect(scanned[0]?.message?.en).toContain('CVE-2026-0001');
    expect(alone).toMatchObject([{ status: 'not-applicable' }]);
  });

  it('passes it when it found nothing', async () => {
    const path = await write({ Results: [{ Class: 'os-pkgs' }] });
    expect((await judged(path)).scanned).toMatchObject([{ status: 'pass' }]);
  });

  it('leaves it unknown when it is too old, is of another, or is not there', async () => {
    const clean = { Results: [{ Class: 'os-pkgs' }] };
    const old = await write({ ...clean, CreatedAt: '2026-08-01T00:00:00Z' });
    expect((await judged(old)).scanned).toMatchObject([{ status: 'unknown' }]);
    const other = await judged(await write(clean, `sha256:${'1'.repeat(64)}`));
    expect(other.scanned).toMatchObject([{ status: 'unknown' }]);
    // That other image is nowhere but in its report, and is judged by it.
    expect(other.alone).toMatchObject([{ status: 'pass' }]);
    expect((await judged()).scanned).toMatchObject([{ status: 'unknown' }]);
  });

  it('leaves it unknown when the report cannot be read, and says so', async () => {
    const { snapshot, failures, scanned } = await judged(await write({ Results: 'none' }));
    expect(failures).toMatchObject([{ error: { code: 'scan-report-invalid' } }]);
    expect(snapshot.gaps).toMatchObject([{ kind: 'image-scan', reason: 'malformed' }]);
    expect(scanned).toMatchObject([{ status: 'unknown' }]);
  });
});
