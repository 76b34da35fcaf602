import { z } from 'zod';
import { listOf, text } from '../../../syntax/json/go-json.ts';
import { rawService } from '../api-schemas/service.ts';
import { bodyReader } from './read-body.ts';

const { Spec, Endpoint } = rawService.shape;
const { TaskTemplate } = Spec.shape;

/** The body of `POST /services/create` and of `POST /services/{id}/update`, which has all of the service. */
const serviceBody = Spec.extend({
  Name: text,
  TaskTemplate: TaskTemplate.extend({ Runtime: text, PluginSpec: z.unknown().optional() })
    .optional()
    .transform((asked) => ({ Networks: [], Runtime: '', PluginSpec: undefined, ...asked })),
  EndpointSpec: Endpoint,
  /** As older clients name them. */
  Networks: listOf(z.object({ Target: text })),
});

export type ServiceBody = z.output<typeof serviceBody>;

export const readServiceBody = bodyReader(serviceBody);
