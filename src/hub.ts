/**
 * The door to a fleet's hub: where the evidence of many hosts is taken in, kept, judged and asked for. It needs an optional package,
 * `libsql` for a folder or `pg` for PostgreSQL, which is loaded when a store is opened.
 *
 * @packageDocumentation
 */
export { openFleetStore } from './evidence/fleet/open-fleet-store.ts';
export type { FleetReader, FleetStore } from './evidence/fleet/open-fleet-store.ts';
export { acceptDelivery } from './evidence/fleet/accept.ts';
export type { AcceptOptions, FleetJudge } from './evidence/fleet/accept.ts';
export { enrolHost, makeToken } from './evidence/fleet/hosts.ts';
export type { Enrolment, Labels, TokenTerms } from './evidence/fleet/hosts.ts';
export { retireHost } from './evidence/fleet/retire.ts';
export { findSilent } from './evidence/fleet/silence.ts';
export { makeCheckpoint } from './evidence/fleet/checkpoint.ts';
export type { Checkpoint } from './evidence/fleet/checkpoint.ts';
export { thinFleet, usualRetention } from './evidence/fleet/thin.ts';
export type { Retention } from './evidence/fleet/thin.ts';
export { readingAt, rebuildSnapshot } from './evidence/fleet/rebuild.ts';
export type { KeptReading } from './evidence/fleet/rebuild.ts';
export { checkFleet } from './evidence/fleet/check.ts';
export type { FleetCheck } from './evidence/fleet/check.ts';
export type { FleetProblem } from './evidence/fleet/fleet-problem.ts';
export {
  fleetHost,
  fleetHosts,
  fleetLabels,
  hostConditions,
  hostCounts,
} from './evidence/fleet/query-hosts.ts';
export type { FleetHost, HostCondition, HostFilter } from './evidence/fleet/query-hosts.ts';
export {
  failingSubjects,
  fleetDays,
  fleetTotals,
  hostStates,
  itemHosts,
  labelTotals,
} from './evidence/fleet/query-standings.ts';
export type {
  FleetDay,
  FleetTotal,
  HostState,
  ItemFilter,
  TotalFilter,
} from './evidence/fleet/query-standings.ts';
export {
  fleetChanges,
  fleetCheckpoints,
  fleetGaps,
  parkedReadings,
} from './evidence/fleet/query-events.ts';
export type {
  ChangeFilter,
  FleetChange,
  FleetCheckpoint,
  FleetGap,
  ParkedReading,
} from './evidence/fleet/query-events.ts';
export type { ItemKind } from './evidence/fleet/tables.ts';
export type { FailingSubject } from './core/fleet/standing.ts';
export { hashJson } from './core/fleet/snapshot-parts.ts';
export { wordsFor } from './core/fleet/carrier.ts';
export type { Delivery, Outcome, ParkReason } from './core/fleet/carrier.ts';
export { makeCertificate, pinOf } from './fleet/carriers/https/certificate.ts';
export type { ServerCertificate } from './fleet/carriers/https/certificate.ts';
export { joinToken } from './fleet/enrolment/enrol.ts';
export { serveHttps } from './fleet/carriers/https/serve-https.ts';
export type { HttpsOptions, Served } from './fleet/carriers/https/serve-https.ts';
export {
  admitHost,
  makeNatsAccounts,
  natsAccountsSchema,
  natsConfiguration,
} from './fleet/carriers/nats/accounts.ts';
export type { NatsAccounts } from './fleet/carriers/nats/accounts.ts';
export { serveNats } from './fleet/carriers/nats/serve-nats.ts';
export type { NatsOptions, Taking } from './fleet/carriers/nats/serve-nats.ts';
export { runHub } from './fleet/hub/run-hub.ts';
export type { Hub, HubPace, HubWork } from './fleet/hub/run-hub.ts';
export { createConsole } from './console/create-console.ts';
export type { ConsoleHandler, ConsoleOptions } from './console/create-console.ts';
export { consoleListener, serveConsole } from './console/serve-console.ts';
export type { ConsolePlace, ServedConsole } from './console/serve-console.ts';
export { addConsoleToken, makeConsoleToken } from './console/access/access.ts';
export type {
  ConsoleAccess,
  ConsoleProxy,
  ConsoleRole,
  ConsoleToken,
} from './console/access/access.ts';
export type { BundleMaker } from './console/pages/evidence.ts';
