import type { FrameworkResult, RequirementResult } from '../../core/assessment/assessment.ts';
import { paymentBusinesses, type Papers } from '../../core/snapshot/papers.ts';

/** The appendices of PCI DSS that ask something of some entities alone. */
export const pciAppendices = ['A1', 'A2', 'A3'] as const;

/** One of {@link pciAppendices}. */
export type PciAppendix = (typeof pciAppendices)[number];

/**
 * Whether an appendix is for the entity: the first for service providers with several customers on shared systems, the
 * second for terminals with old TLS, the third where somebody ordered it. Undefined where nobody said what it depends on.
 */
export const appendixAsked = {
  A1: ({ pci }) => (pci?.entity === 'merchant' ? false : pci?.multiTenant),
  A2: ({ pci }) => pci?.earlyTls,
  // On request alone.
  A3: ({ pci }) => pci?.designated === true,
} as const satisfies Record<PciAppendix, (papers: Papers) => boolean | undefined>;

/** A kind of payment business, by its id. */
export type PaymentBusiness = (typeof paymentBusinesses)[number];

const isOf = ({ id, extends: base }: FrameworkResult, family: string): boolean =>
  [id, base].some((each) => each === family || each?.startsWith(`${family}-`) === true);

/**
 * The kinds of payment business that a standard has chapters of its own for; empty where it has none, and where a level
 * chose one already.
 */
export function businessesOf(framework: FrameworkResult): readonly PaymentBusiness[] {
  const { level, requirements } = framework;
  if (level !== undefined || !['jrt-0122', 'jrt-0123'].some((each) => isOf(framework, each))) {
    return [];
  }
  return paymentBusinesses.filter((each) =>
    requirements.some(({ levels }) => levels.includes(each)),
  );
}

/**
 * What a framework asks of this system, as the papers say it: of PCI DSS the appendices that concern the entity, of JR/T
 * the chapters of one kind of payment business. Where nobody named the kind, the first, since the others repeat it.
 */
export function askedOf(framework: FrameworkResult, papers: Papers): FrameworkResult {
  const businesses = businessesOf(framework);
  const named = papers.payment?.business;
  const business = businesses.find((each) => each === named) ?? businesses[0];
  const isPci = isOf(framework, 'pci-dss');
  return keep(framework, ({ id, levels }) => {
    const appendix = isPci
      ? pciAppendices.find((each) => id === each || id.startsWith(`${each}.`))
      : undefined;
    if (appendix !== undefined) return appendixAsked[appendix](papers) !== false;
    return business === undefined || levels.length === 0 || levels.includes(business);
  });
}

/** The framework with some of its requirements, and the counts of these. */
function keep(
  framework: FrameworkResult,
  isKept: (requirement: RequirementResult) => boolean,
): FrameworkResult {
  const left = framework.requirements.filter((each) => !isKept(each));
  if (left.length === 0) return framework;
  const { withoutWaivers, ...rest } = framework;
  const summary = { ...framework.summary };
  const without = withoutWaivers && { ...withoutWaivers };
  let known = true;
  for (const { group, status } of left) {
    if (group) continue;
    summary[status] -= 1;
    if (without) without[status] -= 1;
    // How it stood without its waiver, the assessment does not say.
    if (status.startsWith('accepted-')) known = false;
  }
  return {
    ...rest,
    requirements: framework.requirements.filter(isKept),
    summary,
    ...(without && known ? { withoutWaivers: without } : {}),
  };
}
