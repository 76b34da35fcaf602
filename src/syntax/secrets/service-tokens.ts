/**
 * How services make their keys recognisable: what each begins with, and what follows. A key that a service tells apart
 * by nothing but its length is not here.
 */
const services: readonly (readonly [prefix: string, rest: string])[] = [
  // Sources of code and packages
  ['rubygems_', '[0-9a-f]{48}'],
  ['oy2', '[a-z0-9]{43}'],
  ['pypi-', 'AgEI[A-Za-z0-9_-]{50,400}'],
  ['pypi-', 'AgEN[A-Za-z0-9_-]{50,400}'],
  ['cio', '[A-Za-z0-9]{32}'],
  ['CLOJARS_', '[a-z0-9]{60}'],
  ['ATATT3', '[A-Za-z0-9_=-]{60,400}'],
  ['ATCTT3', '[A-Za-z0-9_=-]{60,400}'],
  ['ATBB', '[A-Za-z0-9]{32}'],
  ['AKCp', '[A-Za-z0-9]{60,80}'],
  ['cmVmdGtu', '[A-Za-z0-9]{40,80}'],
  ['GR1348941', '[A-Za-z0-9_-]{20}'],
  ['bkua_', '[0-9a-z]{40}'],
  ['CCIPAT_', '[A-Za-z0-9]{22}_[0-9a-f]{40}'],
  ['sqa_', '[0-9a-f]{40}'],
  ['sqp_', '[0-9a-f]{40}'],
  ['squ_', '[0-9a-f]{40}'],
  ['figd_', '[A-Za-z0-9_-]{40}'],
  // Clouds and what runs in them
  ['doo_v1_', '[0-9a-f]{64}'],
  ['dop_v1_', '[0-9a-f]{64}'],
  ['dor_v1_', '[0-9a-f]{64}'],
  ['GOCSPX-', '[A-Za-z0-9_-]{28}'],
  ['ya29.', '[A-Za-z0-9_-]{20,400}'],
  ['ABSK', '[A-Za-z0-9+/]{100,140}'],
  ['LTAI', '[A-Za-z0-9]{12,24}'],
  ['AKID', '[A-Za-z0-9]{32}'],
  ['AQVN', '[A-Za-z0-9_-]{35,38}'],
  ['HRKU-', '[A-Za-z0-9_-]{36,64}'],
  ['fo1_', '[A-Za-z0-9_-]{43}'],
  ['fm1_', '[A-Za-z0-9+/_=-]{60,400}'],
  ['fm2_', '[A-Za-z0-9+/_=-]{60,400}'],
  ['nfp_', '[A-Za-z0-9]{36}'],
  ['v1.0-', '[0-9a-f]{24}-[0-9a-f]{100,160}'],
  ['tskey-', '[a-z]{2,12}-[A-Za-z0-9-]{10,80}'],
  ['sha256~', '[A-Za-z0-9_-]{43}'],
  ['K10', '[0-9a-f]{64}::(?:server|node):[0-9a-f]{32}'],
  ['ptr_', '[A-Za-z0-9+/=]{44}'],
  ['pul-', '[0-9a-f]{40}'],
  ['pnu_', '[A-Za-z0-9]{36}'],
  ['dp.', '(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9._-]{40,80}'],
  ['hvs.', '[A-Za-z0-9_-]{24,400}'],
  ['hvb.', '[A-Za-z0-9_-]{24,400}'],
  ['hvr.', '[A-Za-z0-9_-]{24,400}'],
  ['ops_', 'eyJ[A-Za-z0-9_-]{40,400}'],
  // Data
  ['dapi', '[0-9a-f]{32}'],
  ['sbp_', '[0-9a-f]{40}'],
  ['pscale_', '(?:tkn|pw|oauth)_[A-Za-z0-9_.=-]{32,64}'],
  ['PMAK-', '[0-9a-f]{24}-[0-9a-f]{34}'],
  ['ntn_', '[A-Za-z0-9]{40,60}'],
  ['secret_', '[A-Za-z0-9]{43}'],
  // Models
  ['hf_', '[A-Za-z0-9]{30,40}'],
  ['api_org_', '[A-Za-z0-9]{30,40}'],
  ['gsk_', '[A-Za-z0-9]{40,60}'],
  ['r8_', '[A-Za-z0-9]{37,40}'],
  ['pplx-', '[A-Za-z0-9]{40,60}'],
  ['xai-', '[A-Za-z0-9]{60,100}'],
  ['lsv2_', '(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}'],
  // What watches
  ['NRAK-', '[A-Z0-9]{27}'],
  ['NRII-', '[A-Za-z0-9_-]{32}'],
  ['sntryu_', '[0-9a-f]{64}'],
  ['sntrys_', '[A-Za-z0-9_=+/]{40,400}'],
  ['dt0c01.', '[A-Z0-9]{24}\\.[A-Z0-9]{64}'],
  ['glsa_', '[A-Za-z0-9]{32}_[0-9a-f]{8}'],
  ['glc_', '[A-Za-z0-9+/=]{32,400}'],
  // Mail, messages, tasks, shops
  ['SG.', '[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}'],
  ['xkeysib-', '[0-9a-f]{64}-[A-Za-z0-9]{16}'],
  ['xsmtpsib-', '[0-9a-f]{64}-[A-Za-z0-9]{16}'],
  ['key-', '[0-9a-f]{32}'],
  ['SK', '[0-9a-f]{32}'],
  ['lin_api_', '[A-Za-z0-9]{40}'],
  ['whsec_', '[A-Za-z0-9+/=]{32,80}'],
  ['shpat_', '[0-9a-fA-F]{32}'],
  ['shpca_', '[0-9a-fA-F]{32}'],
  ['shppa_', '[0-9a-fA-F]{32}'],
  ['shpss_', '[0-9a-fA-F]{32}'],
  ['shippo_', '(?:live|test)_[0-9a-f]{40}'],
  ['sq0atp-', '[A-Za-z0-9_-]{22}'],
  ['sq0csp-', '[A-Za-z0-9_-]{43}'],
  ['access_token$', '(?:production|sandbox)\\$[0-9a-z]{16}\\$[0-9a-f]{32}'],
  ['PuTTY-User-Key-File-', '\\d:'],
];

/** Keys of services that are known by their form, which has no prefix of its own. */
const forms = [
  String.raw`[0-9a-f]{32}-us\d{1,2}`,
  String.raw`pat[A-Za-z0-9]{14}\.[0-9a-f]{64}`,
  // A bot of Telegram
  String.raw`\d{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])`,
  // A bot of Discord
  String.raw`[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}`,
  // Terraform
  String.raw`[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,70}`,
  // An application of Azure
  String.raw`[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}`,
  // Rancher
  String.raw`token-[a-z0-9]{5}:[a-z0-9]{54}`,
  // A seed of NATS
  String.raw`S[UAOCNX][A-Z2-7]{56}(?![A-Z2-7])`,
];

const plain = (text: string): string => text.replace(/[.$]/g, String.raw`\$&`);

/** Fits every text that may hold such a key. */
export const serviceHint = new RegExp(
  [
    ...new Set(services.map(([prefix]) => plain(prefix))),
    String.raw`-us\d|pat\w{14}\.|\d{8}:|[A-Za-z0-9_-]\.[A-Za-z0-9_-]{6}\.|atlasv1|Q~|token-\w{5}:|S[UAOCNX][A-Z2-7]{8}`,
  ].join('|'),
);

/** The key of a service, wherever it stands; it may be part of a longer name. */
export const serviceToken = new RegExp(
  String.raw`(?<![A-Za-z0-9])(?:${[
    ...services.map(([prefix, rest]) => `${plain(prefix)}${rest}`),
    ...forms,
  ].join('|')})`,
  'g',
);
