import { Node, type CallExpression, type Expression } from 'ts-morph';
import { declarationsOf } from './declarations.ts';

/** What the parameters of functions were called with. */
export type Bindings = ReadonlyMap<Node, Expression>;

/** The functions of the files that a call may call. */
export function calledBy(call: CallExpression): readonly Node[] {
  const callee = call.getExpression();
  if (!Node.isIdentifier(callee)) return [];
  return declarationsOf(callee).flatMap((declaration) => {
    const called = Node.isVariableDeclaration(declaration)
      ? declaration.getInitializer()
      : declaration;
    return called ? [called] : [];
  });
}

/** What the parameters of a function are, where it is called in this way. */
export function bind(bindings: Bindings, call: CallExpression, called: Node | undefined): Bindings {
  if (!Node.isParametered(called)) return bindings;
  const given = call.getArguments();
  const bound = called.getParameters().flatMap((parameter, at) => {
    const argument = given[at] ?? parameter.getInitializer();
    return Node.isExpression(argument) ? [[parameter, argument] as const] : [];
  });
  return new Map([...bindings, ...bound]);
}

/** What a function gives back, where it does nothing else, or nothing but name things before. */
export function resultOf(called: Node | undefined): Node | undefined {
  if (Node.isArrowFunction(called) && !Node.isBlock(called.getBody())) return called.getBody();
  if (!Node.isBodied(called) && !Node.isBodyable(called)) return undefined;
  const body = called.getBody();
  if (!Node.isBlock(body)) return undefined;
  const statements = body.getStatements();
  const last = statements.at(-1);
  const named = statements.slice(0, -1).every(Node.isVariableStatement);
  return named && Node.isReturnStatement(last) ? last.getExpression() : undefined;
}
