import { workload } from '../../../core/subjects/workload/workload.ts';
import type { Subject } from '../../../core/facts/subject.ts';
import { read } from '../../gathering/partial-facts.ts';
import { toSubject } from '../../gathering/to-subject.ts';
import type { RawService } from '../api-schemas/service.ts';
import { serviceFacts, type ServiceSurroundings } from '../facts/workload/service.ts';
import { requestedId, serviceRequestOrigin } from './request-sources.ts';
import type { ServiceBody } from './service-body.ts';

/** What a service is read among that a request makes or changes. */
interface AskedService {
  readonly target: string;
  /** The one that is changed; absent where there is none yet. */
  readonly known?: Pick<RawService, 'ID' | 'CreatedAt'> | undefined;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly services: ServiceSurroundings;
}

/** Projects a request to make or change a service, which has all of it, into the same facts as the service that follows. */
export function describeService(
  { EndpointSpec, Networks, ...Spec }: ServiceBody,
  { target, known, at, services }: AskedService,
): Subject {
  const { ID, CreatedAt } = known ?? { ID: requestedId, CreatedAt: at };
  const { TaskTemplate } = Spec;
  const attached = TaskTemplate.Networks.length > 0 ? TaskTemplate.Networks : Networks;
  const raw: RawService = {
    ID,
    CreatedAt,
    Spec: { ...Spec, TaskTemplate: { ...TaskTemplate, Networks: attached } },
    Endpoint: EndpointSpec,
  };
  return toSubject({
    kind: workload,
    id: ID,
    name: Spec.Name || ID,
    target,
    origin: serviceRequestOrigin.name,
    facts: read(() => serviceFacts(raw, services)),
  });
}
