import type { Carrier } from '../../core/fleet/carrier.ts';
import type { Enrolled } from './enrol.ts';
import { connectHttps } from '../carriers/https/connect-https.ts';

/** Carries envelopes to the hub at which a host has enrolled, in the way that the hub named. */
export async function connectHub(enrolled: Enrolled): Promise<Carrier> {
  const { nats } = enrolled;
  if (!nats) return connectHttps(enrolled, enrolled.host);
  const { connectNats } = await import('../carriers/nats/connect-nats.ts');
  return connectNats(nats, enrolled);
}
