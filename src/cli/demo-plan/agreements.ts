import { amendNeed } from '../../plan/actions/amend-need.ts';
import type { NewObject } from '../../plan/actions/insert-object.ts';
import { putObject } from '../../plan/actions/put-object.ts';
import type { ServiceId } from '../../shared/services.ts';
import { type DemoFigures, lackOf } from './demo-figures.ts';
import type { DemoGround } from './demo-ground.ts';
import { CONTACT_ROLES, DEPARTMENT_NAMES, type DepartmentId } from './departments.ts';
import type { LocalNeeds } from './local-needs.ts';
import { EXAMPLE_PAPER, EXAMPLE_PAPER_2026 } from './need-chain.ts';
import { momentAfter } from './plan-days.ts';
import type { PlanScript } from './plan-script.ts';
import { largestSites } from './site-needs.ts';

/** The past session of the working group. */
export const SESSION_DAY = '2026-06-24';

/** Services of the Bedarfsblatt with the size that figures are rounded to: groups, Züge, treff. */
const AGREED: readonly (readonly [ServiceId, number])[] = [
  ['kita-u3', 10],
  ['kita-ue3', 20],
  ['jugendtreff', 20],
  ['pflege', 10],
];

const REPORTING = Object.keys(DEPARTMENT_NAMES).filter((id) => id !== 'agsp') as DepartmentId[];

/** Agreed and decided figures of the districts that lack most places for children, for 2030 and 2035. */
export function agreeFigures(script: PlanScript, figures: DemoFigures): void {
  const districts = figures.worstBoroughs('kita-ue3', 2030).slice(0, 6);
  const put = (object: Omit<NewObject<'agreedFigures'>, 'id'>, name: string, at: string) =>
    script.act(
      putObject,
      { collection: 'agreedFigures', object },
      { code: 'change.added', params: { collection: 'agreedFigures', name } },
      'agsp',
      at,
    );
  districts.forEach(({ id, name }, i) => {
    for (const [service, size] of AGREED) {
      for (const year of [2030, 2035]) {
        const lack = lackOf(figures.rowOf(service, year, id) ?? EMPTY);
        if (lack === null) continue;
        const value = Math.round(lack / size) * size;
        const figure = { circle: 'council' as const, districtId: id, service, year, value, unit: 'places' };
        const at = momentAfter(SESSION_DAY, 0, 60 + i);
        const explanation = `Rechnerisch ${Math.round(lack)}, gerundet auf ganze Gruppen.`;
        put(
          { ...figure, kind: 'agreed', on: SESSION_DAY, reference: null, explanation, by: CONTACT_ROLES.agsp },
          name,
          at,
        );
        if (i < 2 && year === 2030)
          put(
            {
              ...figure,
              kind: 'decided',
              value: Math.round((value * 0.8) / size) * size,
              on: '2026-07-09',
              reference: EXAMPLE_PAPER_2026,
              explanation: 'Erster Abschnitt; der Rest folgt mit dem nächsten Haushalt.',
              by: 'Gemeinderat',
            },
            name,
            momentAfter('2026-07-09', 0, i),
          );
      }
    }
  });
}

const EMPTY = { missing: null, balance: null } as Parameters<typeof lackOf>[0];

/** The joint list: two places set by hand with their reason, and a weight that differs. */
export function rankNeeds(script: PlanScript, needs: LocalNeeds): void {
  needs.ranked.slice(0, 3).forEach((needId, i) => {
    const at = momentAfter('2026-06-10', 0, 5 * i);
    const reason = i === 0 ? 'Fläche ist frei und im Eigentum der Stadt.' : null;
    script.act(
      putObject,
      {
        collection: 'rankPlaces',
        object: {
          list: 'joint',
          needId,
          reason: reason ?? 'Reihenfolge der Sitzungsvorbereitung.',
          at,
          by: CONTACT_ROLES.agsp,
        },
      },
      { code: 'change.reordered', params: { collection: 'needs', name: needId } },
      'agsp',
      at,
    );
  });
}

interface DecisionDraft {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date: string;
  readonly body: string;
  readonly reference?: string;
  readonly agreedBy?: readonly DepartmentId[];
  readonly subjects: NewObject<'decisions'>['subjects'];
  readonly frozen?: NewObject<'decisions'>['frozen'];
}

/** Decisions of the council and of the past session. */
export function recordDecisions(script: PlanScript, ground: DemoGround, figures: DemoFigures, needs: LocalNeeds): void {
  const need = (name: string) => {
    const id = needs.byName.get(name);
    return id === undefined ? [] : [{ collection: 'needs', id }];
  };
  const worst = figures.worstBoroughs('kita-ue3', 2030).slice(0, 5);
  const site = largestSites(ground)[0];
  const drafts: readonly DecisionDraft[] = [
    {
      id: 'beschluss-kita-2025',
      title: 'Kitaplätze: erster Abschnitt',
      text: 'Der Gemeinderat beschließt die Krippe und die Kita in den Bezirken mit dem größten Fehlbedarf.',
      date: '2025-12-18',
      body: 'Gemeinderat',
      reference: EXAMPLE_PAPER,
      subjects: [...need('krippe-1'), ...need('kita-1'), ...need('halle-1')],
    },
    {
      id: 'sitzung-2026-06-top-1',
      title: 'TOP 1: Bedarfe der Bezirke 2030 und 2035',
      text: 'Die Zahlen des Bedarfsblatts sind vereinbart; Grundlage für Aufgabenprofile und Dossiers.',
      date: SESSION_DAY,
      body: 'AGSP',
      agreedBy: REPORTING,
      subjects: worst.map(({ id }) => ({ collection: 'agreedFigures', id: `${id}|kita-ue3|2030|agreed` })),
      frozen: figures.frozen(
        'kita-ue3',
        2030,
        worst.map(({ id }) => id),
        momentAfter(SESSION_DAY, 0),
      ),
    },
    {
      id: 'sitzung-2026-06-top-2',
      title: 'TOP 2: Gemeinsame Häuser',
      text: 'Zwei Bündel werden weiterverfolgt, ein Vorschlag ist abgelehnt (Lärm am Abend).',
      date: SESSION_DAY,
      body: 'AGSP',
      agreedBy: ['jugendamt', 'schulverwaltungsamt', 'soziales', 'sport', 'stadtplanungsamt'],
      subjects: needs.bundles.map(({ id }) => ({ collection: 'bundles', id })),
    },
    {
      id: 'sitzung-2026-06-top-3',
      title: 'TOP 3: Aufgabenprofil des größten Vorhabens',
      text: 'Kita im Vorhaben wird verlangt; die Prüfliste hat zwei offene Punkte, Wiedervorlage im Herbst.',
      date: SESSION_DAY,
      body: 'AGSP',
      agreedBy: REPORTING,
      subjects: site === undefined ? [] : [{ collection: 'sites', id: site.id }],
    },
    {
      id: 'sitzung-2026-06-top-4',
      title: 'TOP 4: Zurückgestellte Bedarfe',
      text: 'Der Jugendtreff ohne Träger wird im Frühjahr 2027 erneut abgefragt.',
      date: SESSION_DAY,
      body: 'AGSP',
      agreedBy: ['jugendamt', 'stadtplanungsamt'],
      subjects: need('jugend-2'),
    },
    {
      id: 'beschluss-bedarf-2026',
      title: 'Bedarfsblatt: erster Abschnitt',
      text: 'Der Gemeinderat beschließt vier Fünftel der vereinbarten Zahlen für zwei Bezirke bis 2030.',
      date: '2026-07-09',
      body: 'Gemeinderat',
      reference: EXAMPLE_PAPER_2026,
      subjects: worst.slice(0, 2).map(({ id }) => ({ collection: 'agreedFigures', id: `${id}|kita-ue3|2030|decided` })),
    },
  ];
  for (const { reference = null, agreedBy = [], frozen = null, ...draft } of drafts) {
    const object = { circle: 'council' as const, ...draft, reference, agreedBy: [...agreedBy], frozen };
    script.add({ collection: 'decisions', object }, draft.title, 'agsp', momentAfter(draft.date, 0, 240));
  }
}

/** Words of other departments on needs under way, and an amendment that keeps the old wording. */
export function discussNeeds(script: PlanScript, needs: LocalNeeds): void {
  const words: readonly (readonly [string, DepartmentId, 'supports' | 'adds' | 'objects', string])[] = [
    ['kita-1', 'schulverwaltungsamt', 'supports', 'Die Kita entlastet die Vorschulklasse der Grundschule.'],
    ['kita-1', 'gesundheitsamt', 'adds', 'Bitte Schatten auf dem Außengelände von Anfang an mitplanen.'],
    ['kita-2', 'stadtplanungsamt', 'objects', 'Die vorgesehene Fläche ist im Flächennutzungsplan Grünfläche.'],
    ['jugend-1', 'sport', 'supports', 'Die Halle nebenan kann abends offene Angebote aufnehmen.'],
    ['jugend-1', 'soziales', 'adds', 'Jugendliche aus den Unterkünften mitdenken.'],
    [
      'jugend-2',
      'stadtplanungsamt',
      'objects',
      'Wohnen grenzt auf drei Seiten an; Abendbetrieb ist dort nicht möglich.',
    ],
    ['halle-1', 'schulverwaltungsamt', 'supports', 'Zwei Schulen haben heute keine Sportstunde in der Halle.'],
    ['pflege-1', 'gesundheitsamt', 'supports', 'Kurzzeitpflege sollte im selben Haus Platz finden.'],
    ['krippe-2', 'stadtplanungsamt', 'adds', 'Bis zum Neubau sind Module auf dem Festplatz möglich.'],
    ['bibliothek-1', 'jugendamt', 'objects', 'Der Bücherbus kommt nur alle zwei Wochen.'],
  ];
  words.forEach(([name, departmentId, kind, sentence], i) => {
    const needId = needs.byName.get(name);
    if (needId === undefined) return;
    const at = momentAfter('2026-03-26', i, 30);
    const object = { id: `wort-${i + 1}`, needId, departmentId, kind, sentence, at, by: CONTACT_ROLES[departmentId] };
    script.add({ collection: 'supports', object }, sentence, departmentId, at);
  });
  const amended = needs.byName.get('kita-2');
  if (amended === undefined) return;
  const at = momentAfter('2026-04-15', 0);
  script.act(
    amendNeed,
    {
      id: amended,
      versionId: `${amended}.v1`,
      fields: { quantity: 80, roomSquareMeters: 830, plotSquareMeters: 2480 },
      at,
      by: CONTACT_ROLES.jugendamt,
      reason: 'Fortschreibung: eine Kita im Bezirk schließt früher als gedacht.',
    },
    { code: 'change.changed', params: { collection: 'needs', name: amended } },
    'jugendamt',
    at,
  );
}
