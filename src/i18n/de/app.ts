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
};
