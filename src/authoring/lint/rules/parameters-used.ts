import { Node } from 'ts-morph';
import { declaredParameters, readingsOf } from '../parameters.ts';
import type { Found, LintedControl, Rule } from '../rule.ts';

/** A parameter that nothing reads lets people believe that they changed something. */
export const parametersUsed: Rule = {
  id: 'parameters-used',
  level: 'error',
  summary: 'Every parameter that a control declares is read by its check.',
  *find({ controls, isOwn }): Iterable<Found> {
    for (const control of controls) {
      const declared = declaredParameters(control) ?? [];
      const readings = readingsOf(control, declared);
      if (readings.some(({ name }) => name === undefined)) continue;
      const read = new Set(readings.map(({ name }) => name));
      for (const name of declared.filter((each) => !read.has(each))) {
        const node = placeOf(control, name);
        if (isOwn(node)) {
          yield {
            node,
            message: `Nothing reads the parameter ${name}: setting it changes nothing.`,
          };
        }
      }
    }
  },
};

/** Where a parameter is declared; else where all of them are. */
function placeOf({ member, call }: LintedControl, name: string): Node {
  const params = member('params');
  const declaration = params?.node
    .getDescendants()
    .find((node) => Node.isPropertyAssignment(node) && node.getName() === name);
  return declaration ?? params?.element ?? call;
}
