import type { LoadedConfig } from '../../config.ts';
import type { ConsoleOptions, FleetJudge } from '../../hub.ts';
import { builtin, parametersOf, severityOf, tool } from '../../index.ts';
import { prepareAssessment } from '../../scanning/prepare-assessment.ts';

/** What a hub judges with, and what its console shows of that. */
export interface ShownJudge extends FleetJudge {
  readonly shown: Required<Pick<ConsoleOptions, 'frameworks' | 'waiverLimits' | 'waivers'>> & {
    readonly catalog: ConsoleOptions['catalog'];
  };
}

/** What a hub judges with: the catalog, the frameworks and the statements of its configuration. */
export async function fleetJudge(config: LoadedConfig): Promise<ShownJudge> {
  const [{ judge, selected, waivers }, { hashJson }] = await Promise.all([
    prepareAssessment(config, {}),
    import('../../hub.ts'),
  ]);
  const { catalog = builtin, files, attestations, notApplicable, system, waiverLimits } = config;
  return {
    judge: (snapshot) => judge(snapshot),
    shown: {
      catalog,
      frameworks: selected,
      waivers: () => waivers,
      waiverLimits: waiverLimits ?? {},
    },
    catalog: hashJson({
      tool,
      controls: catalog.controls.map((each) => [
        each.id,
        severityOf(catalog, each),
        parametersOf(catalog, each),
      ]),
      frameworks: selected.map(({ framework: { id }, level }) => [id, level]),
      waivers,
      said: { files, attestations, notApplicable, system, waiverLimits },
    }),
  };
}
