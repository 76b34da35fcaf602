/**
 * The door to a fleet's agent: what is read of a host is signed, kept on its disk and sent until a hub's ledger has it. It only
 * reads, and takes no orders.
 *
 * @packageDocumentation
 */
export { runAgent } from './fleet/agent/run-agent.ts';
export type { AgentOptions, WatchedReading, WatchHost } from './fleet/agent/run-agent.ts';
export type { AgentReading, ChainEnd, Identity } from './fleet/agent/make-statement.ts';
export { openSpool, readSpoolState } from './fleet/agent/spool.ts';
export type { Spool, SpoolState } from './fleet/agent/spool.ts';
export { enrolAgent, readEnrolled } from './fleet/enrolment/enrol.ts';
export type { Enrolled } from './fleet/enrolment/enrol.ts';
export { connectHttps } from './fleet/carriers/https/connect-https.ts';
export { connectHub } from './fleet/enrolment/connect-hub.ts';
export type { NatsPlace } from './fleet/carriers/nats/open-nats.ts';
export type { HubAddress } from './fleet/carriers/https/connect-https.ts';
export type { Carrier, Receipt, Want, Word } from './core/fleet/carrier.ts';
export type { Blind, FleetEvent, Statement } from './core/fleet/statement.ts';
