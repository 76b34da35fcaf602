import { defineLocale } from 'plimsoll/report';

const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];

/**
 * German for what management reads first. It is a beginning: without `incomplete`, each message that is missing would
 * not compile, and with it the cover of every document says how many stand in English.
 */
export const german = defineLocale({
  id: 'de',
  name: 'Deutsch',
  incomplete: true,
  thousands: '.',
  date: ({ year, month, day, time }) => {
    const date = `${day === undefined ? '' : `${day}. `}${months[month - 1]} ${year}`;
    return time === undefined ? date : `${date}, ${time} Uhr (UTC)`;
  },
  kinds: {
    host: 'Host',
    engine: 'Engine',
    workload: 'Container',
    image: 'Image',
    network: 'Netzwerk',
    volume: 'Volume',
  },
  texts: {
    // By what controls, standards and checks say in English.
    'The container does not run as root': 'Der Container läuft nicht als root',
    'The container runs as root': 'Der Container läuft als root',
    'CIS Docker Benchmark 1.8.0': 'CIS-Benchmark für Docker 1.8.0',
  },
  messages: {
    'title.evidence': 'Nachweisbericht zur Containerplattform',
    'title.all-controls': 'Alle Prüfungen, ohne Standard',
    'title.disclaimer':
      'Dieser Bericht gibt wieder, was gelesen wurde und was jede Prüfung daraus schloss. Das Urteil fällt, wer prüft.',
    'title.contents': 'Inhalt',
    'title.page': 'Seite {page} von {pages}',
    'title.digest': 'SHA-256 der beigefügten assessment.json',
    'notice.words-missing':
      'Von den eigenen Wörtern des Berichts sind {count} von {total} nicht übersetzt; sie stehen auf Englisch.',
    'notice.texts-missing':
      'Von den Titeln der Prüfungen und Anforderungen sind {count} von {total} nicht übersetzt; sie stehen auf Englisch, ebenso was Prüfungen sagen. Nachweise stehen so, wie sie gelesen wurden.',
    'cover.bundle': 'SHA-256 des Nachweispakets',
    'cover.organisation': 'Geprüfte Organisation',
    'cover.assessor': 'Prüfer',
    'cover.number': 'Dokumentnummer',
    'cover.classification': 'Einstufung',

    'section.scope': 'Was geprüft wurde',
    'section.result': 'Ergebnis',
    'section.requirements': 'Anforderung für Anforderung',
    'section.failures': 'Was nicht bestanden hat',
    'section.unseen': 'Was nicht gesehen wurde',
    'section.accepted': 'Wer was akzeptiert hat',
    'section.needs': 'Was noch fehlt',
    'section.controls': 'Nachweise, Prüfung für Prüfung',
    'section.subjects': 'Verzeichnis des Geprüften',
    'section.verify': 'Diese Nachweise prüfen',
    'section.reading': 'Wie dieser Bericht zu lesen ist',
    'section.summary': 'Zusammenfassung für die Leitung',
    'section.fixes': 'Was zuerst zu beheben ist',
    'section.hosts': 'Was nicht bestanden hat, Host für Host',

    'summary.read':
      'Gelesene Gegenstände: {count} von {of}. Befunde: {findings}. Nicht bestanden und von niemandem akzeptiert: {failed}. Offen: {undecided}.',
    'summary.standing': 'Wie es steht',
    'summary.worst': 'Was am schwersten wiegt',
    'summary.worst-note':
      'Das Schwerste zuerst; gezeigt: {count} von {total} Prüfungen, die etwas nicht bestanden hat.',
    'summary.subjects': 'Nicht bestanden',
    'summary.limits': 'Was dieses Ergebnis begrenzt',
    'summary.no-limits': 'Alles, wonach gefragt wurde, wurde gelesen, und nichts wurde akzeptiert.',
    'summary.unseen':
      'Nicht gesehen und daher offen: {count} von {total} Ergebnissen ({kinds}). „{section}“ nennt jedes. Die häufigsten Gründe:',
    'summary.accepted': 'Akzeptierte Mängel: {waived}, unter Ausnahmen: {waivers}.',
    'summary.stated':
      'Anforderungen, die auf der Erklärung einer Person beruhen: {attested}; als nicht anwendbar erklärt: {statements}.',
    'summary.needs': 'Anforderungen, zu denen mehr verlangt ist: {count}.',

    'result.findings': 'Befunde',
    'result.requirements': 'Anforderungen',
    'result.status': 'Status',
    'result.count': 'Anzahl',
    'result.share': 'Anteil',
    'result.of': '{count} von {total}',
    'result.failures': 'Nicht bestanden, nach Schwere',
    'result.word': 'Ergebnis',
    'result.failed': 'Nicht bestanden und nicht akzeptiert',
    'result.undecided': 'Offen',
    'result.seen': 'Gelesene Gegenstände',
    'result.no-failures': 'Alles hat bestanden.',

    'status.pass': 'Bestanden',
    'status.fail': 'Nicht bestanden',
    'status.waived': 'Nicht bestanden, ausgenommen',
    'status.compensated': 'Nicht bestanden, ausgenommen mit Ersatzmaßnahme',
    'status.unknown': 'Unbekannt',
    'status.error': 'Prüfung abgebrochen',
    'status.stale': 'Veraltet',
    'status.not-applicable': 'Nicht anwendbar',
    'status.manual': 'Von einer Person zu beantworten',
    'severity.critical': 'Kritisch',
    'severity.high': 'Hoch',
    'severity.medium': 'Mittel',
    'severity.low': 'Niedrig',
    'severity.title': 'Schwere',

    'scope.targets': 'Ziele',
    'scope.target': 'Ziel',
    'scope.edition': 'Ausgabe',
    'scope.level': 'Stufe',
    'scope.level-all': 'alle Anforderungen',
    'scope.collected': 'Gelesen am',
    'scope.tool': 'Werkzeug',
    'scope.catalog': 'Katalog',
    'scope.catalog-value': '{id} {version}, Prüfungen: {count}',

    'finding.number': 'Nr.',
    'finding.subject': 'Gegenstand',
    'finding.message': 'Befund',
    'finding.seen': 'Was gesehen wurde',
    'finding.seen-count': 'Gelesene Tatsachen: {count}',
    'control.why': 'Warum',
    'control.fix': 'Abhilfe',

    'page.skip': 'Zum Bericht springen',
    'page.search': 'Befunde durchsuchen',
    'page.search-hint': 'Befunde durchsuchen: Name, Prüfung, Befund, Pfad, Wert',
    'page.every-status': 'Jeder Status',
    'page.every-severity': 'Jede Schwere',
    'page.every-subject': 'Jeder Gegenstand',
    'page.every-requirement': 'Jede Anforderung',
    'page.all-of': '{kind}: alle',
    'page.copy': 'Kopieren',
    'page.copied': 'Kopiert',
    'page.matches': 'Gezeigte Befunde: {count} von {total}',
    'page.clear': 'Leeren',
    'page.opens': 'Filtern',
  },
});
