import { z } from 'zod';

const prop = z.object({ name: z.string(), value: z.string() });

const documentSchema = z.object({
  'assessment-results': z.object({
    results: z.tuple([
      z.object({
        observations: z
          .array(
            z.object({
              uuid: z.string(),
              methods: z.array(z.string()),
              props: z.array(prop).optional(),
              expires: z.string().optional(),
              'relevant-evidence': z
                .array(z.object({ props: z.array(prop).optional() }))
                .optional(),
            }),
          )
          .default([]),
        risks: z
          .array(
            z.object({
              status: z.string(),
              deadline: z.string().optional(),
              'related-observations': z.array(z.object({ 'observation-uuid': z.string() })),
            }),
          )
          .default([]),
        findings: z
          .array(
            z.object({
              target: z.object({
                'target-id': z.string(),
                status: z.object({ state: z.string(), reason: z.string() }),
              }),
            }),
          )
          .default([]),
        attestations: z.array(z.unknown()).default([]),
        'reviewed-controls': z.object({
          'control-selections': z.array(
            z.object({
              'exclude-controls': z.array(z.object({ 'control-id': z.string() })).optional(),
              remarks: z.string().optional(),
            }),
          ),
        }),
        remarks: z.string().optional(),
      }),
    ]),
  }),
});

/** What a reader of OSCAL assessment results makes of them, who knows nothing of how they were written. */
export function readOscal(text: string) {
  const [result] = documentSchema.parse(JSON.parse(text))['assessment-results'].results;
  const accepted = new Set(
    result.risks
      .filter(({ status }) => status === 'deviation-approved')
      .flatMap((risk) => risk['related-observations'].map((each) => each['observation-uuid'])),
  );
  const counts = new Map<string, number>();
  for (const { uuid, props } of result.observations) {
    const status = props?.find(({ name }) => name === 'status')?.value;
    if (status === undefined) continue;
    // Whether a failure was accepted is told by the risks, not by our own property.
    const failed = ['fail', 'waived', 'compensated'].includes(status);
    const word = failed ? (accepted.has(uuid) ? 'waived' : 'fail') : status;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const count = (word: string): number => counts.get(word) ?? 0;
  return {
    ...result,
    excluded: result['reviewed-controls']['control-selections'].flatMap((selection) =>
      (selection['exclude-controls'] ?? []).map((each) => ({
        id: each['control-id'],
        remarks: selection.remarks,
      })),
    ),
    tally: {
      pass: count('pass'),
      fail: count('fail'),
      waived: count('waived'),
      unknown: count('unknown'),
      error: count('error'),
      notApplicable: count('not-applicable'),
      manual: count('manual'),
      stale: count('stale'),
    },
  };
}
