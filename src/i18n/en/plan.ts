import type { Named, NeedStatus, PlanCollection, PlanProblems } from '../../shared/problems/plan.ts';
import type { ProblemMessages } from '../problem-text.ts';

/** What an object of each collection is called. */
export const planKindsEn: Record<PlanCollection, string> = {
  scenarios: 'scenario',
  measures: 'measure',
  measureOffers: 'offer of a measure',
  sites: 'site',
  sitePhases: 'year of occupancy',
  siteParameters: 'parameter of a site',
  stageSettings: 'probability of a stage',
  plots: 'plot',
  edits: 'changed detail',
  assumptions: 'assumed capacity',
  needs: 'need',
  needSteps: 'status entry',
  needVersions: 'earlier version',
  needAnswers: 'answer to a need',
  supports: 'statement',
  attachments: 'attachment',
  bundles: 'bundle',
  bundleMembers: 'need in a bundle',
  rankPlaces: 'rank',
  rankWeights: 'weight of the ranking',
  agreedFigures: 'agreed figure',
  checkItems: 'checklist question',
  checkAnswers: 'checklist answer',
  participation: 'participation entry',
  decisions: 'decision',
  indicatorVersions: 'version of an indicator',
  departments: 'department',
};

const STATUS: Record<NeedStatus, string> = {
  reported: 'reported',
  checked: 'checked',
  bundled: 'bundled',
  ranked: 'prioritised',
  decided: 'decided',
  secured: 'secured',
  implemented: 'implemented',
  deferred: 'deferred',
  rejected: 'rejected',
  settled: 'settled',
};

const INVALIDITY = {
  'self-crossing': 'Its outline crosses itself.',
  'self-touching': 'Its outline touches itself.',
  'hole-outside': 'A hole lies outside the area.',
  'parts-overlapping': 'Its parts overlap.',
};

const change = (done: string) => (p: Named) => {
  const kind = planKindsEn[p.collection];
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${done}: ${p.name}`;
};

export const planEn: ProblemMessages<PlanProblems> = {
  'plan.object-unknown': (p) => `This plan has no object “${p.id}” (looked for: ${planKindsEn[p.collection]}).`,
  'plan.object-removed': (p) =>
    `The object “${p.id}” (${planKindsEn[p.collection]}) has been removed. Restore it first.`,
  'plan.object-exists': (p) => `The object “${p.id}” (${planKindsEn[p.collection]}) is already in this plan.`,
  'plan.reference-unknown': (p) =>
    `The entry refers to “${p.id}” (${planKindsEn[p.collection]}), which is not in this plan, or no longer.`,
  'plan.field-fixed': (p) => `The field “${p.field}” (${planKindsEn[p.collection]}) cannot be changed this way.`,
  'plan.object-invalid': (p) =>
    `The object “${p.id}” (${planKindsEn[p.collection]}) cannot be read: field “${p.path}”, found ${p.found}, expected ${p.expected}.`,
  'plan.header-invalid': (p) =>
    `What the plan says of itself cannot be read: field “${p.path}”, found ${p.found}, expected ${p.expected}.`,
  'plan.dates-reversed': (p, f) => `The end (${f.date(p.to)}) must come after the beginning (${f.date(p.from)}).`,
  'plan.measure-without-position': () => 'The measure needs a place on the map.',
  'plan.measure-without-house': () => 'Choose the facility that the measure changes.',
  'plan.measure-without-offer': () => 'The measure needs at least one offer, for instance “Kita U3, 20 places”.',
  'plan.capacity-negative': (p, f) =>
    `The capacity ${f.number(p.found)} is negative. Only an existing house can be made smaller.`,
  'plan.area-invalid': (p) => `The area as drawn is not valid. ${INVALIDITY[p.invalidity]}`,
  'plan.phases-sum': (p, f) =>
    `The shares of the years of occupancy add up to ${f.percent(p.percent / 100, 1)}; they must make ${f.percent(1)}.`,
  'plan.need-without-content': () => 'The need must state a quantity or a reason.',
  'plan.need-without-topic': () => 'The need must state a service or a topic.',
  'plan.need-step-reason': (p) =>
    `From “${STATUS[p.from]}” to “${STATUS[p.to]}” is not the next step. Please give a reason.`,
  'plan.reason-missing': () => 'Please give a reason.',
  'plan.bundle-too-small': (p) => `A bundle needs at least two needs; selected: ${p.found}.`,
  'plan.attachment-too-large': (p, f) =>
    `The attachment “${p.name}” is too large (${f.bytes(p.bytes)}); up to ${f.bytes(p.limit)} are possible.`,
  'plan.attachment-kind': (p) =>
    `The attachment “${p.name}” (${p.found}) is not accepted. Images (PNG, JPEG, WebP) and PDF are.`,
  'plan.indicator-version': (p) => `The next version of the indicator is ${p.expected}; given is ${p.found}.`,
  'plan.indicator-unsigned': (p) =>
    `Version ${p.id} of the indicator needs a reason, a name and a day from which it is valid.`,
  'plan.file-too-large': (p, f) =>
    `The file is too large for a plan (${f.bytes(p.bytes)}); up to ${f.bytes(p.limit)} are possible. The open plan stays as it is.`,
  'plan.file-not-a-plan': () => 'The file is not a Gemeinbedarf plan (.gemeinbedarf). The open plan stays as it is.',
  'plan.file-damaged': (p) =>
    `The plan file is damaged or incomplete (${p.detail}). Ask for it to be sent again; the open plan stays as it is.`,
  'plan.version-newer': (p) =>
    `The plan was saved with a newer version of the program (format ${p.found}, known here up to ${p.known}). Reload the page or ask for an update.`,
  'plan.other-city': (p) => `The plan belongs to the city “${p.found}”; open is “${p.expected}”.`,
  'plan.other-origin': (p) =>
    `“${p.found}” is another plan and cannot be merged with “${p.expected}”. Open it as a plan of its own.`,
  'plan.changes-without-plan': (p) =>
    `The file holds nothing but changes to the plan “${p.name}”, which is not here. Open the whole plan file first.`,
  'plan.changes-without-base': (p, f) =>
    `The file holds changes to the plan “${p.name}” since ${f.date(p.since)}; changes before them are missing here. Ask for the whole plan file, or for changes since an earlier day.`,
  'plan.storage-refused': (p) =>
    `The browser does not let this page store anything (${p.detail}). You can work, but must save the plan as a file yourself.`,
  'plan.storage-full': (p) =>
    `The browser's storage is full (${p.detail}). The latest changes are not stored: save the plan as a file now.`,
  'plan.version-unknown': () => 'This version of the plan is not contained in the file.',
  'plan.file-readable': () =>
    'This is the readable export of a plan (JSON), without its history. Only the plan file (.gemeinbedarf) can be opened and merged.',
  'plan.no-plan-files': (p, f) =>
    `There is no plan file (.gemeinbedarf) in it; ${p.skipped === 1 ? 'one other file was' : `${f.number(p.skipped)} other files were`} passed over.`,
  'plan.export-due': (p, f) =>
    `${p.changes === 1 ? 'One change is' : `${f.number(p.changes)} changes are`} not in any file yet${p.lastAt === null ? '' : ` (last saved on ${f.date(p.lastAt)})`}.`,
  'plan.edition-differs': (p) =>
    `The plan was made on edition ${p.found} of the city; open is ${p.expected}. What that changes is listed under “Plans”.`,
  'plan.forgotten-elsewhere': (p) => `The plan “${p.name}” was removed from this browser in another window.`,
  'plan.not-kept': () => 'This plan is no longer in this browser.',
  'change.created': (p) => `Plan created: ${p.name}`,
  'change.added': change('added'),
  'change.changed': change('changed'),
  'change.moved': change('moved'),
  'change.removed': change('removed'),
  'change.restored': change('restored'),
  'change.duplicated': change('copied'),
  'change.reordered': change('reordered'),
  'change.status': (p) => change(STATUS[p.status])(p),
  'change.plan-renamed': (p) => `Plan renamed: ${p.name}`,
  'change.edition': (p) => `Plan carried over to edition ${p.edition} of the city`,
  'change.settled': change('settled after a conflict'),
  'change.migrated': (p) => `Plan brought to format ${p.to}`,
};
