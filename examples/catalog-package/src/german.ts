import { defineLocale } from 'plimsoll/report';

/** The reports in German, as far as they are translated; the cover of each says how far that is. */
export const german = defineLocale({
  id: 'de',
  name: 'Deutsch',
  incomplete: true,
  messages: {
    'status.pass': 'Bestanden',
    'status.fail': 'Nicht bestanden',
    'status.unknown': 'Unbekannt',
    'section.scope': 'Prüfumfang',
  },
  texts: {
    'Acme container policy': 'Container-Richtlinie von Acme',
    'Somebody answers for it': 'Jemand ist verantwortlich',
  },
});
