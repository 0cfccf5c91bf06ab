import type { AppProblems } from '../../shared/problems/app.ts';
import type { ProblemMessages } from '../problem-text.ts';

export const appEn: ProblemMessages<AppProblems> = {
  'app.unexpected': (p) => `Unexpected error: ${p.detail}`,
  'app.worker-crashed': (p) =>
    `The background service has stopped${p.detail === '' ? '' : ` (${p.detail})`}. It is being restarted; your plan is not affected.`,
  'app.no-webgl': () =>
    'The map cannot be drawn because this browser does not offer WebGL. Please switch on hardware acceleration in the browser settings, or use a current Firefox, Chrome or Edge.',
  'app.no-city-open': () => 'No city is open yet.',
  'app.map-failed': (p) => `The map reports an error: ${p.detail}`,
  'app.basemap-unreachable': (p) =>
    `The official background map (${p.host}) cannot be reached. The map of the city package stays visible.`,
};
