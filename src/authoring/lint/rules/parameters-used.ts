import { Node } from 'ts-morph';
import { text } from '../../../core/text.ts';
import { declaredParameters, readingsOf } from '../rule/parameters.ts';
import type { Found, LintedControl, Rule } from '../rule/rule.ts';

/** A parameter that nothing reads lets people believe that they changed something. */
export const parametersUsed: Rule = {
  id: 'parameters-used',
  level: 'error',
  summary: text(
    'Every parameter that a control declares is read by its check.',
    '控制项声明的每个参数都由其检查读取。',
  ),
  why: text(
    'A parameter that nothing reads lets people believe that they changed something: they tailor it, give a reason, and the verdict stays the same. A parameter that is passed on as a whole, to a library or by a spread, counts as read.',
    '无人读取的参数会让人以为自己改变了什么：裁剪了它，写了理由，判定却与先前一样。整体传给库或展开的参数视为已读取。',
  ),
  example: {
    wrong: `export const bounded = defineControl({
  ...words,
  id: 'acme-bounded',
  subject: workload,
  params: z.object({ max: z.number().int().positive().default(64) }),
  check: (w) => w.resources.pidsLimit > 0,
});`,
    right: `export const bounded = defineControl({
  ...words,
  id: 'acme-bounded',
  subject: workload,
  params: z.object({ max: z.number().int().positive().default(64) }),
  check: (w, { params }) =>
    w.resources.pidsLimit > 0 && w.resources.pidsLimit <= params.max,
});`,
  },
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
            message: text(
              `Nothing reads the parameter ${name}: setting it changes nothing.`,
              `没有代码读取参数 ${name}：设置它不会改变任何结果。`,
            ),
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
