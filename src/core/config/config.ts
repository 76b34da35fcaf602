import type { Catalog, ControlIdOf } from '../controls/catalog.ts';
import type { FrameworkSelection } from '../frameworks/selection.ts';
import type { AnyCollector } from '../snapshot/any-collector.ts';
import type { SystemScope } from '../snapshot/system.ts';
import type { Attestation } from '../statements/attestation.ts';
import type { NotApplicable } from '../statements/not-applicable.ts';
import type { Waiver, WaiverLimits } from '../statements/waiver.ts';
import type { Language, Text } from '../text.ts';
import type { ConfigBranding } from './branding.ts';
import type { Threshold } from './threshold.ts';

/** Ids of the controls of a configuration that is extended; any, where its types do not tell. */
type IdsOfBase<Base> = Base extends { readonly catalog?: infer C }
  ? IdsOf<Extract<C, Catalog>, string>
  : string;

/** The ids of a catalog's controls, or else the type given where there is no catalog. */
type IdsOf<C extends Catalog, Otherwise> = [C] extends [never] ? Otherwise : ControlIdOf<C>;

/** Ids of the controls that may be waived; without a catalog of its own, those of what is extended. */
type WaivableId<C extends Catalog, Base> =
  | IdsOf<C, [Base] extends [never] ? string : never>
  | IdsOfBase<Base>;

/** What a team settles once, in `plimsoll.config.ts`; the command line's options win over it. */
export interface PlimsollConfig<C extends Catalog = Catalog, Base = unknown> {
  /**
   * Configurations on which this one rests, lowest first: a package, `plimsoll-config-acme`; a file, `./base.ts`, from
   * the file's folder; or what {@link definePlimsollConfig} made. What this one says is laid over them.
   */
  readonly extends?: Base | readonly Base[];
  /** Targets as the command line spells them; absent means the local engine and this host. */
  readonly targets?: readonly string[];
  /**
   * Targets of one's own, read where no targets are named, and otherwise by their ids; and extensions of kinds, which are
   * asked of every subject of theirs.
   */
  readonly collectors?: readonly AnyCollector[];
  /**
   * Scanners for malware as `--malware` names them, `clamd:/run/clamav/clamd.ctl`; a file of rules, `yara:rules.yar`, from
   * the configuration's folder. Absent means none.
   */
  readonly malware?: readonly string[];
  /** Files of the public keys (PEM) that are trusted to sign images in registries, from the configuration's folder; none when absent. */
  readonly imageKeys?: readonly string[];
  /** Absent means the built-in catalog. */
  readonly catalog?: C;
  /**
   * Frameworks as the command line spells them, `cis-docker-1.8.0@1`; files of your own, `./acme.yaml`, from the
   * file's folder; or what `defineFramework` and `defineMapping` made.
   */
  readonly frameworks?: readonly (string | FrameworkSelection)[];
  /** Waivers themselves, or files, folders and patterns like `waivers/*.yaml`, from the file's folder. */
  readonly waivers?: readonly (Waiver<WaivableId<C, Base>> | string)[];
  /**
   * For how many days a waiver may hold, by the severity of its control, such as `{ critical: 30, high: 90 }`; a
   * longer one accepts nothing. A severity that is absent has no limit.
   */
  readonly waiverLimits?: WaiverLimits;
  /** Attestations themselves, or files, folders and patterns, from the file's folder. */
  readonly attestations?: readonly (Attestation | string)[];
  /** The system under assessment; what is outside of it is listed and not judged. */
  readonly system?: SystemScope;
  /** Requirements that do not apply, each with its reason and its owner. */
  readonly notApplicable?: readonly NotApplicable[];
  readonly language?: Language;
  /** The lowest severity at which a failure makes the run fail; `high` when absent. */
  readonly failOn?: Threshold;
  /** Whether unknown and error count as failures. */
  readonly strict?: boolean;
  /**
   * Where scans are kept: a file, `plimsoll.db`, from the configuration's folder, or a URL of PostgreSQL; absent means
   * nowhere.
   */
  readonly ledger?: string;
  /** Documents of your own, made with `defineReport` of `plimsoll/report`; `plimsoll report --document ID` makes them. */
  readonly reports?: readonly ReportFunction[];
  /** Languages of your own, made with `defineLocale` of `plimsoll/report`; `plimsoll report --lang ID` reports in them. */
  readonly locales?: readonly LocaleObject[];
  /** Whose documents they are, for the cover of HTML and PDF. */
  readonly branding?: ConfigBranding;
}

/** A document of one's own, as far as a configuration has to know it. */
export interface ReportFunction {
  readonly id: string;
  readonly title: Text;
  /** Whether it is the same for every framework, so that one file is made for several; absent means that it is not. */
  readonly forAll?: boolean;
  /** Makes its blocks of the model, in the words that `say` gives. */
  readonly build: (report: never, say: never) => unknown;
}

/** A language of one's own, as far as a configuration has to know it. */
export interface LocaleObject {
  readonly id: string;
  /** The language of what it has no words for. */
  readonly base: Language;
  readonly messages: Readonly<Record<string, string>>;
}

/**
 * Gives a configuration its types: a waiver of a control that the catalog does not have does not compile.
 *
 * @example
 * export default definePlimsollConfig({
 *   frameworks: ['cis-docker-1.8.0@1'],
 *   failOn: 'high',
 * });
 */
export const definePlimsollConfig = <
  // Without inference, never: no catalog is not any catalog.
  const C extends Catalog = never,
  const Base extends string | PlimsollConfig = never,
>(
  config: PlimsollConfig<C, Base>,
): PlimsollConfig<C, Base> => config;
