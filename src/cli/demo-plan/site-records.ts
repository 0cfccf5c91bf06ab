import { putObject } from '../../plan/actions/put-object.ts';
import type { CheckAnswer } from '../../plan/types/checks.ts';
import type { DemoGround, Ground } from './demo-ground.ts';
import { CONTACT_ROLES, type DepartmentId } from './departments.ts';
import { momentAfter } from './plan-days.ts';
import type { PlanScript } from './plan-script.ts';
import { largestSites } from './site-needs.ts';

type Result = CheckAnswer['result'];

/** Answers to the checklist of `domain.md` § 6 by number: result, where it comes from, who answers, note. */
const ANSWERS: readonly (readonly [string, Result, CheckAnswer['basis'], DepartmentId, string | null])[] = [
  ['1', 'met', 'computed', 'stadtplanungsamt', 'Bedarf mit Spanne und Spitzenjahr liegt bei.'],
  ['2', 'partly', 'partly', 'jugendamt', 'Plätze ab 3 reichen bis zum zweiten Bezugsjahr, Krippenplätze nicht.'],
  ['3', 'partly', 'partly', 'schulverwaltungsamt', 'Ein Zug mehr ab dem achten Jahr nötig.'],
  ['4', 'open', 'partly', 'schulverwaltungsamt', null],
  ['5', 'unmet', 'computed', 'gesundheitsamt', 'Kinderarzt nur mit Umsteigen erreichbar.'],
  ['7', 'unmet', 'partly', 'soziales', 'Kein kostenfreier Raum in Gehentfernung.'],
  ['9', 'met', 'computed', 'stadtplanungsamt', null],
  ['10', 'partly', 'computed', 'jugendamt', 'Bolzplatz vorhanden, kein Ort ohne Konsum.'],
  ['15', 'met', 'manual', 'jugendamt', 'Zwei Werkstätten, siehe Beteiligung.'],
  ['17', 'open', 'partly', 'gesundheitsamt', 'Schallgutachten steht aus.'],
  ['23', 'partly', 'partly', 'soziales', 'Weg zur Haltestelle hat eine Treppe; Rampe im Rahmenplan vorsehen.'],
  ['28', 'met', 'partly', 'stadtplanungsamt', null],
  ['30', 'irrelevant', 'manual', 'soziales', null],
];

/** Why question 30 is not relevant. */
const NO_TENANTS = 'Auf der Fläche wohnt heute niemand.';

interface Entry {
  readonly date: string;
  readonly title: string;
  readonly method: string;
  readonly reached: readonly string[];
  readonly notReached: readonly string[];
  readonly notTried: readonly string[];
  readonly answer: string | null;
  readonly by: DepartmentId;
}

const LOG: readonly (readonly Entry[])[] = [
  [
    {
      date: '2026-04-22',
      title: 'Streifzug mit zwei Grundschulklassen',
      method: 'Streifzug, Modellbau',
      reached: ['Kinder von 6 bis 10 Jahren'],
      notReached: ['Kinder ohne Ganztag'],
      notTried: [],
      answer: 'Wasserspiel und sicherer Schulweg sind in den Rahmenplan aufgenommen.',
      by: 'jugendamt',
    },
    {
      date: '2026-05-06',
      title: 'Jugendwerkstatt (§ 41a GemO)',
      method: 'Werkstatt an zwei Abenden, mobile Jugendarbeit',
      reached: ['Jugendliche von 12 bis 18 Jahren'],
      notReached: ['Mädchen und junge Frauen'],
      notTried: ['Jugendliche in Unterkünften'],
      answer: null,
      by: 'jugendamt',
    },
    {
      date: '2026-05-20',
      title: 'Nachbarschaftsgespräch',
      method: 'Gespräch vor Ort',
      reached: ['Anwohnende', 'ältere Menschen'],
      notReached: ['Familien mit kleinen Kindern'],
      notTried: [],
      answer: 'Antworten auf alle Fragen sind veröffentlicht.',
      by: 'stadtplanungsamt',
    },
  ],
  [
    {
      date: '2026-05-12',
      title: 'Begehung mit dem Beirat von Menschen mit Behinderung',
      method: 'Begehung',
      reached: ['Menschen mit Gehbehinderung', 'Menschen mit Sehbehinderung'],
      notReached: [],
      notTried: ['Menschen mit Lernschwierigkeiten'],
      answer: 'Rampe statt Treppe; Leitsystem bis zur Haltestelle.',
      by: 'soziales',
    },
    {
      date: '2026-06-09',
      title: 'Kinder befragen Kinder',
      method: 'Fragebogen in der Kita und der Grundschule',
      reached: ['Kinder von 4 bis 10 Jahren'],
      notReached: [],
      notTried: [],
      answer: null,
      by: 'jugendamt',
    },
  ],
];

/** Checks, participation and answers to city-wide needs of the two largest sites. */
export function writeSiteRecords(script: PlanScript, ground: DemoGround, themes: readonly string[]): void {
  const sites = largestSites(ground).slice(0, 2);
  sites.forEach((site, i) => {
    checkSite(script, site, i);
    logParticipation(script, site, i);
    answerThemes(script, site, themes, i);
  });
  const first = sites[0];
  if (first === undefined) return;
  const question = 'Bleibt der alte Baumbestand am Rand als Schulweg im Schatten erhalten?';
  const item = { id: 'frage-schatten', siteId: first.id, group: 'Gesundheit', question };
  script.add({ collection: 'checkItems', object: item }, question, 'gesundheitsamt', momentAfter('2026-05-04', 0));
  answer(script, first, [item.id, 'open', 'manual', 'gesundheitsamt', null], momentAfter('2026-05-04', 1));
}

function answer(script: PlanScript, site: Ground, row: (typeof ANSWERS)[number], at: string): void {
  const [item, result, basis, department, note] = row;
  const reason = result === 'irrelevant' ? NO_TENANTS : null;
  const by = CONTACT_ROLES[department];
  const object = { circle: 'agsp', siteId: site.id, run: 1, item, result, basis, note, reason, evidence: null, at, by };
  script.act(
    putObject,
    { collection: 'checkAnswers', object } as const as Parameters<typeof putObject>[1],
    { code: 'change.added', params: { collection: 'checkAnswers', name: `${item}, ${site.name}` } },
    department,
    at,
  );
}

function checkSite(script: PlanScript, site: Ground, i: number): void {
  // The second site is only half way through its checklist.
  const rows = i === 0 ? ANSWERS : ANSWERS.slice(0, 6);
  rows.forEach((row, k) => {
    answer(script, site, row, momentAfter('2026-04-27', i, 4 * k));
  });
}

function logParticipation(script: PlanScript, site: Ground, i: number): void {
  LOG[i]!.forEach(({ reached, notReached, notTried, by, ...entry }, k) => {
    const object = {
      id: `beteiligung-${i + 1}-${k + 1}`,
      circle: 'public' as const,
      siteId: site.id,
      groupsReached: [...reached],
      groupsNotReached: [...notReached],
      groupsNotTried: [...notTried],
      by: CONTACT_ROLES[by],
      ...entry,
    };
    script.add({ collection: 'participation', object }, entry.title, by, momentAfter(entry.date, 1));
  });
}

/** What the dossier makes of the first city-wide themes. */
function answerThemes(script: PlanScript, site: Ground, themes: readonly string[], i: number): void {
  const answers = [
    { answer: 'adopted' as const, reason: 'Kommt in das Aufgabenprofil.' },
    { answer: 'checked' as const, reason: 'Im Erdgeschoss am Platz denkbar.' },
    { answer: 'irrelevant' as const, reason: 'Die Gemeinden suchen in der Innenstadt.' },
  ];
  themes.slice(0, answers.length).forEach((needId, k) => {
    const at = momentAfter('2026-06-02', i, 10 * k);
    script.act(
      putObject,
      {
        collection: 'needAnswers',
        object: { siteId: site.id, needId, ...answers[k]!, at, by: CONTACT_ROLES.stadtplanungsamt },
      },
      { code: 'change.added', params: { collection: 'needAnswers', name: site.name } },
      'stadtplanungsamt',
      at,
    );
  });
}
