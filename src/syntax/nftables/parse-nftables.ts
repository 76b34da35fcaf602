/** A chain that the kernel hands packets to. */
export interface BaseChain {
  /** Where it does so: `input`, `forward`, … */
  readonly hook: string;
  /** Whether a packet that no rule took is let through. */
  readonly lets: boolean;
  readonly line: number;
}

/** A text that nft refuses, or that says elsewhere what it does. */
export interface NftablesProblem {
  readonly code: 'unbalanced' | 'elsewhere';
  readonly line: number;
}

/**
 * Reads which chains a ruleset of nft hands packets to, and what becomes of those that no rule takes: by the policy, or a
 * last rule that takes all that is left. Rules themselves are not read. What stands in other files or in variables is a
 * problem.
 *
 * @see https://www.netfilter.org/projects/nftables/manpage.html
 */
export function parseNftables(text: string): {
  readonly tree: readonly BaseChain[];
  readonly problems: readonly NftablesProblem[];
} {
  const tree: BaseChain[] = [];
  const problems: NftablesProblem[] = [];
  let depth = 0;
  let chain: { readonly depth: number; readonly line: number; statements: string[] } | undefined;
  let statement = '';
  let inQuotes = false;
  let line = 1;
  const end = (): void => {
    const said = statement.trim().replaceAll(/\s+/g, ' ');
    statement = '';
    if (said === '') return;
    if (/^(?:include|define|redefine)\b/.test(said)) problems.push({ code: 'elsewhere', line });
    chain?.statements.push(said);
  };
  for (const sign of withoutComments(text)) {
    if (sign === '"') inQuotes = !inQuotes;
    if (!inQuotes && sign === '{') {
      depth += 1;
      if (chain === undefined && /^(?:add |create )?chain /.test(statement.trim())) {
        chain = { depth, line, statements: [] };
        statement = '';
      } else statement = chain ? `${statement}{` : '';
    } else if (!inQuotes && sign === '}') {
      if (chain?.depth === depth) {
        end();
        tree.push(...baseChain(chain.statements, chain.line));
        chain = undefined;
      } else statement = chain ? `${statement}}` : '';
      depth -= 1;
    } else if (!inQuotes && (sign === ';' || sign === '\n') && chain?.depth !== depth && chain) {
      // Elements of a set in a rule.
      statement += ' ';
    } else if (!inQuotes && (sign === ';' || sign === '\n')) end();
    else statement += sign;
    if (sign === '\n') line += 1;
    if (depth < 0) break;
  }
  end();
  if (depth !== 0) problems.push({ code: 'unbalanced', line });
  return { tree, problems };
}

/** A backslash at the end continues a line. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\\\n/g, ' ').replaceAll(/#[^\n]*/g, '');

function baseChain(statements: readonly string[], line: number): readonly BaseChain[] {
  const head = statements.find((each) => /^type \w+ hook \w+/.test(each));
  const [, hook] = /^type filter hook (\w+)/.exec(head ?? '') ?? [];
  if (hook === undefined) return [];
  const policy = statements.findLast((each) => /^policy \w+$/.test(each));
  const last = statements.at(-1) ?? '';
  const takesAll = /^(?:counter )?(?:log(?: prefix "[^"]*")? )?(?:counter )?(?:drop|reject)\b/.test(
    last,
  );
  return [{ hook, lets: policy !== 'policy drop' && !takesAll, line }];
}
