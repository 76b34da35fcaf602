import { expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import { compliantVolume } from '../fixtures/volume.ts';
import { snapshotOf, subjectOf } from '../support/judge.ts';

const tool = { name: 'test', version: '0' };
const volumes = ['a', 'b', 'c', 'd'].map((id) =>
  subjectOf('volume', compliantVolume, { id, name: id }),
);
const snapshot = snapshotOf(volumes);
const whole = assess(snapshot, { catalog: builtin, tool }).findings.filter(
  ({ subject }) => subject.kind === 'volume',
);

it('judges nothing more once the time is over, at any place: what is left is unknown, and counted', () => {
  for (let checks = 0; checks < 40; checks += 1) {
    let asked = 0;
    const { findings, gaps } = assess(snapshot, {
      catalog: builtin,
      tool,
      isOver: () => (asked += 1) > checks,
    });
    const ofVolumes = findings.filter(({ subject }) => subject.kind === 'volume');
    const left = gaps.find(({ kind }) => kind === 'volume');
    const judged = new Set(ofVolumes.map(({ subject }) => subject.id));
    const missed = volumes.filter(({ id }) => !judged.has(id)).length;
    expect(left).toEqual(
      missed === 0
        ? undefined
        : {
            target: snapshot.targets[0]?.id,
            kind: 'volume',
            reason: 'timeout',
            detail: {
              en: `time ran out before ${missed} were judged`,
              zh: `时间用尽，${missed} 个对象未作判定`,
            },
          },
    );
    for (const { controlId, status, subject } of whole) {
      const now = ofVolumes.find(
        (each) => each.controlId === controlId && each.subject.id === subject.id,
      );
      const silence = ofVolumes.find(
        (each) => each.controlId === controlId && each.subject.id === '*',
      );
      expect([status, 'unknown']).toContain((now ?? silence)?.status);
    }
  }
});
