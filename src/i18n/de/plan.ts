import type { Named, NeedStatus, PlanCollection, PlanProblems } from '../../shared/problems/plan.ts';
import type { ProblemMessages } from '../problem-text.ts';

/** What an object of each collection is called. */
export const planKindsDe: Record<PlanCollection, string> = {
  scenarios: 'Szenario',
  measures: 'Maßnahme',
  measureOffers: 'Angebot einer Maßnahme',
  sites: 'Vorhaben',
  sitePhases: 'Bezugsjahr',
  siteParameters: 'Rechengröße eines Vorhabens',
  stageSettings: 'Wahrscheinlichkeit eines Verfahrensstands',
  plots: 'Fläche',
  edits: 'geänderte Angabe',
  assumptions: 'angenommene Platzzahl',
  needs: 'Bedarfsmeldung',
  needSteps: 'Statuseintrag',
  needVersions: 'frühere Fassung',
  needAnswers: 'Antwort auf einen Bedarf',
  supports: 'Stellungnahme',
  attachments: 'Anlage',
  bundles: 'Bündel',
  bundleMembers: 'Bedarf im Bündel',
  rankPlaces: 'Rang',
  rankWeights: 'Gewicht der Rangfolge',
  agreedFigures: 'vereinbarte Zahl',
  checkItems: 'eigene Prüffrage',
  checkAnswers: 'Antwort der Prüfliste',
  participation: 'Beteiligungseintrag',
  decisions: 'Beschluss',
  indicatorVersions: 'Fassung eines Kennwerts',
  departments: 'Amt',
};

const STATUS: Record<NeedStatus, string> = {
  reported: 'gemeldet',
  checked: 'geprüft',
  bundled: 'gebündelt',
  ranked: 'priorisiert',
  decided: 'beschlossen',
  secured: 'gesichert',
  implemented: 'umgesetzt',
  deferred: 'zurückgestellt',
  rejected: 'abgelehnt',
  settled: 'erledigt',
};

const INVALIDITY = {
  'self-crossing': 'Ihr Umriss kreuzt sich selbst.',
  'self-touching': 'Ihr Umriss berührt sich selbst.',
  'hole-outside': 'Eine Aussparung liegt außerhalb der Fläche.',
  'parts-overlapping': 'Ihre Teile überlappen sich.',
};

const change = (done: string) => (p: Named) => `${planKindsDe[p.collection]} ${done}: ${p.name}`;

export const planDe: ProblemMessages<PlanProblems> = {
  'plan.object-unknown': (p) =>
    `In diesem Plan gibt es das Objekt „${p.id}“ nicht (gesucht: ${planKindsDe[p.collection]}).`,
  'plan.object-removed': (p) =>
    `Das Objekt „${p.id}“ (${planKindsDe[p.collection]}) ist entfernt. Stellen Sie es zuerst wieder her.`,
  'plan.object-exists': (p) => `Das Objekt „${p.id}“ (${planKindsDe[p.collection]}) gibt es in diesem Plan schon.`,
  'plan.reference-unknown': (p) =>
    `Die Angabe verweist auf „${p.id}“ (${planKindsDe[p.collection]}); das gibt es in diesem Plan nicht oder nicht mehr.`,
  'plan.field-fixed': (p) => `Das Feld „${p.field}“ (${planKindsDe[p.collection]}) lässt sich so nicht ändern.`,
  'plan.object-invalid': (p) =>
    `Das Objekt „${p.id}“ (${planKindsDe[p.collection]}) ist nicht lesbar: Feld „${p.path}“, gefunden ${p.found}, erwartet ${p.expected}.`,
  'plan.header-invalid': (p) =>
    `Die Angaben zum Plan sind nicht lesbar: Feld „${p.path}“, gefunden ${p.found}, erwartet ${p.expected}.`,
  'plan.dates-reversed': (p, f) => `Das Ende (${f.date(p.to)}) muss nach dem Beginn (${f.date(p.from)}) liegen.`,
  'plan.measure-without-position': () => 'Die Maßnahme braucht einen Ort auf der Karte.',
  'plan.measure-without-house': () => 'Wählen Sie die Einrichtung, die die Maßnahme ändert.',
  'plan.measure-without-offer': () => 'Die Maßnahme braucht mindestens ein Angebot, zum Beispiel „Kita U3, 20 Plätze“.',
  'plan.capacity-negative': (p, f) =>
    `Die Platzzahl ${f.number(p.found)} ist negativ. Weniger Plätze gibt es nur beim Verkleinern eines Hauses.`,
  'plan.area-invalid': (p) => `Die gezeichnete Fläche ist ungültig. ${INVALIDITY[p.invalidity]}`,
  'plan.phases-sum': (p, f) =>
    `Die Anteile der Bezugsjahre ergeben zusammen ${f.percent(p.percent / 100, 1)}; es müssen ${f.percent(1)} sein.`,
  'plan.need-without-content': () => 'Die Bedarfsmeldung braucht eine Menge oder eine Begründung.',
  'plan.need-without-topic': () => 'Die Bedarfsmeldung braucht eine Angebotsart oder ein Thema.',
  'plan.need-step-reason': (p) =>
    `Von „${STATUS[p.from]}“ nach „${STATUS[p.to]}“ ist nicht der nächste Schritt. Geben Sie bitte einen Grund an.`,
  'plan.reason-missing': () => 'Geben Sie bitte einen Grund an.',
  'plan.bundle-too-small': (p) => `Ein Bündel braucht mindestens zwei Bedarfe; ausgewählt: ${p.found}.`,
  'plan.attachment-too-large': (p, f) =>
    `Die Anlage „${p.name}“ ist mit ${f.bytes(p.bytes)} zu groß; möglich sind bis zu ${f.bytes(p.limit)}.`,
  'plan.attachment-kind': (p) =>
    `Die Anlage „${p.name}“ (${p.found}) wird nicht angenommen. Möglich sind Bilder (PNG, JPEG, WebP) und PDF.`,
  'plan.indicator-version': (p) => `Die nächste Fassung des Kennwerts ist ${p.expected}; angegeben ist ${p.found}.`,
  'plan.indicator-unsigned': (p) =>
    `Die Fassung ${p.id} des Kennwerts braucht einen Grund, einen Namen und einen Tag, ab dem sie gilt.`,
  'plan.file-too-large': (p, f) =>
    `Die Datei ist mit ${f.bytes(p.bytes)} zu groß für einen Plan; möglich sind bis zu ${f.bytes(p.limit)}. Der geöffnete Plan bleibt, wie er ist.`,
  'plan.file-not-a-plan': () =>
    'Die Datei ist kein Plan von Gemeinbedarf (.gemeinbedarf). Der geöffnete Plan bleibt, wie er ist.',
  'plan.file-damaged': (p) =>
    `Die Plandatei ist beschädigt oder unvollständig (${p.detail}). Lassen Sie sie sich erneut schicken; der geöffnete Plan bleibt, wie er ist.`,
  'plan.version-newer': (p) =>
    `Der Plan wurde mit einer neueren Fassung des Programms gespeichert (Format ${p.found}, hier bekannt bis ${p.known}). Laden Sie die Seite neu oder bitten Sie um eine Aktualisierung.`,
  'plan.other-city': (p) => `Der Plan gehört zur Stadt „${p.found}“; geöffnet ist „${p.expected}“.`,
  'plan.other-origin': (p) =>
    `„${p.found}“ ist ein anderer Plan und lässt sich nicht mit „${p.expected}“ zusammenführen. Öffnen Sie ihn als eigenen Plan.`,
  'plan.changes-without-plan': (p) =>
    `Die Datei enthält nur Änderungen am Plan „${p.name}“; dieser Plan ist hier nicht vorhanden. Öffnen Sie zuerst die ganze Plandatei.`,
  'plan.changes-without-base': (p, f) =>
    `Die Datei enthält Änderungen am Plan „${p.name}“ seit ${f.date(p.since)}; hier fehlen Änderungen davor. Lassen Sie sich die ganze Plandatei schicken oder Änderungen seit einem früheren Tag.`,
  'plan.storage-refused': (p) =>
    `Der Browser erlaubt dieser Seite nicht zu speichern (${p.detail}). Sie können arbeiten, müssen den Plan aber selbst als Datei sichern.`,
  'plan.storage-full': (p) =>
    `Der Speicher des Browsers ist voll (${p.detail}). Die letzten Änderungen sind nicht gesichert: Speichern Sie den Plan jetzt als Datei.`,
  'plan.version-unknown': () => 'Diese Fassung des Plans ist in der Datei nicht enthalten.',
  'plan.file-readable': () =>
    'Das ist die lesbare Ausgabe eines Plans (JSON), ohne Verlauf. Öffnen und zusammenführen lässt sich nur die Plandatei (.gemeinbedarf).',
  'plan.no-plan-files': (p, f) =>
    `Darin ist keine Plandatei (.gemeinbedarf); ${p.skipped === 1 ? 'eine andere Datei wurde' : `${f.number(p.skipped)} andere Dateien wurden`} übergangen.`,
  'plan.export-due': (p, f) =>
    `${p.changes === 1 ? 'Eine Änderung ist' : `${f.number(p.changes)} Änderungen sind`} noch in keiner Datei${p.lastAt === null ? '' : ` (zuletzt gesichert am ${f.date(p.lastAt)})`}.`,
  'plan.edition-differs': (p) =>
    `Der Plan wurde auf der Ausgabe ${p.found} der Stadt erstellt; geöffnet ist ${p.expected}. Was sich dadurch ändert, steht unter „Pläne“.`,
  'plan.forgotten-elsewhere': (p) => `Der Plan „${p.name}“ wurde in einem anderen Fenster aus diesem Browser entfernt.`,
  'plan.not-kept': () => 'Dieser Plan ist in diesem Browser nicht mehr vorhanden.',
  'change.created': (p) => `Plan angelegt: ${p.name}`,
  'change.added': change('hinzugefügt'),
  'change.changed': change('geändert'),
  'change.moved': change('verschoben'),
  'change.removed': change('entfernt'),
  'change.restored': change('wiederhergestellt'),
  'change.duplicated': change('kopiert'),
  'change.reordered': change('umsortiert'),
  'change.status': (p) => `${planKindsDe[p.collection]} ${STATUS[p.status]}: ${p.name}`,
  'change.plan-renamed': (p) => `Plan umbenannt: ${p.name}`,
  'change.edition': (p) => `Plan auf die Ausgabe ${p.edition} der Stadt übertragen`,
  'change.settled': change('nach Widerspruch festgelegt'),
  'change.migrated': (p) => `Plan auf Format ${p.to} gebracht`,
};
