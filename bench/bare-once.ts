import { parametersOf } from 'plimsoll';
import { measure } from './measure.ts';
import { catalog, engineSubject } from './setting.ts';
import { benchImages, workloadNumber } from './workloads.ts';

/** Calls the checks without the recording view, on plain facts, and prints how fast: what cannot be beaten. */
type BareCheck = (facts: unknown, ctx: unknown) => unknown;

const floor = catalog.controls.flatMap((control) => {
  const context = {
    params: parametersOf(catalog, control),
    collectedAt: '2026-11-24T12:00:00Z',
    all: () => [engineSubject.facts],
    find: () => benchImages[0]?.facts,
  };
  // The checks are called as plain functions of plain facts here, on purpose.
  const check = control.check as unknown as BareCheck;
  try {
    check(workloadNumber(1).facts, context);
    return [{ check, context }];
  } catch {
    // A combinator needs the recorder, so it has no bare form.
    return [];
  }
});
const speed = measure(Number(process.argv[2]), workloadNumber, (subjects) => {
  for (const { facts } of subjects) {
    for (const { check, context } of floor) check(facts, context);
  }
  return subjects.length * floor.length;
});
console.log(JSON.stringify(speed));
