import type { ServiceId } from '../../shared/services.ts';
import type { DepartmentId } from './departments.ts';

/** What a need for a service says, whoever's district it is in. Sizes are examples of an invented city. */
export interface NeedKind {
  readonly department: DepartmentId;
  readonly title: string;
  readonly targetGroup: string;
  readonly quantity: number;
  readonly unit: string;
  readonly roomSquareMeters: number;
  readonly plotSquareMeters: number;
  readonly requirements: readonly string[];
  readonly urgency: 'duty' | 'should' | 'wish';
  /** Who is without a place, in the plural: "Kinder". */
  readonly people: string;
  /** Why, where the figures show no gap. */
  readonly judgement: string;
  readonly combinableNote: string | null;
  /** Stands where such a house stands (an enlargement) instead of where people live. */
  readonly besideHouseOf: ServiceId | null;
}

const place = { unit: 'places', besideHouseOf: null } as const;

export const NEED_KINDS = {
  'kita-u3': {
    ...place,
    department: 'jugendamt',
    title: 'Krippe, drei Gruppen',
    targetGroup: 'Kinder unter 3 Jahren',
    quantity: 30,
    roomSquareMeters: 460,
    plotSquareMeters: 930,
    requirements: ['ground-floor', 'quiet'],
    urgency: 'duty',
    people: 'Kinder unter 3',
    judgement: 'Die Vormerkliste wächst seit zwei Jahren; Tagespflegepersonen hören auf.',
    combinableNote: 'Eigener Außenbereich und eigener Zugang; gemeinsames Foyer möglich.',
  },
  'kita-ue3': {
    ...place,
    department: 'jugendamt',
    title: 'Kita, drei Ganztagsgruppen',
    targetGroup: 'Kinder von 3 Jahren bis zum Schuleintritt',
    quantity: 60,
    roomSquareMeters: 620,
    plotSquareMeters: 1860,
    requirements: ['ground-floor', 'quiet'],
    urgency: 'duty',
    people: 'Kinder ab 3',
    judgement: 'Zwei Provisorien laufen aus; ohne Ersatz fehlen die Plätze im Stadtteil.',
    combinableNote: 'Außenspielfläche 10 m² je Platz; Mehrzweckraum kann abends geteilt werden.',
  },
  grundschule: {
    department: 'schulverwaltungsamt',
    title: 'Grundschule, ein Zug mehr',
    targetGroup: 'Kinder der Klassen 1 bis 4',
    quantity: 100,
    unit: 'pupils',
    roomSquareMeters: 630,
    plotSquareMeters: 1500,
    requirements: ['own-entrance'],
    urgency: 'duty',
    people: 'Kinder der Klassen 1 bis 4',
    judgement: 'Die Schule belegt seit zwei Jahren Fachräume als Klassenzimmer.',
    combinableNote: 'Aula und Pausenhof können außerhalb der Schulzeit geöffnet werden.',
    besideHouseOf: 'grundschule',
  },
  ganztag: {
    ...place,
    department: 'schulverwaltungsamt',
    title: 'Ganztag mit Mensa',
    targetGroup: 'Kinder der Klassen 1 bis 4',
    quantity: 75,
    roomSquareMeters: 300,
    plotSquareMeters: 400,
    requirements: ['own-entrance'],
    urgency: 'duty',
    people: 'Kinder der Klassen 1 bis 4',
    judgement: 'Der Rechtsanspruch gilt ab August 2026 aufsteigend; die Schule hat keine Mensa.',
    combinableNote: 'Mensa kann mittags und abends geteilt werden.',
    besideHouseOf: 'grundschule',
  },
  sporthalle: {
    department: 'sport',
    title: 'Sporthalle, eine Übungseinheit',
    targetGroup: 'Schulen und Vereine',
    quantity: 405,
    unit: 'square-meters',
    roomSquareMeters: 650,
    plotSquareMeters: 1100,
    requirements: ['transit'],
    urgency: 'should',
    people: 'Einwohnerinnen und Einwohner',
    judgement: 'Hallenzeiten sind bis 22 Uhr vergeben; Schulsport fällt aus.',
    combinableNote: 'Vormittags Schule, nachmittags Jugendarbeit, abends Vereine.',
    besideHouseOf: null,
  },
  jugendtreff: {
    ...place,
    department: 'jugendamt',
    title: 'Jugendtreff',
    targetGroup: 'junge Menschen von 10 bis 21 Jahren',
    quantity: 60,
    roomSquareMeters: 320,
    plotSquareMeters: 900,
    requirements: ['own-entrance', 'transit'],
    urgency: 'should',
    people: 'junge Menschen',
    judgement: 'Die mobile Jugendarbeit trifft abends Gruppen von 20 bis 40 an, die keinen Raum haben.',
    combinableNote: 'Abendbetrieb und Außenbereich; nicht neben ruhebedürftigen Nutzungen.',
  },
  begegnung: {
    ...place,
    department: 'soziales',
    title: 'Begegnungsraum',
    targetGroup: 'Nachbarschaft, ältere Menschen, Neuzugezogene',
    quantity: 60,
    roomSquareMeters: 300,
    plotSquareMeters: 450,
    requirements: ['ground-floor', 'square', 'transit'],
    urgency: 'should',
    people: 'Einwohnerinnen und Einwohner',
    judgement: 'Der bisherige Treffpunkt wurde gekündigt; es gibt keinen kostenfreien Raum im Stadtteil.',
    combinableNote: 'Küche und Saal können geteilt werden.',
  },
  familienzentrum: {
    department: 'soziales',
    title: 'Familienzentrum',
    targetGroup: 'Familien mit kleinen Kindern',
    quantity: 1,
    unit: 'houses',
    roomSquareMeters: 260,
    plotSquareMeters: 400,
    requirements: ['ground-floor', 'square'],
    urgency: 'should',
    people: 'Familien',
    judgement: 'Viele Familien mit wenig Geld, keine offene Beratung in Gehentfernung.',
    combinableNote: 'Am besten unter einem Dach mit einer Kita.',
    besideHouseOf: null,
  },
  bibliothek: {
    department: 'schulverwaltungsamt',
    title: 'Schul- und Stadtteilbibliothek',
    targetGroup: 'Schulen und Nachbarschaft',
    quantity: 1,
    unit: 'houses',
    roomSquareMeters: 450,
    plotSquareMeters: 500,
    requirements: ['ground-floor', 'square', 'transit'],
    urgency: 'wish',
    people: 'Einwohnerinnen und Einwohner',
    judgement: 'Die nächste Bibliothek ist nur mit Umsteigen zu erreichen.',
    combinableNote: 'Lesesaal auch als Veranstaltungsraum.',
    besideHouseOf: null,
  },
  pflege: {
    ...place,
    department: 'soziales',
    title: 'Pflegeheim, 60 Einzelzimmer',
    targetGroup: 'pflegebedürftige Menschen',
    quantity: 60,
    roomSquareMeters: 3000,
    plotSquareMeters: 2400,
    requirements: ['quiet', 'transit'],
    urgency: 'should',
    people: 'Menschen ab 65',
    judgement: 'Das bestehende Haus erfüllt die Einzelzimmervorgabe nicht und schließt.',
    combinableNote: 'Arztpraxis und Tagespflege im Erdgeschoss erwünscht.',
  },
  tagespflege: {
    ...place,
    department: 'soziales',
    title: 'Tagespflege',
    targetGroup: 'pflegebedürftige ältere Menschen und ihre Angehörigen',
    quantity: 15,
    roomSquareMeters: 300,
    plotSquareMeters: 400,
    requirements: ['ground-floor', 'quiet'],
    urgency: 'should',
    people: 'ältere Menschen',
    judgement: 'Angehörige warten im Bezirk über sechs Monate auf einen Tagespflegeplatz.',
    combinableNote: 'Gemeinsame Küche mit Begegnungsräumen möglich.',
  },
  hausarzt: {
    department: 'gesundheitsamt',
    title: 'Räume für eine Hausarztpraxis',
    targetGroup: 'alle, besonders ältere und chronisch kranke Menschen',
    quantity: 1,
    unit: 'houses',
    roomSquareMeters: 180,
    plotSquareMeters: 150,
    requirements: ['ground-floor', 'transit'],
    urgency: 'should',
    people: 'Einwohnerinnen und Einwohner',
    judgement: 'Zwei Praxen finden keine Nachfolge; die nächste ist für Ältere zu Fuß nicht zu erreichen.',
    combinableNote: null,
    besideHouseOf: null,
  },
  unterkunft: {
    ...place,
    department: 'soziales',
    title: 'Unterkunft für Geflüchtete',
    targetGroup: 'geflüchtete Menschen',
    quantity: 80,
    roomSquareMeters: 800,
    plotSquareMeters: 1600,
    requirements: ['transit'],
    urgency: 'duty',
    people: 'geflüchtete Menschen',
    judgement: 'Die Belegung liegt über 95 Prozent; ein Standort auf Zeit läuft aus.',
    combinableNote: 'Gemeinschaftsräume sollen der Nachbarschaft offenstehen.',
  },
} as const satisfies Partial<Record<ServiceId, NeedKind>>;

export type KindName = keyof typeof NEED_KINDS;

export const needKind = (name: KindName): NeedKind => NEED_KINDS[name];
