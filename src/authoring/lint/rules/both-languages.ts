import { Node, type ObjectLiteralExpression } from 'ts-morph';
import { isLanguage, declarationsOf } from '../../source/declarations.ts';
import type { Found, LintedControl, Rule } from '../rule.ts';
import { nodesIn } from '../walk.ts';

/** What stands in a control for people to read. */
const words = ['title', 'rationale', 'remediation', 'question'] as const;

const cjk = /\p{Script=Han}/u;
const letters = /\p{L}{2}/u;

/** Whoever reads a report reads it in English or in Chinese. */
export const bothLanguages: Rule = {
  id: 'both-languages',
  level: 'error',
  summary: 'What people read is there in English and in Chinese.',
  *find(scene): Iterable<Found> {
    const told = new Set<Node>();
    const once = function* (found: Iterable<Found>): Iterable<Found> {
      for (const each of found) {
        if (told.has(each.node) || !scene.isOwn(each.node)) continue;
        told.add(each.node);
        yield each;
      }
    };
    for (const control of scene.controls) yield* once(wordsOf(control));
    for (const node of nodesIn(scene.parts)) yield* once(saidBy(node));
  },
};

function* wordsOf({ member, call }: LintedControl): Iterable<Found> {
  for (const name of words) {
    const found = member(name);
    if (found && Node.isObjectLiteralExpression(found.node)) yield* ofObject(found.node);
    else if (found && Node.isStringLiteral(found.node)) {
      yield { node: found.node, message: `Write it as { en: '…', zh: '…' }.` };
    } else if (!found && name === 'title' && isWhole(call)) {
      yield { node: call, message: 'It has no title.' };
    }
  }
  const params = member('params');
  if (params) for (const node of nodesIn([params.node])) yield* saidBy(node);
}

/** Whether all that was given to a call is written there. */
function isWhole(call: LintedControl['call']): boolean {
  const [given] = call.getArguments();
  return (
    Node.isObjectLiteralExpression(given) && !given.getProperties().some(Node.isSpreadAssignment)
  );
}

/** `text(en, zh)`, and any object with one of the two languages. */
function* saidBy(node: Node): Iterable<Found> {
  if (Node.isObjectLiteralExpression(node)) {
    const names = node
      .getProperties()
      .flatMap((each) => ('getName' in each ? [each.getName()] : []));
    if (names.includes('en') || names.includes('zh')) yield* ofObject(node);
  }
  if (!Node.isCallExpression(node)) return;
  const callee = node.getExpression();
  if (!Node.isIdentifier(callee) || callee.getText() !== 'text') return;
  if (!declarationsOf(callee).some(isLanguage)) return;
  const [en, zh] = node.getArguments();
  yield* ofPair(en, zh, node);
}

function* ofObject(object: ObjectLiteralExpression): Iterable<Found> {
  if (object.getProperties().some(Node.isSpreadAssignment)) return;
  const [en, zh] = ['en', 'zh'].map((name) => {
    const property = object.getProperty(name);
    return Node.isPropertyAssignment(property) ? property.getInitializer() : property;
  });
  yield* ofPair(en, zh, object);
}

function* ofPair(en: Node | undefined, zh: Node | undefined, whole: Node): Iterable<Found> {
  if (!en) yield { node: whole, message: 'It has no English text (en).' };
  if (!zh) yield { node: whole, message: 'It has no Chinese text (zh).' };
  const [english, chinese] = [writtenIn(en), writtenIn(zh)];
  if (en && english?.trim() === '') yield { node: en, message: 'The English text is empty.' };
  if (zh && chinese?.trim() === '') yield { node: zh, message: 'The Chinese text is empty.' };
  if (
    zh &&
    chinese !== undefined &&
    letters.test(chinese) &&
    !cjk.test(chinese) &&
    chinese === english
  ) {
    yield { node: zh, message: 'The Chinese text is the English one.', level: 'warning' };
  } else if (
    zh &&
    chinese !== undefined &&
    /\p{L}{2}\s+\p{L}{2}/u.test(chinese) &&
    !cjk.test(chinese)
  ) {
    yield { node: zh, message: 'The Chinese text holds no Chinese.', level: 'warning' };
  }
  if (en && english !== undefined && cjk.test(english)) {
    yield { node: en, message: 'The English text holds Chinese characters.', level: 'warning' };
  }
}

/** What is written out of a text; `undefined` where all of it comes from elsewhere. */
function writtenIn(node: Node | undefined): string | undefined {
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) {
    return node.getLiteralValue();
  }
  if (!Node.isTemplateExpression(node)) return undefined;
  const rest = node.getTemplateSpans().map((span) => span.getLiteral().getLiteralText());
  // What is filled in keeps a text from being empty.
  return [node.getHead().getLiteralText(), ...rest].join('0');
}
