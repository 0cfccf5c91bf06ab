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
  'app.worker-restarted': () => 'The background service had stopped and is running again. The map stays as it was.',
  'app.storage-refused': () =>
    'The browser does not let this page remember anything. Everything works, but language and panel will not be restored on the next visit.',
  'app.link-not-understood': (p) =>
    `A part of the link is not known here (${p.parts}). The nearest view is shown instead.`,
  'app.object-unknown': (p) =>
    `The linked object ${p.object} does not exist in this edition of the city. The map shows the city without a selection.`,
  'app.city-unknown': (p) => `There is no city with the id “${p.city}” on this server.`,
  'app.city-not-built': (p) => `The city “${p.city}” has not been generated on this server yet.`,
};
