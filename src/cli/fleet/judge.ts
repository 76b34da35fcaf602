import type { LoadedConfig } from '../../config.ts';
import type { FleetJudge } from '../../hub.ts';
import { builtin, parametersOf, severityOf, tool } from '../../index.ts';
import { prepareAssessment } from '../../scanning/prepare-assessment.ts';

/** What a hub judges with: the catalog, the frameworks and the statements of its configuration. */
export async function fleetJudge(config: LoadedConfig): Promise<FleetJudge> {
  const [{ judge, selected, waivers }, { hashJson }] = await Promise.all([
    prepareAssessment(config, {}),
    import('../../hub.ts'),
  ]);
  const { catalog = builtin, files, attestations, notApplicable, system, waiverLimits } = config;
  return {
    judge: (snapshot) => judge(snapshot),
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
