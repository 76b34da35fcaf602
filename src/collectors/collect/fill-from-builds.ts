import { z } from 'zod';
import { healthCheck } from '../../core/facts/shared-facts.ts';
import type { Subject } from '../../core/facts/subject.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { finderIn, stageName } from '../dockerfile/built-stages.ts';
import { userOf } from '../workload/user-of.ts';
import type { Harvest } from '../gathering/collector-result.ts';
import type { LeftToImage } from '../gathering/build.ts';

/** What of a Dockerfile is of interest here; what could not be read is absent. */
const schema = z.object({
  stages: z.array(z.object({ name: z.string().nullable() })),
  user: z.string().nullish(),
  healthCheck: healthCheck.optional(),
});

/** What a Dockerfile decides of what runs its image; what it leaves to its base stays open. */
const decided: Readonly<Record<LeftToImage, (file: z.output<typeof schema>) => unknown>> = {
  user: ({ user }) => (typeof user === 'string' ? userOf(user) : undefined),
  healthCheck: ({ healthCheck: check }) => (check?.state === 'absent' ? undefined : check),
};

/**
 * Gives the services of a project what the Dockerfiles that they build say of them, with the lines of those.
 *
 * @param built the subjects of every Dockerfile that was read, by its absolute path
 */
export function fillFromBuilds(
  harvest: Harvest,
  built: ReadonlyMap<string, readonly Subject[] | undefined>,
): Harvest {
  const builds = new Map(harvest.builds?.map((build) => [build.runBy?.id, build]));
  if (builds.size === 0) return harvest;
  const subjects = harvest.subjects.map((subject) => {
    const build = subject.kind === workload.kind ? builds.get(subject.id) : undefined;
    const file = build && builtSubject(built.get(build.path) ?? [], build.stage);
    return build?.runBy && file ? fill(subject, file, build.runBy.leaves) : subject;
  });
  return { ...harvest, subjects };
}

/** The subject that a stage of a file is; the first is the file itself, whose last stage is built. */
function builtSubject([whole, ...others]: readonly Subject[], stage = ''): Subject | undefined {
  const stages = schema.safeParse(whole?.facts).data?.stages ?? [];
  const at = stage === '' ? stages.length - 1 : finderIn(stages)(stage);
  const own = at === undefined ? undefined : stages[at];
  if (at === undefined || own === undefined || at === stages.length - 1) return own && whole;
  return others.find(({ id }) => id === `${whole?.id}#${stageName(own, at)}`);
}

function fill(service: Subject, file: Subject, leaves: readonly LeftToImage[]): Subject {
  const { data } = schema.safeParse(file.facts);
  const found = leaves.flatMap((fact) => {
    const value = data && decided[fact](data);
    return value === undefined ? [] : [[fact, value] as const];
  });
  const isFound = new Set(found.map(([fact]) => `/${fact}`));
  const sources = [...isFound].flatMap((path) => {
    const source = file.sources?.[path];
    return source ? [[path, source] as const] : [];
  });
  return {
    ...service,
    facts: { ...service.facts, ...Object.fromEntries(found) },
    gaps: service.gaps.filter(({ path }) => !isFound.has(path)),
    sources: { ...service.sources, ...Object.fromEntries(sources) },
  };
}
