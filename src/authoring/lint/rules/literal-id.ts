import { Node, type Type } from 'ts-morph';
import { text } from '../../../core/text.ts';
import type { Found, Rule } from '../rule/rule.ts';

/** Ids are types: what names a control that does not exist, does not compile. */
export const literalId: Rule = {
  id: 'literal-id',
  level: 'error',
  summary: text(
    'The id of a control is a literal, so that its type is the id itself.',
    '控制项的标识直接写出，使其类型就是标识本身。',
  ),
  why: text(
    'Ids are types: a mapping, a tailoring or a waiver of a control that does not exist does not compile. An id that is built at run time has the type string, fits every name, and hides where the control is defined. A function that makes controls keeps the type of the id with a parameter of the type <const Id extends string>.',
    '标识就是类型：映射、裁剪或风险接受若指向不存在的控制项，将无法通过编译。运行时拼接的标识类型为 string，与任何名称都相容，也无法据此找到控制项的定义处。生成控制项的函数可用 <const Id extends string> 类型的参数保留标识。',
  ),
  example: {
    wrong: `const bounded = (id: string, max: number) =>
  defineControl({
    ...words,
    id,
    subject: workload,
    check: (w) => w.resources.pidsLimit > 0 && w.resources.pidsLimit <= max,
  });

export const few = bounded('acme-few-processes', 64);`,
    right: `const bounded = <const Id extends string>(id: Id, max: number) =>
  defineControl({
    ...words,
    id,
    subject: workload,
    check: (w) => w.resources.pidsLimit > 0 && w.resources.pidsLimit <= max,
  });

export const few = bounded('acme-few-processes', 64);`,
  },
  *find({ controls, unclear, isOwn }): Iterable<Found> {
    for (const node of unclear) {
      yield {
        node,
        message: text(
          'No id is written here: nothing can tailor, map or waive such a control by name, and no bundle can name its definition.',
          '此处未写出标识：无法按名称对该控制项裁剪、映射或接受其风险，证据包也无法指出其定义处。',
        ),
      };
    }
    const reported = new Set<Node>();
    for (const { member } of controls) {
      const { node } = member('id') ?? {};
      if (!node || !isOwn(node) || reported.has(node) || isLiteral(node)) continue;
      reported.add(node);
      yield {
        node,
        message: text(
          'The type of this id is string, so a mapping or a waiver of it cannot be checked. Write it out, or give the function a parameter of type <const Id extends string>.',
          '该标识的类型为 string，无法检查针对它的映射或风险接受。请直接写出，或为函数使用 <const Id extends string> 类型的参数。',
        ),
      };
    }
  },
};

function isLiteral(node: Node): boolean {
  if (Node.isStringLiteral(node)) return true;
  const type: Type = node.getType();
  return type.isStringLiteral() || type.isTypeParameter();
}
