import { amendNeed } from '../../plan/actions/amend-need.ts';
import { bundleNeeds } from '../../plan/actions/bundle-needs.ts';
import type { NeedStatus } from '../../plan/types/needs.ts';
import type { ServiceId } from '../../shared/services.ts';
import type { DemoFigures } from './demo-figures.ts';
import type { DemoGround, Ground } from './demo-ground.ts';
import { CONTACT_ROLES } from './departments.ts';
import { EXAMPLE_PAPER, statusChain } from './need-chain.ts';
import { type KindName, needKind } from './need-kinds.ts';
import { momentAfter } from './plan-days.ts';
import type { PlanScript } from './plan-script.ts';
import { draftOfKind, moveNeed, type NeedDraft, reportNeed } from './report-need.ts';

interface Local {
  readonly id: string;
  readonly kind: KindName;
  /** Place in the list of districts that lack most of the service in 2030. */
  readonly worst: number;
  readonly reported: string;
  readonly neededBy: string;
  readonly until: NeedStatus;
  readonly why?: string;
}

const ALONE_NOTE = 'Nicht mit anderen Nutzungen zu verbinden: Anbau am bestehenden Haus.';

/** Needs of districts where the figures are worst, on their way through the statuses. */
const LOCALS: readonly Local[] = [
  { id: 'krippe-1', kind: 'kita-u3', worst: 0, reported: '2025-06-03', neededBy: '2027-09-01', until: 'secured' },
  { id: 'kita-1', kind: 'kita-ue3', worst: 0, reported: '2025-10-07', neededBy: '2028-09-01', until: 'decided' },
  { id: 'kita-2', kind: 'kita-ue3', worst: 1, reported: '2026-03-03', neededBy: '2029-09-01', until: 'ranked' },
  { id: 'krippe-2', kind: 'kita-u3', worst: 2, reported: '2025-04-08', neededBy: '2026-03-31', until: 'checked' },
  { id: 'kita-3', kind: 'kita-ue3', worst: 2, reported: '2023-09-12', neededBy: '2025-09-01', until: 'implemented' },
  { id: 'jugend-1', kind: 'jugendtreff', worst: 0, reported: '2026-03-10', neededBy: '2029-03-01', until: 'ranked' },
  {
    id: 'jugend-2',
    kind: 'jugendtreff',
    worst: 1,
    reported: '2026-03-11',
    neededBy: '2028-03-01',
    until: 'deferred',
    why: 'Kein Träger in Sicht; erneute Abfrage im Frühjahr 2027.',
  },
  { id: 'ganztag-1', kind: 'ganztag', worst: 0, reported: '2024-02-06', neededBy: '2025-09-01', until: 'implemented' },
  { id: 'halle-1', kind: 'sporthalle', worst: 0, reported: '2025-09-16', neededBy: '2029-09-01', until: 'decided' },
  { id: 'pflege-1', kind: 'pflege', worst: 0, reported: '2026-03-05', neededBy: '2031-01-01', until: 'ranked' },
  {
    id: 'bibliothek-1',
    kind: 'bibliothek',
    worst: 1,
    reported: '2025-11-04',
    neededBy: '2027-09-01',
    until: 'rejected',
    why: 'Die Bücherbus-Haltestelle deckt den Bedarf; eine Zweigstelle wäre zu wenig ausgelastet.',
  },
  {
    id: 'praxis-1',
    kind: 'hausarzt',
    worst: 2,
    reported: '2025-12-02',
    neededBy: '2026-12-31',
    until: 'settled',
    why: 'Eine Nachfolge hat die Praxis übernommen; der Bedarf besteht nicht mehr.',
  },
];

/** What the other parts of the plan refer to. */
export interface LocalNeeds {
  /** Ids by the short name in {@link LOCALS}. */
  readonly byName: ReadonlyMap<string, string>;
  readonly ranked: readonly string[];
  /** Bundles accepted, with the plot each stands on. */
  readonly bundles: readonly { readonly id: string; readonly ground: Ground; readonly kinds: readonly KindName[] }[];
}

/** The district that lacks a service most, second most, …; round again in a city with fewer. */
export function worstBorough(ground: DemoGround, figures: DemoFigures, service: ServiceId, place: number): string {
  const rows = figures.worstBoroughs(service, 2030);
  return rows[place % Math.max(1, rows.length)]?.id ?? ground.boroughs[place % ground.boroughs.length]!.id;
}

export function reportLocalNeeds(
  script: PlanScript,
  ground: DemoGround,
  figures: DemoFigures,
  usedPlots: ReadonlySet<string>,
): LocalNeeds {
  const byName = new Map<string, string>();
  LOCALS.forEach((local, i) => {
    const draft = reportLocal(script, ground, figures, local, i);
    byName.set(local.id, draft.id);
  });
  const free = ground.plots.filter(
    ({ id, plot, areaSquareMeters }) =>
      !usedPlots.has(id) && plot!.owner === 'Stadt Musterstadt' && plot!.use !== 'Schule' && areaSquareMeters > 2600,
  );
  const bundles = ACCEPTED.flatMap((kinds, i) => {
    const plot = free[i];
    return plot === undefined ? [] : [acceptBundle(script, ground, figures, plot, kinds, i)];
  });
  const refusedOn = free[ACCEPTED.length];
  if (refusedOn !== undefined) refuseBundle(script, ground, figures, refusedOn);
  const ranked = LOCALS.filter(({ until }) => until === 'ranked').map(({ id }) => byName.get(id)!);
  return { byName, ranked, bundles };
}

function reportLocal(
  script: PlanScript,
  ground: DemoGround,
  figures: DemoFigures,
  { id, kind, worst, reported, neededBy, until, why }: Local,
  number: number,
): NeedDraft {
  const borough = worstBorough(ground, figures, kind, worst);
  const at = momentAfter(reported, 0, number * 3);
  const where = { place: { kind: 'district', districtId: borough } as const, borough, title: ground.nameOf(borough) };
  const draft: NeedDraft = {
    ...draftOfKind(kind, `bedarf-${id}`, where, neededBy, figures, at),
    combinable: false,
    combinableNote: ALONE_NOTE,
    // Figures of today cannot have been cited before the program was there.
    ...(at < '2026-03-02' ? { evidence: null } : {}),
    ...(until === 'decided' || until === 'secured' ? { reference: EXAMPLE_PAPER } : {}),
  };
  reportNeed(script, draft, at);
  moveNeed(script, draft, statusChain(until, reported, 0, why ?? null, needKind(kind).department));
  return draft;
}

const ACCEPTED: readonly (readonly KindName[])[] = [
  ['kita-ue3', 'familienzentrum'],
  ['bibliothek', 'begegnung'],
];

function reportPair(
  script: PlanScript,
  ground: DemoGround,
  figures: DemoFigures,
  plot: Ground,
  kinds: readonly KindName[],
  name: string,
  day: string,
): readonly NeedDraft[] {
  return kinds.map((kind, i) => {
    const place = { kind: 'plot', plotId: plot.id } as const;
    const where = { place, borough: plot.borough, title: ground.nameOf(plot.quarter) };
    const at = momentAfter(day, i, 50);
    const draft = draftOfKind(kind, `bedarf-${name}-${'ab'[i]!}`, where, '2030-09-01', figures, at);
    reportNeed(script, draft, at);
    return draft;
  });
}

function acceptBundle(
  script: PlanScript,
  ground: DemoGround,
  figures: DemoFigures,
  plot: Ground,
  kinds: readonly KindName[],
  i: number,
): LocalNeeds['bundles'][number] {
  const id = `haus-${i + 1}`;
  const day = '2026-03-09';
  const drafts = reportPair(script, ground, figures, plot, kinds, id, day);
  const name = `${kinds.map((kind) => needKind(kind).title.split(',')[0]).join(' und ')} ${ground.nameOf(plot.quarter)}`;
  for (const draft of drafts)
    moveNeed(script, draft, statusChain(i === 0 ? 'ranked' : 'bundled', day, 2, null, draft.departmentId, true));
  script.act(
    bundleNeeds,
    {
      bundle: {
        id,
        circle: 'agsp',
        name,
        decision: 'accepted',
        reason: 'Gleiche Zielgruppe, gleicher Zeitpunkt; Foyer, Küche und Saal werden geteilt.',
        plotId: plot.id,
        siteId: null,
        sharedSquareMeters: 120,
      },
      needIds: drafts.map((draft) => draft.id),
    },
    { code: 'change.added', params: { collection: 'bundles', name } },
    'agsp',
    momentAfter(day, 62, 0),
  );
  return { id, ground: plot, kinds };
}

/** A proposal that was refused, and the need that now says that it stays alone. */
function refuseBundle(script: PlanScript, ground: DemoGround, figures: DemoFigures, plot: Ground): void {
  const day = '2026-03-16';
  const drafts = reportPair(script, ground, figures, plot, ['kita-u3', 'sporthalle'], 'getrennt', day);
  for (const draft of drafts) moveNeed(script, draft, statusChain('checked', day, 3, null, draft.departmentId));
  const name = `Krippe und Sporthalle ${ground.nameOf(plot.quarter)}`;
  const reason = 'Verkehr und Lärm der Halle am Abend und am Wochenende; die Krippe braucht einen ruhigen Eingang.';
  const at = momentAfter(day, 70);
  script.act(
    bundleNeeds,
    {
      bundle: {
        id: 'getrennt',
        circle: 'agsp',
        name,
        decision: 'refused',
        reason,
        plotId: plot.id,
        siteId: null,
        sharedSquareMeters: null,
      },
      needIds: drafts.map(({ id }) => id),
    },
    { code: 'change.added', params: { collection: 'bundles', name } },
    'agsp',
    at,
  );
  for (const { id, title, departmentId } of drafts)
    script.act(
      amendNeed,
      {
        id,
        versionId: `${id}.v1`,
        fields: { combinable: false, combinableNote: reason },
        at: momentAfter(day, 71),
        by: CONTACT_ROLES[departmentId],
        reason: 'Nach der Sitzung: eigener Standort.',
      },
      { code: 'change.changed', params: { collection: 'needs', name: title } },
      departmentId,
      momentAfter(day, 71),
    );
}
