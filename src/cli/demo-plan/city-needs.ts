import type { DemoGround } from './demo-ground.ts';
import { statusChain } from './need-chain.ts';
import { momentAfter } from './plan-days.ts';
import type { PlanScript } from './plan-script.ts';
import { moveNeed, type NeedDraft, reportNeed } from './report-need.ts';

interface CityNeed extends Omit<NeedDraft, 'id' | 'place'> {
  readonly id: string;
  /** Number of the district it is about, `null` = the whole city. */
  readonly borough: number | null;
  readonly until: Parameters<typeof statusChain>[0];
  readonly why?: string;
}

/** Themes without a Kennwert: they have no places to count, and belong to every site's dossier. */
const THEMES: readonly CityNeed[] = [
  {
    id: 'konsumfrei',
    departmentId: 'jugendamt',
    title: 'Konsumfreie Räume für Jugendliche in der Innenstadt',
    borough: null,
    topic: 'Konsumfreie Räume',
    targetGroup: 'junge Menschen von 12 bis 21 Jahren',
    urgency: 'should',
    reasonKind: 'judgement',
    reason:
      'Der Jugendrat nennt seit Jahren fehlende Orte ohne Kaufzwang; Bahnhof und Einkaufszentren sind kein Ersatz.',
    requirements: ['transit', 'own-entrance'],
    circle: 'public',
    until: 'ranked',
  },
  {
    id: 'begegnung-gefluechtete',
    departmentId: 'soziales',
    title: 'Begegnung für Geflüchtete und Nachbarschaft',
    borough: null,
    topic: 'Begegnung für Geflüchtete',
    targetGroup: 'geflüchtete Menschen, Ehrenamt, Nachbarschaft',
    urgency: 'should',
    reasonKind: 'judgement',
    reason: 'In den Unterkünften gibt es kaum Gemeinschaftsräume; Sprachtreffs finden auf Fluren statt.',
    requirements: ['ground-floor', 'transit'],
    circle: 'council',
    until: 'checked',
  },
  {
    id: 'religion',
    departmentId: 'stadtplanungsamt',
    title: 'Räume für Religionsgemeinschaften',
    borough: null,
    topic: 'Räume für Religionsgemeinschaften',
    targetGroup: 'Religions- und Weltanschauungsgemeinschaften',
    urgency: 'wish',
    reasonKind: 'law',
    reason:
      'Bauleitpläne berücksichtigen die Erfordernisse der Religionsgemeinschaften (§ 1 Abs. 6 Nr. 6 BauGB); drei Gemeinden suchen Räume.',
    requirements: ['transit'],
    until: 'reported',
  },
  {
    id: 'praxis-ost',
    departmentId: 'gesundheitsamt',
    title: 'Wohnortnahe hausärztliche Praxis',
    borough: 3,
    topic: 'Wohnortnahe Praxis',
    targetGroup: 'ältere und chronisch kranke Menschen',
    urgency: 'should',
    reasonKind: 'judgement',
    reason: 'Mehrere Praxen geben altersbedingt auf; in den Stadtteilen am Hang ist keine mehr zu Fuß erreichbar.',
    requirements: ['ground-floor', 'transit'],
    until: 'checked',
  },
  {
    id: 'praxis-rand',
    departmentId: 'gesundheitsamt',
    title: 'Gesundheitszentrum mit Kinderarzt im benachteiligten Quartier',
    borough: 8,
    topic: 'Wohnortnahe Praxis',
    targetGroup: 'Familien mit kleinen Kindern',
    urgency: 'should',
    reasonKind: 'judgement',
    reason: 'Viele Kinder ohne Vorsorgeuntersuchung; der nächste Kinderarzt nimmt niemanden mehr auf.',
    requirements: ['ground-floor'],
    until: 'reported',
  },
  {
    id: 'hitze',
    departmentId: 'gesundheitsamt',
    title: 'Kühle Orte und Trinkwasser an Schulen und Plätzen',
    borough: null,
    topic: 'Hitzeschutz',
    targetGroup: 'Kinder, ältere Menschen',
    urgency: 'should',
    reasonKind: 'decision',
    reason: 'Hitzeaktionsplan: bei jeder Planung Schatten, Trinkwasser und einen kühlen Raum mitdenken.',
    reference: 'GRDrs 000/2025 (Beispiel)',
    requirements: [],
    circle: 'public',
    until: 'decided',
  },
  {
    id: 'lehrschwimmbecken',
    departmentId: 'sport',
    title: 'Lehrschwimmbecken für den Norden der Stadt',
    borough: null,
    topic: 'Schwimmen',
    targetGroup: 'Grundschulen, Vereine',
    quantity: 1,
    unit: 'houses',
    roomSquareMeters: 900,
    urgency: 'wish',
    reasonKind: 'judgement',
    reason: 'Ein Viertel der Kinder kann nach Klasse 4 nicht sicher schwimmen; Wasserzeiten sind vergeben.',
    requirements: ['transit'],
    until: 'deferred',
    why: 'Im Doppelhaushalt nicht finanzierbar; Wiedervorlage zur nächsten Haushaltsplanung.',
  },
  {
    id: 'bewegung',
    departmentId: 'sport',
    title: 'Bewegungsflächen im Freien für Ältere und Jugendliche',
    borough: 5,
    topic: 'Bewegung im Freien',
    targetGroup: 'alle Altersgruppen',
    urgency: 'wish',
    reasonKind: 'judgement',
    reason: 'Bolzplätze sind nur im Sommer und nur für wenige nutzbar; Ältere wünschen Geräte an Wegen.',
    requirements: ['step-free'],
    circle: 'public',
    until: 'checked',
  },
  {
    id: 'toilette',
    departmentId: 'soziales',
    title: 'Toilette für alle an Plätzen mit viel Umstieg',
    borough: null,
    topic: 'Barrierefreiheit',
    targetGroup: 'Menschen mit Behinderung',
    urgency: 'should',
    reasonKind: 'law',
    reason: 'Teilhabe nach UN-BRK Art. 9; der Beirat von Menschen mit Behinderung hat sieben Orte benannt.',
    requirements: ['step-free', 'transit'],
    circle: 'public',
    until: 'ranked',
  },
  {
    id: 'pflege-wg',
    departmentId: 'soziales',
    title: 'Eine Pflege-Wohngemeinschaft im Bezirk',
    borough: 1,
    topic: 'Pflege-Wohngemeinschaft',
    targetGroup: 'pflegebedürftige Menschen',
    quantity: 10,
    unit: 'places',
    roomSquareMeters: 450,
    urgency: 'should',
    reasonKind: 'decision',
    reason: 'Ziel: mindestens eine Pflege-Wohngemeinschaft je Stadtbezirk; hier gibt es noch keine.',
    requirements: ['ground-floor', 'quiet'],
    combinable: false,
    combinableNote: 'Wohnen; braucht eine eigene Wohnung.',
    until: 'rejected',
    why: 'Der Träger hat inzwischen eine Wohnung im Nachbarbezirk gefunden; dort wird der Bedarf gedeckt.',
  },
];

/** City-wide and district-wide themes that have no Kennwert. */
export function reportThemes(script: PlanScript, ground: DemoGround): readonly string[] {
  return THEMES.map(({ borough, until, why, id, ...theme }, i) => {
    const district = borough === null ? null : ground.boroughs[borough % ground.boroughs.length]!;
    const draft: NeedDraft = {
      ...theme,
      id: `bedarf-thema-${id}`,
      title: district === null ? theme.title : `${theme.title}, ${district.name}`,
      place: district === null ? { kind: 'city' } : { kind: 'district', districtId: district.id },
    };
    const start = until === 'decided' ? '2025-09-08' : '2026-03-06';
    reportNeed(script, draft, momentAfter(start, i, 15));
    moveNeed(script, draft, statusChain(until, start, i, why ?? null, theme.departmentId));
    return draft.id;
  });
}
