import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { gapsOf, harvestEngine, subjectOf } from '../../support/harvest-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

const dockerfile = (base: string): string => `FROM ${base}
ARG RELEASE=1
ENV MODE=production
COPY Dockerfile /Dockerfile
RUN echo made > /made
`;

describeWithRoot('the images of a real engine', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let harvest: Harvest;

  /** Builds with the older builder, which needs no plugin. */
  async function build(tag: string, text: string): Promise<void> {
    const folder = join(engine.folder, `context-${tag}`);
    await mkdir(folder);
    await writeFile(join(folder, 'Dockerfile'), text);
    await engine.docker('build', '--network=none', '--tag', tag, folder);
  }

  beforeAll(async () => {
    process.env['DOCKER_BUILDKIT'] = '0';
    engine = await startEngine();
    const { docker, image } = engine;
    await build('built', dockerfile(image));
    await build(
      'configured',
      `${dockerfile(image)}USER app:app
EXPOSE 80 53/udp
HEALTHCHECK --interval=9s CMD /bin/true
LABEL org.example.owner=ops
ENTRYPOINT ["/bin/sleep"]
CMD ["9"]`,
    );
    await docker(
      'run',
      '-d',
      '--name=changed',
      '--network=none',
      image,
      'sh',
      '-c',
      'echo x > /x; sleep 900',
    );
    await docker('commit', 'changed', 'committed');
    await docker('commit', '--message=buildkit.dockerfile.v0', 'changed', 'committed-in-disguise');
    await docker('commit', '--change=CMD ["sh"]', 'changed', 'committed-and-changed');
    await docker(
      'run',
      '-d',
      '--name=entered',
      '--network=none',
      '--entrypoint=/bin/sleep',
      'built',
      '900',
    );
    await docker('commit', 'entered', 'committed-from-entrypoint');
    await build('built-on-commit', 'FROM committed\nLABEL x=y\n');
    await build('run-on-commit', 'FROM committed\nRUN echo y > /y\n');
    await docker('tag', 'built', 'registry.example:5000/team/built:2');
    // What this name led to before, no name leads to any more.
    await build('nameless', `FROM ${image}\nRUN echo nameless > /n\n`);
    await docker('tag', image, 'nameless');
    harvest = await harvestEngine(`unix://${engine.socket}`);
  });
  afterAll(async () => {
    delete process.env['DOCKER_BUILDKIT'];
    await engine?.stop();
  });

  /** By any of its names. */
  const facts = (name: string): Subject['facts'] => {
    const found = harvest.subjects.find(
      (each) =>
        each.kind === 'image' &&
        (each.facts['references'] as readonly string[]).includes(`${name}:latest`),
    );
    if (!found) throw new Error(`there is no image ${name}`);
    return found.facts;
  };

  it.each(['built', 'configured', 'built-on-commit'])('%s was built', (name) => {
    expect(facts(name)['committed']).toBe(false);
  });

  it('an import is neither a build nor a commit', () => {
    const imported = harvest.subjects.find(({ facts: { references } }) =>
      (references as string[] | undefined)?.includes(engine.image),
    );
    expect(imported?.facts).toMatchObject({
      committed: false,
      history: [{ instruction: '', createdBy: '' }],
      references: ['nameless:latest', engine.image],
      digests: [],
    });
  });

  it.each([
    'committed',
    'committed-in-disguise',
    'committed-and-changed',
    'committed-from-entrypoint',
  ])('%s was committed', (name) => {
    expect(facts(name)['committed']).toBe(true);
    expect((facts(name)['history'] as { instruction: string }[]).at(-1)?.instruction).toBe('');
  });

  it('RUN upon a commit cannot be told from one, and is a gap', () => {
    expect(gapsOf(subjectOf(harvest, 'image', 'run-on-commit:latest'))).toMatchObject([
      { path: '/committed', reason: 'unsupported' },
      { path: '/files', reason: 'unsupported' },
    ]);
  });

  it('a history is oldest first, with its instructions', () => {
    expect(facts('built')['history']).toMatchObject([
      { instruction: '' },
      { instruction: 'ARG', createdBy: expect.stringContaining('RELEASE=1') as string },
      { instruction: 'ENV' },
      { instruction: 'COPY' },
      { instruction: 'RUN', createdBy: '|1 RELEASE=1 /bin/sh -c echo made > /made' },
    ]);
  });

  it('what is configured is read', () => {
    expect(facts('configured')).toMatchObject({
      user: { configured: 'app:app', name: 'app', uid: null },
      environment: [{ name: 'PATH' }, { name: 'MODE', secret: false }],
      exposedPorts: ['53/udp', '80/tcp'],
      healthCheck: { state: 'set', intervalSeconds: 9 },
      command: ['/bin/sleep', '9'],
      labels: { 'org.example.owner': 'ops' },
    });
  });

  it('names are all kept, and an image without any is there too', () => {
    const built = harvest.subjects.find(
      ({ kind, facts: { references } }) =>
        kind === 'image' && (references as string[]).includes('registry.example:5000/team/built:2'),
    );
    expect(built?.facts['references']).toEqual([
      'built:latest',
      'registry.example:5000/team/built:2',
    ]);
    const nameless = harvest.subjects.filter(
      ({ name, kind }) => kind === 'image' && name.startsWith('sha256:'),
    );
    expect(nameless).toMatchObject([{ facts: { references: [], committed: false } }]);
  });

  it('each image knows the containers that were made from it', () => {
    const { id } = subjectOf(harvest, 'workload', 'entered');
    const built = harvest.subjects.find(({ facts: { usedBy } }) =>
      (usedBy as string[] | undefined)?.includes(id),
    );
    expect(built?.facts['references']).toContain('built:latest');
    expect(facts('committed')['usedBy']).toEqual([]);
  });
});
