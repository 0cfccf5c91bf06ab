import type { AppProblems } from '../../shared/problems/app.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const appDe: ProblemMessages<AppProblems> = {
  'app.unexpected': (p) => `Unerwarteter Fehler: ${p.detail}`,
  'app.worker-crashed': (p) =>
    `Der Rechendienst im Hintergrund ist abgebrochen${p.detail === '' ? '' : ` (${p.detail})`}. Er wird neu gestartet; Ihre Planung ist nicht betroffen.`,
  'app.no-webgl': () =>
    'Die Karte kann nicht gezeichnet werden, weil dieser Browser WebGL nicht anbietet. Bitte die Hardwarebeschleunigung in den Browsereinstellungen einschalten oder einen aktuellen Firefox, Chrome oder Edge verwenden.',
  'app.no-city-open': () => 'Es ist noch keine Stadt geöffnet.',
  'app.map-failed': (p) => `Die Karte meldet einen Fehler: ${p.detail}`,
  'app.basemap-unreachable': (p) =>
    `Die amtliche Hintergrundkarte (${p.host}) ist nicht erreichbar. Die Karte des Stadtpakets bleibt sichtbar.`,
  'app.worker-restarted': () =>
    'Der Rechendienst im Hintergrund war abgebrochen und läuft wieder. Die Karte bleibt, wie sie war.',
  'app.storage-refused': () =>
    'Der Browser erlaubt dieser Seite nicht, sich etwas zu merken. Alles geht, aber Sprache und Bedienfeld werden beim nächsten Besuch nicht wiederhergestellt.',
  'app.link-not-understood': (p) =>
    `Ein Teil des Links ist hier nicht bekannt (${p.parts}). Gezeigt wird die nächstliegende Ansicht.`,
  'app.object-unknown': (p) =>
    `Das verlinkte Objekt ${p.object} gibt es in dieser Ausgabe der Stadt nicht. Die Karte zeigt die Stadt ohne Auswahl.`,
  'app.city-unknown': (p) => `Eine Stadt mit der Kennung „${p.city}“ liegt nicht auf diesem Server.`,
  'app.city-not-built': (p) => `Die Stadt „${p.city}“ ist auf diesem Server noch nicht erzeugt.`,
};
